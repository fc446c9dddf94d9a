/// Makes headings of lines that are underlined: "Notes" above "-----".
enum Underlines {
    typealias RawLine = LineSplitter.RawLine

    private static let longest = 100
    /// A line of signs differs from the heading above it by so many columns, or by half of it.
    private static let slack = 4

    /// The same lines with the mark of a heading before such a line, and without what is below it.
    static func marked(_ lines: [RawLine]) -> [RawLine] {
        guard lines.contains(where: isRule) else { return lines }
        var result: [RawLine] = []
        var wasUnderlined = false
        for (index, line) in lines.enumerated() {
            if isUnderline(index, lines) {
                result[result.count - 1].text =
                    (line.text.hasPrefix("=") ? "# " : "## ") + result[result.count - 1].text
                wasUnderlined = true
                continue
            }
            if parts(index, lines) {
                wasUnderlined = true
                continue
            }
            result.append(line)
            if wasUnderlined { result[result.count - 1].blanksBefore = max(1, line.blanksBefore) }
            wasUnderlined = false
        }
        return result
    }

    private static func isUnderline(_ index: Int, _ lines: [RawLine]) -> Bool {
        guard index > 0, index + 1 < lines.count, isRule(lines[index]),
            lines[index].blanksBefore == 0
        else { return false }
        let above = lines[index - 1]
        guard index == 1 || above.blanksBefore > 0, !isRule(above), above.width <= longest,
            LineMarker.split(above.text).marker == .none
        else { return false }
        let (width, own) = (above.width - above.indent, lines[index].width - lines[index].indent)
        return abs(width - own) <= max(slack, width / 2)
    }

    /// Signs in the longest run that parts the head of a text from it.
    private static let leastRule = 10
    private static let head = 6

    /// Whether a line is a rule below the head of a text: it parts what stands above from the text, as an empty line does.
    private static func parts(_ index: Int, _ lines: [RawLine]) -> Bool {
        (1...head).contains(index) && index + 1 < lines.count && isRule(lines[index])
            && lines[index].text.utf8.count >= leastRule && lines[index + 1].blanksBefore > 0
            && !isRule(lines[index + 1])
    }

    private static func isRule(_ line: RawLine) -> Bool {
        guard let first = line.text.utf8.first, "-=~^*".utf8.contains(first) else { return false }
        return line.text.utf8.count >= 3 && line.text.utf8.allSatisfy { $0 == first }
    }
}
