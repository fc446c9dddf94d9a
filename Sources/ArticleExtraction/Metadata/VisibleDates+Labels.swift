import LibXML

/// Dates that are told by the words before them, or by standing alone.
extension VisibleDates {
    /// A date that a word of publication introduces, wherever it stands: "Published 5 May 2021",
    /// "Datum: 05.05.2021", also with the word on a line of its own.
    func labelled() -> String? {
        for index in page.passages.indices {
            let passage = page.passages[index]
            guard passage.text.count < 240, mayHoldDate(index),
                !isElsewhere(passage.nodes.lowerBound)
            else { continue }
            if let date = labelled(page.string(index), before: index) { return date }
        }
        return nil
    }

    private func labelled(_ line: String, before index: Int) -> String? {
        for date in dates(in: line) {
            let label = String(line[..<date.range.lowerBound])
            if ChangeWords.introducesPublication(label) { return date.value }
            if label.isEmpty, index > 0, page.passages[index - 1].text.count < 40,
                ChangeWords.introducesPublication(page.string(index - 1))
            {
                return date.value
            }
        }
        return nil
    }

    /// A line near the title that is nothing but a date, or one with a few words after a mark.
    func bareLineNearTitle() -> String? {
        guard let titlePassage else { return nil }
        let place = max(0, titlePassage - 8)..<min(page.passages.count, titlePassage + 30)
        for index in place where index != titlePassage {
            let passage = page.passages[index]
            guard passage.text.count < 60, mayHoldDate(index),
                !isAside(passage.nodes.lowerBound)
            else { continue }
            let line = page.string(index)
            guard let date = StatedDate.first(in: line, order: order),
                line[..<date.range.lowerBound].count(where: \.isLetter) < 24,
                line[date.range.upperBound...].count(where: \.isLetter) < 24,
                isFree(date.range.lowerBound, in: line, index)
            else { continue }
            return date.value
        }
        return nil
    }
}
