import LibXML

/// Drops from a body rows of the buttons by which readers answer, praise, keep and pass on what they read: "Like · Reply ·
/// Share", in a line or one below the other.
///
/// What a colon announces, what stands in cells and in code, and headings are the article's.
struct ControlRows {
    let page: Page
    let odds: [Float]

    /// Words, and bytes, of a line.
    private static let longest: Float = 14
    private static let longestLine = 160

    func drop(from verdict: inout BodyVerdict) {
        var index = 0
        while index < page.passages.count {
            guard let count = count(in: index, verdict.kept) else {
                index += 1
                continue
            }
            var end = index + 1
            var sum = count
            while end < page.passages.count, let next = self.count(in: end, verdict.kept) {
                sum += next
                end += 1
            }
            if isRow(index..<end, sum) {
                for line in index..<end { verdict.drop(line, .box, phrase: "controls") }
            }
            index = end
        }
    }

    /// Two buttons may be two words; the judge's certainty counts.
    private func isRow(_ lines: Range<Int>, _ buttons: Int) -> Bool {
        guard buttons > 1, !isAnnounced(lines.lowerBound) else { return false }
        if buttons > 2, lines.count == 1, !isItem(lines.lowerBound) { return true }
        let mean = lines.reduce(0) { $0 + odds(of: $1) } / Float(lines.count)
        return mean < (buttons > 2 ? RegionCleaner.sure : RegionCleaner.doubt)
    }

    private func odds(of index: Int) -> Float {
        odds.isEmpty ? RegionCleaner.unjudged : odds[index]
    }

    private func isAnnounced(_ index: Int) -> Bool {
        index > 0 && SentenceMarks.endsInColon(page.string(index - 1))
    }

    private func isItem(_ index: Int) -> Bool {
        var node = page.passages[index].block
        for _ in 0..<3 where node > 0 {
            if page.tag(node) == .li { return true }
            node = page.parent(node)
        }
        return false
    }

    /// How many buttons a line that is kept names; nil where it says anything else.
    private func count(in index: Int, _ kept: [Bool]) -> Int? {
        let passage = page.passages[index]
        guard kept[index], passage.census.length <= Self.longest,
            passage.text.count <= Self.longestLine,
            !passage.isPreformatted, !page.isHeading(index), mayHold(passage.block)
        else { return nil }
        if let count = inert(in: passage) { return count }
        let line = page.bytes(index)
        guard ControlWords.mayBegin(line.span),
            let count = ControlWords.count(in: FoldedLine(folding: line.span))
        else { return nil }
        return passage.census.sentenceEnds > 0 && OwnWords.isSentence(page.string(index))
            ? nil : count
    }

    /// How many links a line is made of that lead nowhere, each of few words: scripts do what they say.
    private func inert(in passage: Passage) -> Int? {
        guard passage.linked.length > 0.9 * max(1, passage.census.length) else { return nil }
        var found = 0
        for node in page.parent(passage.nodes.lowerBound)..<passage.nodes.upperBound
        where page.tag(node) == .a {
            guard let target = page.tree.bytes(.href, of: node),
                target.elementsEqual("#".utf8) || target.starts(with: "javascript:".utf8),
                !page.tree.has(.ariaExpanded, node), !page.tree.has(.ariaControls, node)
            else { return nil }
            found += 1
        }
        return found > 1 && passage.census.length <= Self.mostOfLink * Float(found) ? found : nil
    }

    private static let mostOfLink: Float = 3

    private func mayHold(_ block: Int) -> Bool {
        var node = block
        for _ in 0..<3 where node > 0 {
            switch page.tag(node) {
            case .td, .th, .dt, .dd, .blockquote, .pre, .code, .figcaption, .h1, .h2, .h3, .h4,
                .h5, .h6:
                return false
            default: node = page.parent(node)
            }
        }
        return true
    }
}
