import LibXML

/// Keeps the notes to which the marks of a text lead, and the sources of its quotations: the judge doubts short ones that nothing
/// follows, and takes a `<footer>` in a quotation for the page's.
struct ReferencedNotes {
    let page: Page

    /// Of the words of the text: what points to longer notes is a work's list of sources.
    private static let mostOfText: Float = 0.25
    /// Words of a source.
    private static let longestSource: Float = 25

    func restore(_ kept: inout [Bool]) {
        restoreNotes(&kept)
        restoreSources(&kept)
    }

    private func restoreNotes(_ kept: inout [Bool]) {
        let notes = Footnotes.marked(in: page, kept)
        let passages = notes.flatMap { page.passages(of: $0) }
        let lost = passages.filter { !kept[$0] }
        guard let first = passages.min(), !lost.isEmpty else { return }
        let length = passages.reduce(0) { $0 + page.passages[$1].census.length }
        let isMostlyKept = lost.count * 2 < passages.count
        guard isMostlyKept || length <= Self.mostOfText * page.length(of: kept) else { return }
        for passage in lost { kept[passage] = true }
        if first > 0, page.isHeading(first - 1) {
            kept[first - 1] = true
        }
    }

    /// What names the author of a quotation of which the text is kept, in the elements that are meant for it.
    private func restoreSources(_ kept: inout [Bool]) {
        for index in page.passages.indices.dropFirst()
        where !kept[index] && kept[index - 1]
            && page.passages[index].census.length <= Self.longestSource
        {
            guard isSource(index), let quotation = quotation(around: index),
                page.passages(of: quotation).contains(index - 1)
            else { continue }
            kept[index] = true
        }
    }

    /// Whether `<cite>`, which is inline, or an element for captions stands right around a passage.
    private func isSource(_ index: Int) -> Bool {
        var node = page.passages[index].nodes.lowerBound
        for _ in 0..<6 where node > 0 {
            switch page.tag(node) {
            case .cite, .footer, .figcaption: return true
            case .blockquote, .figure: return false
            default: node = page.parent(node)
            }
        }
        return false
    }

    /// The quotation around a passage, or the figure that holds one.
    private func quotation(around index: Int) -> Int? {
        var node = page.passages[index].block
        for _ in 0..<5 where node > 0 {
            if page.tag(node) == .blockquote { return node }
            if page.tag(node) == .figure {
                let inner = (node..<Int(page.tree.nodes[node].end)).prefix(12)
                return inner.contains { page.tag($0) == .blockquote } ? node : nil
            }
            node = page.parent(node)
        }
        return nil
    }
}
