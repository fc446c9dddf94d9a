import LibXML

/// Finds the title of an article: the visible heading before what the head says, and without the name of
/// the site.
struct TitleFinder {
    let page: Page
    let metadata: PageMetadata
    let site: String?

    func title() -> String? {
        let stated = statedTitles
        let headings = visibleHeadings
        if let heading = matching(headings, stated) { return heading }
        if let first = stated.first {
            let bare = withoutSite(first)
            if let heading = headings.first(where: { fold($0) == fold(bare) }) { return heading }
            if stated.count > 1 || headings.isEmpty || bare != first { return bare }
        }
        return headings.first { fold($0) != fold(site ?? "") } ?? stated.first.map(withoutSite)
    }

    /// The titles that the head and JSON-LD state, the most trusted first.
    private var statedTitles: [String] {
        var titles: [String] = []
        for object in metadata.articles {
            if let headline = object["headline"]?.string {
                titles.append(CleanText(headline).string)
            }
        }
        titles += metadata.all("og:title").prefix(1)
        titles += metadata.all("twitter:title").prefix(1)
        titles += [metadata.titleElement].compactMap { $0 }
        titles += metadata.all("title", "dc.title", "dcterms.title").prefix(1)
        return titles.map(TitleFinder.unescaped).filter { !$0.isEmpty }
    }

    /// The text of every h1 in order; of h2 where there is none.
    private var visibleHeadings: [String] {
        for wanted in [HTMLTag.h1, .h2] {
            var headings: [String] = []
            for node in page.tree.nodes.indices where page.tag(node) == wanted {
                let range = page.passages(of: node)
                guard !range.isEmpty, range.count <= 4 else { continue }
                let text = range.map(page.string).joined(separator: " ")
                if text.utf8.count <= 400 { headings.append(text) }
                if headings.count == 20 { break }
            }
            if !headings.isEmpty, wanted == .h1 || metadata.titleElement != nil { return headings }
        }
        return []
    }

    /// The heading that a stated title holds, or that holds it.
    private func matching(_ headings: [String], _ stated: [String]) -> String? {
        let siteName = fold(site ?? "")
        var best: (heading: String, score: Double)?
        for heading in headings {
            let words = fold(heading)
            guard !words.isEmpty, words != siteName else { continue }
            for title in stated {
                let score = overlap(words, fold(title))
                if score > 0.6, score > (best?.score ?? 0) + 0.05 { best = (heading, score) }
            }
        }
        return best?.heading
    }

    /// How far the words of a heading and of a title are the same: 1 where the heading is the title or
    /// its beginning or end, less the more they differ.
    private func overlap(_ heading: String, _ title: String) -> Double {
        if heading == title { return 1.1 }
        let left = heading.split(separator: " ")
        let right = title.split(separator: " ")
        let isLong = left.count > 2 || heading.count > 12
        if isLong, title.hasPrefix(heading) || title.hasSuffix(heading) { return 1 }
        if isLong, heading.hasPrefix(title), right.count > 2 { return 0.95 }
        let both = Set(left).intersection(Set(right)).count
        let least = min(left.count, right.count)
        guard least > 2 else { return 0 }
        return 0.9 * Double(both) / Double(max(left.count, min(right.count, left.count + 3)))
    }

    private func fold(_ text: String) -> String {
        TextFolding.words(ofFolded: TextFolding.fold(text)).joined(separator: " ")
    }

    /// Without " | Site", " - Site", "Site: ".
    func withoutSite(_ title: String) -> String {
        let separators = [
            " | ", " – ", " — ", " - ", " » ", " « ", " · ", " :: ", " • ", "_", "|", " / ",
        ]
        for separator in separators where title.contains(separator) {
            var parts = title.split(separator: separator).map { CleanText($0).string }
            parts.removeAll(where: \.isEmpty)
            guard parts.count > 1 else { continue }
            if let site, let index = parts.lastIndex(where: { isSite($0, site) }), parts.count > 1 {
                parts.remove(at: index)
                return parts.joined(separator: separator)
            }
            let longest = parts.max { $0.count < $1.count } ?? title
            guard separator != " - " && separator != "_" && separator != " / " || parts.count > 1,
                longest.count * 2 >= title.count
            else { continue }
            if parts[0].count * 2 >= title.count || parts[0].split(separator: " ").count > 3 {
                return parts.count > 2 && parts[1].split(separator: " ").count > 5
                    ? parts.dropLast().joined(separator: separator) : parts[0]
            }
            return longest
        }
        return title
    }

    private func isSite(_ part: String, _ site: String) -> Bool {
        let left = fold(part).filter { $0 != " " }
        let right = fold(site).filter { $0 != " " }
        return !left.isEmpty && (left == right || right.contains(left) || left.hasPrefix(right))
    }

    /// Titles are often escaped twice.
    private static func unescaped(_ title: String) -> String {
        guard title.contains("&") else { return title }
        let names = [
            ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("&#039;", "'"), ("&apos;", "'"),
            ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&#8217;", "’"), ("&#8216;", "‘"),
            ("&rsquo;", "’"), ("&ndash;", "–"), ("&mdash;", "—"), ("&#8220;", "“"),
            ("&#8221;", "”"),
        ]
        return names.reduce(title) { $0.replacing($1.0, with: $1.1) }
    }
}
