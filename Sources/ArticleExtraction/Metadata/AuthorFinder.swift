import LibXML

/// Finds the authors that a page states: JSON-LD, the head, microdata and links, then the visible byline.
///
/// Persons are preferred to houses wherever they stand; the site's own name counts only where it is stated
/// as the author and nobody else is.
struct AuthorFinder {
    let page: Page
    let metadata: PageMetadata
    let names: SiteNames
    /// The passage of the visible title, where the byline stands; nil where there is none.
    let titlePassage: Int?

    private static let limit = 12

    func authors() -> [String] {
        let stated = StatedAuthors(metadata: metadata)
        let strict = [stated.structured, stated.inHead]
        for raws in strict {
            let authors = persons(raws)
            if !authors.isEmpty { return authors }
        }
        // A pen name or lower case, in a place that holds nothing but the author.
        let lenient = strict.flatMap { $0 }.compactMap(AuthorNames.stated)
        let houses = lenient.filter { names.name($0) || AuthorNames.isAgency($0) }
        if let pen = lenient.first(where: { !houses.contains($0) }) { return [pen] }
        return seen(else: houses + stated.houses.compactMap(AuthorNames.stated))
    }

    /// Whom the reader sees; the houses that are stated where no person is seen.
    private func seen(else houses: [String]) -> [String] {
        let visible = VisibleAuthors(page: page, titlePassage: titlePassage)
        var named: [String] = []
        var houses = houses
        let ways = [
            visible.marked, visible.signed, visible.linked, visible.reporters,
            visible.namesBelowTitle, visible.dated,
        ]
        for find in ways {
            let found = find()
            let authors = persons(found)
            if !authors.isEmpty { return authors }
            // Sites of one person bear the author's name.
            if named.isEmpty { named = AuthorNames.persons(found) }
            houses += AuthorNames.clean(found)
        }
        if !named.isEmpty { return named }
        let classed = persons(visible.classed())
        if let first = classed.first, first.holds(" ") || houses.isEmpty { return classed }
        return Array(houses.prefix(1))
    }

    private func persons(_ raws: [String]) -> [String] {
        let authors = AuthorNames.persons(raws.map(withoutSite)).filter { !names.name($0) }
        return Array(authors.prefix(Self.limit))
    }

    /// "Ada Marl Weir Times" without the site's name.
    private func withoutSite(_ raw: String) -> String {
        var words = raw.splitAtSpaces()
        if words.count > 3, TextFolding.fold(String(words[words.count - 1])) == "staff" {
            words.removeLast()
        }
        for count in 1...3 where words.count > count + 1 {
            if names.name(words.suffix(count).joined(separator: " ")) {
                return words.dropLast(count).joined(separator: " ")
            }
        }
        return words.joined(separator: " ")
    }
}
