import LibXML

/// Drops from a body the lines before its text that are facts (`OpeningLines`), once title and authors are known.
struct PageOpening {
    let page: Page
    let title: String?
    let authors: [String]

    /// - Returns: the day that such a line states first; nil where none does.
    @discardableResult
    func drop(from verdict: inout BodyVerdict) -> String? {
        let kept = verdict.kept
        let first = Array(
            page.passages.indices.lazy.filter { kept[$0] }.prefix(OpeningLines.reach + 1))
        let opening = OpeningLines(title: title, authors: authors)
        let lines = first.map { line($0) }
        let kinds = opening.kinds(of: lines, isDiary: isDiary(kept, opening))
        // A body of facts alone is better than none.
        guard first.count > OpeningLines.reach || kinds.contains(where: { $0 == nil }) else {
            return nil
        }
        var date: String?
        let prose = lines.firstIndex(where: OpeningLines.isProse) ?? lines.count
        let time = first.prefix(prose).first(where: isTime)
        for (index, kind) in zip(first, kinds) {
            guard let kind = kind ?? (index == time ? .date : nil), !page.isHeadedCell(index),
                !isQuoted(index)
            else { continue }
            if kind != .title, date == nil { date = StatedDate.parse(page.string(index)) }
            verdict.drop(index, .opening(kind))
        }
        return date
    }

    /// Whose a post is that the text shows, and of which day.
    private func isQuoted(_ index: Int) -> Bool {
        let boxes = sequence(first: page.passages[index].block) { $0 > 0 ? page.parent($0) : nil }
            .prefix(3)
        let quotation = boxes.first { page.tag($0) == .blockquote }
        return quotation.map { page.passages(of: $0).count > 1 } ?? false
    }

    /// "3 days ago", "4 March, 10:15 Ada Marl": a short line above the text, of a `<time datetime>` and a name at most.
    private func isTime(_ index: Int) -> Bool {
        let passage = page.passages[index]
        guard passage.census.length <= 10 else { return false }
        let nodes = max(0, passage.nodes.lowerBound - 2)..<passage.nodes.upperBound
        guard
            let time = nodes.first(where: {
                page.tag($0) == .time && page.tree.has(.datetime, $0)
            })
        else { return false }
        let own = time..<Int(page.tree.nodes[time].end)
        let rest = passage.nodes.filter { !own.contains($0) && page.tag($0) == .text }
            .map { String(decoding: page.tree.textBytes($0), as: UTF8.self) }.joined()
        let words = CleanText(rest).string.trimmed(of: " |·•–—,/")
        return words.isEmpty || !NameLine.names(in: words).isEmpty
    }

    private func line(_ index: Int) -> OpeningLines.Line {
        let passage = page.passages[index]
        return OpeningLines.Line(
            text: page.string(index),
            isHeading: page.tag(passage.block).headingLevel != nil, length: passage.census.length)
    }

    /// Whether another heading that is kept is a day.
    private func isDiary(_ kept: [Bool], _ opening: OpeningLines) -> Bool {
        var days = 0
        for index in page.passages.indices
        where kept[index] && page.passages[index].text.count < 100 {
            guard page.isHeading(index),
                opening.isDay(page.string(index))
            else { continue }
            days += 1
            if days > 1 { return true }
        }
        return false
    }
}
