/// Brings the headline before the lines that some programs write above it: the house, the writer, the day, in a block of a
/// few short lines that ends in the day; and takes off the minutes that reading takes, beside such lines.
///
/// "Harbour Notes / Ada Marl / 4 Mar 2026 at 10:20", an empty line, the headline, an empty line, the text.
enum HeadBlock {
    typealias Line = LineSplitter.RawLine

    private static let mostLines = 4
    private static let longestLine = 60
    /// Words of a headline.
    private static let headline = 2...24
    /// Letters of the paragraph below it, at least.
    private static let leastProse = 80

    static func order(_ lines: inout [Line]) {
        dropMinutes(&lines)
        if lines.count > 2, lines[1].blanksBefore > 0, isBanner(lines[0].text, above: lines[1].text)
        {
            lines.removeFirst()
        }
        guard let end = end(in: lines) else { return }
        var title = lines[end]
        title.blanksBefore = lines[0].blanksBefore
        // Of several lines the first says whose the page is, the others who wrote it and when.
        let first = end > 1 ? 1 : 0
        var facts = Array(lines[first..<end])
        facts[0].blanksBefore = 0
        lines.replaceSubrange(0...end, with: [title] + facts)
    }

    /// Where the headline stands; nil where no such block is above one.
    private static func end(in lines: [Line]) -> Int? {
        guard
            let end = lines.prefix(mostLines + 1).indices.dropFirst().first(where: {
                lines[$0].blanksBefore > 0
            }),
            end + 1 < lines.count, lines[end + 1].blanksBefore > 0,
            headline.contains(PassedMail.words(of: lines[end].text)),
            !SentenceMarks.endsSentence(lines[end].text),
            !SentenceMarks.endsInColon(lines[end].text),
            lines[end + 1].text.utf8.count >= leastProse,
            lines[..<end].allSatisfy(isShort),
            isMoment(lines[end - 1].text),
            lines[..<(end - 1)].allSatisfy({ !$0.text.contains(where: \.isNumber) }),
            StatedDate.first(in: lines[end].text) == nil
        else { return nil }
        return end
    }

    private static func isShort(_ line: Line) -> Bool {
        line.text.count <= longestLine && !SentenceMarks.endsSentence(line.text)
    }

    /// A day with the time of it, and nothing else.
    private static func isMoment(_ text: String) -> Bool {
        guard text.utf8.count <= longestLine * 3, text.contains(where: \.isNumber),
            text.split(whereSeparator: { !$0.isNumber }).count >= 4
        else { return false }
        return OpeningLines(title: nil, authors: []).isDay(text)
    }

    /// "P112 HARBOUR TEXT Mon 02 Mar 09:14" above a headline in capitals.
    private static func isBanner(_ text: String, above title: String) -> Bool {
        let hasTime = text.split(separator: " ").contains { word in
            let parts = word.split(separator: ":")
            return (2...3).contains(parts.count)
                && parts.allSatisfy { $0.count == 2 && $0.allSatisfy(\.isNumber) }
        }
        return hasTime && text.split(whereSeparator: { !$0.isNumber }).count >= 4
            && title.contains(where: \.isUppercase) && !title.contains(where: \.isLowercase)
    }

    // MARK: - Minutes

    private static let reach = 6

    /// "3 min" by itself, below the writer, the host or the day.
    private static func dropMinutes(_ lines: inout [Line]) {
        let place = lines.indices.prefix(reach).dropFirst().first { index in
            index + 1 < lines.count && ReadingTime.areMinutes(lines[index].text)
                && isFact(lines[index - 1].text)
        }
        guard let place else { return }
        // The name alone between the headline and the minutes is the writer's.
        let above = lines[place - 1].text
        if place > 1, !NameLine.names(in: above).isEmpty, FactParts(above, authors: []) == nil {
            lines[place - 1].text = "By " + above
        }
        let blanks = lines[place].blanksBefore
        lines.remove(at: place)
        lines[place].blanksBefore = max(1, blanks, lines[place].blanksBefore)
    }

    private static func isFact(_ text: String) -> Bool {
        text.utf8.count <= longestLine * 3
            && (FactParts(text, authors: []) != nil || !NameLine.names(in: text).isEmpty)
    }
}
