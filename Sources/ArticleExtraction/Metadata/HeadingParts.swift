import LibXML

/// Tells the title from a kicker or a subtitle that stands in the same heading.
enum HeadingParts {
    /// The part of a heading, from an inner border to its end or from its beginning to such a border, that
    /// the head states as the title. nil where there is none: words alone never cut a heading.
    static func stated(in heading: Heading, _ page: Page, _ titles: [String]) -> String? {
        let runs = runs(of: heading.node, page)
        guard (2...8).contains(runs.count) else { return nil }
        for index in 1..<runs.count {
            for part in [runs[index...], runs[..<index]] {
                let text = CleanText(part.joined(separator: " ")).string
                let words = FoldedTitle.words(text)
                guard words.utf8.count > 8, titles.contains(words) else { continue }
                return text.trimmed(of: " |:/–—-·•")
            }
        }
        return nil
    }

    /// A heading without the time that reading takes, which stands in an element of its own at the end; nil where none does.
    static func withoutReadingTime(_ heading: Heading, _ page: Page) -> String? {
        guard heading.text.utf8.contains(where: { (0x30...0x39).contains($0) }),
            !heading.text.hasSuffix("?")
        else { return nil }
        var runs = runs(of: heading.node, page)
        guard (2...8).contains(runs.count), var time = runs.popLast(), time.utf8.count < 40,
            ReadingTime.take(from: &time), time.isEmpty
        else { return nil }
        return CleanText(runs.joined(separator: " ")).nonEmpty
    }

    private static func runs(of node: Int, _ page: Page) -> [String] {
        var runs: [String] = []
        for inner in node..<Int(page.tree.nodes[node].end) where page.tag(inner) == .text {
            let text = CleanText(String(decoding: page.tree.textBytes(inner), as: UTF8.self))
            if !text.isEmpty { runs.append(text.string) }
        }
        return runs
    }
}
