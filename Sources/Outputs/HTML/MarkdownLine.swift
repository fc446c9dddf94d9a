/// What a line of Markdown begins (CommonMark 0.31 §4, §5; GFM §4.10).
enum MarkdownLine {
    typealias Line = ArraySlice<UInt8>

    private static let space = UInt8(ascii: " ")

    static func isBlank(_ line: Line) -> Bool { line.allSatisfy { $0 == space || $0 == 0x09 } }

    static func indent(of line: Line) -> Int { line.prefix { $0 == space }.count }

    /// Whether a line ends the paragraph before it.
    static func beginsBlock(_ line: Line) -> Bool {
        quoted(line) != nil || fence(line) != nil || isRule(line) || heading(line) != nil
            || item(line).map { $0.number ?? 1 == 1 } ?? false || note(line) != nil
    }

    static func quoted(_ line: Line) -> Line? {
        let line = line.drop { $0 == space }
        guard line.first == UInt8(ascii: ">") else { return nil }
        let rest = line.dropFirst()
        return rest.first == space ? rest.dropFirst() : rest
    }

    /// How many backticks a fence of code has.
    static func fence(_ line: Line) -> Int? {
        let line = line.drop { $0 == space }
        let count = line.prefix { $0 == UInt8(ascii: "`") }.count
        return count >= 3 && !line.dropFirst(count).contains(UInt8(ascii: "`")) ? count : nil
    }

    /// "* * *", "---", "___".
    static func isRule(_ line: Line) -> Bool {
        let marks = line.filter { $0 != space }
        guard let mark = marks.first, marks.count >= 3, "*-_".utf8.contains(mark) else {
            return false
        }
        return marks.allSatisfy { $0 == mark }
    }

    static func heading(_ line: Line) -> (level: Int, rest: Line)? {
        let level = line.prefix { $0 == UInt8(ascii: "#") }.count
        let rest = line.dropFirst(level)
        guard (1...6).contains(level), rest.first == space else { return nil }
        return (level, rest.drop { $0 == space })
    }

    /// `sign` tells lists apart, `indent` is what the lines of the item are indented by.
    static func item(
        _ line: Line
    ) -> (sign: UInt8, number: Int?, indent: Int, rest: Line)? {
        guard let first = line.first else { return nil }
        if "-*+".utf8.contains(first) {
            let rest = line.dropFirst()
            guard rest.isEmpty || rest.first == space else { return nil }
            return (first, nil, 2, rest.dropFirst())
        }
        let digits = line.prefix { (0x30...0x39).contains($0) }
        let rest = line.dropFirst(digits.count)
        guard (1...9).contains(digits.count), let sign = rest.first,
            sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")"),
            rest.dropFirst().first == space
        else { return nil }
        let number = Int(String(decoding: digits, as: UTF8.self))
        return (sign, number, digits.count + 2, rest.dropFirst(2))
    }

    /// "[^label]: ".
    static func note(_ line: Line) -> (label: Line, rest: Line)? {
        guard line.starts(with: "[^".utf8), let end = line.firstIndex(of: UInt8(ascii: "]")),
            line[end...].dropFirst().starts(with: ": ".utf8), end - line.startIndex > 2
        else { return nil }
        return (line[line.startIndex + 2..<end], line[(end + 3)...])
    }

    /// The cells of a row; nil for a line that does not begin with "|".
    static func cells(_ line: Line) -> [Line]? {
        var line = line.drop { $0 == space }
        while line.last == space { line.removeLast() }
        guard line.first == UInt8(ascii: "|") else { return nil }
        var cells: [Line] = []
        var start = line.startIndex + 1
        var place = start
        while place < line.endIndex {
            if line[place] == UInt8(ascii: "\\") {
                place += 2
                continue
            }
            if line[place] == UInt8(ascii: "|") {
                cells.append(trimmed(line[start..<place]))
                start = place + 1
            }
            place += 1
        }
        if start < line.endIndex { cells.append(trimmed(line[start...])) }
        return cells
    }

    static func isTableRule(_ line: Line) -> Bool {
        guard let cells = cells(line), !cells.isEmpty else { return false }
        return cells.allSatisfy { cell in
            cell.contains(UInt8(ascii: "-")) && cell.allSatisfy { "-: ".utf8.contains($0) }
        }
    }

    private static func trimmed(_ cell: Line) -> Line {
        var cell = cell.drop { $0 == space }
        while cell.last == space { cell.removeLast() }
        return cell
    }
}
