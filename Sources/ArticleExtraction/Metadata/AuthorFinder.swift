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
        let heads = stated.inHead
        for (place, raws) in ([stated.structured] + heads).enumerated() {
            let authors = persons(raws).filter { !stated.isPublisher($0) }
            // Behind the first place that names somebody stand the names of accounts too.
            if place > 1, let first = authors.first, AuthorNames.isSingle(first) { continue }
            if !authors.isEmpty { return authors }
        }
        // A pen name or lower case, in a place that holds nothing but the author.
        let lenient = (stated.structured + (heads.first ?? [])).filter { !isOfSite($0) }
            .compactMap(AuthorNames.stated)
        let houses = lenient.filter {
            names.name($0) || AuthorNames.isAgency($0) || stated.isPublisher($0)
        }
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
            visible.namesBelowTitle, visible.dated, visible.namedAboveDate,
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
        let found = visible.classed()
        let classed = persons(found)
        if let first = classed.first, first.holds(" ") || houses.isEmpty { return classed }
        houses += AuthorNames.clean(visible.classed(isNear: true)).filter { !names.name($0) }
        if let house = houses.first { return [house] }
        // A pen name of one word in an element that says that it holds the author.
        let pen = visible.marked().compactMap(AuthorNames.stated).first {
            AuthorNames.isSingle($0) && !names.nameLoosely($0)
        }
        return [pen].compactMap(\.self)
    }

    private func persons(_ raws: [String]) -> [String] {
        let raws = raws.filter { !isOfSite($0) && !names.name($0) }
        let authors = AuthorNames.persons(raws.map(withoutSite)).filter { !names.name($0) }
        return Array(authors.prefix(Self.limit))
    }

    /// "weirtimes.example, Ashwell, England": where the house has its seat.
    private func isOfSite(_ raw: String) -> Bool {
        let parts = raw.split(separator: ",").map { String($0).splitAtSpaces() }
        return parts.count > 1 && parts.allSatisfy { $0.count == 1 }
            && parts[0][0].contains(".") && names.name(String(parts[0][0]))
    }

    /// "Ada Marl Weir Times" and "Weir Times - Ada Marl" without the site's name.
    private func withoutSite(_ raw: String) -> String {
        var words = raw.splitAtSpaces()
        for (index, word) in words.enumerated().dropFirst()
        where ["-", "–", "—", "|", "·"].contains(word) {
            if names.name(words[..<index].joined(separator: " ")) {
                words = Array(words[(index + 1)...])
            }
            break
        }
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
