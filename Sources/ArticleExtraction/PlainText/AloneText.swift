/// Tells a file that holds the article and nothing else: no line of it is furniture, and next to all of it reads like the
/// article. Of such a file the short lines at both ends are the article's too, whatever the judge of lines says of them:
/// "Yes.", "Vote: 5 in favour, 2 against", the numbers of a draw.
enum AloneText {
    /// So many lines, and words by those of the article, may be no part of what is sure.
    private static let mostLines = 14
    private static let mostWords = (least: 24.0, share: 0.25)

    /// The lines from below the title on to the end; nil where the file has more than the article.
    ///
    /// - Parameters:
    ///   - region: what is surely the article.
    ///   - isFurniture: whether a line is, by its index.
    static func lines(
        of lines: [LineTraits], around region: Range<Int>, isTitled: Bool,
        isFurniture: (Int) -> Bool
    ) -> Range<Int>? {
        guard lines.count - region.count <= mostLines, !lines.indices.contains(where: isFurniture)
        else { return nil }
        var outside = 0.0
        var inside = 0.0
        for index in lines.indices {
            if region.contains(index) {
                inside += lines[index].weight
            } else {
                outside += lines[index].weight
            }
        }
        guard outside <= max(mostWords.least, inside * mostWords.share) else { return nil }
        let title = isTitled ? nil : TitleLine.visible(in: lines, bodyStart: region.lowerBound)
        let end = end(of: lines, region)
        if let title, title >= region.lowerBound { return region.lowerBound..<end }
        var start = region.lowerBound
        let first = title.map { $0 + 1 } ?? 0
        while start > first, states(start - 1, lines) || isFact(lines[start - 1]) { start -= 1 }
        return start..<end
    }

    private static func isFact(_ line: LineTraits) -> Bool {
        line.byline != nil || line.date != nil
    }

    /// Whether a line says something: a figure, a sentence, a label and what it is; no name, no address, no button.
    private static func states(_ index: Int, _ lines: [LineTraits]) -> Bool {
        let line = lines[index]
        guard !line.hasAddress, line.byline == nil, line.dividers < 2 else { return false }
        if OwnWords.isSentence(line.line.text) || line.line.text.contains(where: \.isNumber)
            || line.line.text.contains(where: { ":：".contains($0) })
        {
            return true
        }
        if index > 0, SentenceMarks.endsInColon(lines[index - 1].line.text) {
            return true
        }
        // Beside a byline it tells for whom its writer works.
        let near = [index - 1, index + 1].filter(lines.indices.contains)
        return !near.contains { isFact(lines[$0]) }
            && (line.startsCapital && line.smallShare >= 0.5 && line.weight >= 3 || line.isUnspaced)
    }

    /// What stands behind the article is its end as far as the first line that says where to turn, who wrote it or when.
    private static func end(of lines: [LineTraits], _ region: Range<Int>) -> Int {
        let announced = ColonList.lines(behind: region, in: lines)
        for index in region.upperBound..<lines.count where !announced.contains(index) {
            let line = lines[index]
            if !states(index, lines) { return index }
            if let date = line.date, line.line.text[date.range].count * 2 > line.line.text.count {
                return index
            }
            // The last line of a letter is its writer's name.
            let isLast = index == lines.count - 1 && !lines[index - 1].line.text.hasSuffix(":")
            if isLast, !NameLine.names(in: line.line.text).isEmpty, line.line.blanksBefore > 0 {
                return index
            }
        }
        return lines.count
    }
}
