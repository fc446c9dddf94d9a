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
        for (index, kind) in zip(first, kinds) {
            guard let kind else { continue }
            if kind != .title, date == nil { date = StatedDate.parse(page.string(index)) }
            verdict.drop(index, .opening(kind))
        }
        return date
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
