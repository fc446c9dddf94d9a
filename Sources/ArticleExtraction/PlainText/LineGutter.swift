/// Takes off what editors and lists put before each line of a text: its number, or a sign such as "|" or "//".
///
/// Numbers are those of lines where they count up line by line, and lines without words or sentences that go on from line
/// to line tell the text from a list. Every fifth line may bear one alone.
enum LineGutter {
    typealias Line = LineSplitter.RawLine

    /// With fewer lines nothing is told.
    private static let least = 8
    /// Sentences that go on in the next line.
    private static let leastOpen = 3
    /// A text has no more lines.
    private static let longestNumber = 6
    /// The distance between lines that bear a number where not all do.
    private static let step = 5

    static func stripped(_ lines: [Line]) -> [Line] {
        guard lines.count >= least, let first = lines.first?.text.utf8.first else { return lines }
        if let mark = mark(first) ?? initials(lines) { return unsigned(lines, mark) ?? lines }
        return numbered(lines) ?? fifths(lines) ?? lines
    }

    // MARK: - Signs

    /// The sign that a byte begins; nil for nearly every text.
    private static func mark(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "|"): "|"
        case UInt8(ascii: "#"): "#"
        case UInt8(ascii: "/"): "//"
        case UInt8(ascii: ";"): ";"
        case UInt8(ascii: "%"): "%"
        case 0xE2: "│"
        default: nil
        }
    }

    /// "AM> ": whose lines they are, as some mail programs quote.
    private static func initials(_ lines: [Line]) -> String? {
        guard let first = lines.first?.text else { return nil }
        let letters = first.utf8.prefix { (0x41...0x5A).contains($0 & 0xDF) }
        guard (1...4).contains(letters.count), letters.endIndex < first.endIndex,
            first.utf8[letters.endIndex] == UInt8(ascii: ">")
        else { return nil }
        return String(first[...letters.endIndex])
    }

    private static func unsigned(_ lines: [Line], _ mark: String) -> [Line]? {
        // "/*" and "*/" around lines that begin with "*".
        if mark == "//", lines.first?.text == "/*", lines.last?.text == "*/" {
            return unsigned(lines.dropFirst().dropLast(), "*")
        }
        var gutter = Gutter()
        for line in lines {
            guard line.text.hasPrefix(mark) else { return nil }
            let rest = line.text.dropFirst(mark.count)
            // "| a | b |" is a row of a table.
            guard rest.isEmpty || rest.first == " ", rest.last != mark.last else { return nil }
            gutter.add(line, rest, behind: mark.count)
        }
        // Headings of one level, one below the other, have no empty lines between them that bear their sign.
        guard gutter.bare > 0 || gutter.goesOn >= leastOpen else { return nil }
        return gutter.lines
    }

    // MARK: - Numbers

    private struct Numbered {
        var number: Int
        /// What stands between the number and the blanks behind it.
        var mark: Character?
        var rest: Substring
        /// Columns before the blanks.
        var width: Int
    }

    private static func numbered(_ line: Line) -> Numbered? {
        guard let first = line.text.utf8.first else { return nil }
        let isBracketed = first == UInt8(ascii: "[")
        guard isBracketed || (0x30...0x39).contains(first) else { return nil }
        let digits = line.text.dropFirst(isBracketed ? 1 : 0).prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= longestNumber, let number = Int(digits) else { return nil }
        var rest = line.text[digits.endIndex...]
        var mark: Character?
        let next = rest.drop { $0 == " " }
        if let sign = next.first, "|│".contains(sign) || ":.)]".contains(sign) && next == rest {
            mark = sign
            rest = next.dropFirst()
        }
        guard rest.isEmpty || rest.first == " ", isBracketed == (mark == "]") else { return nil }
        return Numbered(
            number: number, mark: mark, rest: rest, width: line.text.count - rest.count)
    }

    private static func numbered(_ lines: [Line]) -> [Line]? {
        var gutter = Gutter()
        var last: Numbered?
        for line in lines {
            guard let found = numbered(line),
                last.map({ found.number == $0.number + 1 && found.mark == $0.mark }) ?? true
            else { return nil }
            gutter.add(line, found.rest, behind: found.width)
            last = found
        }
        let isList = last?.mark.map { ".)".contains($0) } ?? false
        guard gutter.goesOn >= leastOpen || !isList && gutter.bare >= 2 else { return nil }
        return gutter.lines
    }

    /// The same where every fifth line bears its number, to the end.
    private static func fifths(_ lines: [Line]) -> [Line]? {
        for countsBlanks in [true, false] {
            var place = 0
            var next: (number: Int, place: Int)?
            var found = 0
            var gutter = Gutter()
            for line in lines {
                place += 1 + (countsBlanks ? line.blanksBefore : 0)
                if let expected = next, place >= expected.place {
                    // An empty line bears none.
                    guard place == expected.place, let numbered = numbered(line),
                        numbered.number == expected.number, numbered.mark == nil
                    else {
                        found = 0
                        break
                    }
                    gutter.add(line, numbered.rest, behind: numbered.width)
                } else if next == nil, let numbered = numbered(line), numbered.mark == nil,
                    numbered.number == place, place == step
                {
                    gutter.add(line, numbered.rest, behind: numbered.width)
                } else {
                    guard place < step || next != nil else { break }
                    gutter.add(line, line.text[...], behind: 0)
                    continue
                }
                found += 1
                next = (place + step, place + step)
            }
            if found >= leastOpen, gutter.goesOn >= leastOpen { return gutter.lines }
        }
        return nil
    }

    /// The lines without what stood before them.
    private struct Gutter {
        private struct Taken {
            var line: Line
            /// Columns of the number or sign before it, and blanks behind that.
            var mark: Int
            var blanks: Int
            var column: Int { line.indent + mark + blanks }
        }

        private var taken: [Taken] = []
        /// Empty lines.
        private(set) var bare = 0
        /// Lines in which the sentence of the line before goes on.
        private(set) var goesOn = 0
        private var blanks = 0

        mutating func add(_ line: Line, _ rest: Substring, behind width: Int) {
            let text = rest.drop { $0 == " " }
            guard !text.isEmpty else {
                blanks += 1 + line.blanksBefore
                bare += 1
                return
            }
            var line = line
            let spaces = rest.utf8.count - text.utf8.count
            line.text = String(text)
            line.blanksBefore += blanks
            blanks = 0
            if let before = taken.last?.line, line.blanksBefore == 0,
                !Unwrapper.endsSentence(before.text),
                let first = line.text.unicodeScalars.first, first.properties.isAlphabetic,
                !first.properties.isUppercase
            {
                goesOn += 1
            }
            taken.append(Taken(line: line, mark: width, blanks: spaces))
        }

        var lines: [Line] {
            let least = taken.map(\.column).min() ?? 0
            let fewest = taken.map(\.blanks).min() ?? 0
            let isPushed = pushes(fewest)
            return taken.map { taken in
                var line = taken.line
                line.indent = isPushed ? taken.blanks - fewest : taken.column - least
                line.width = max(1, line.width - taken.column + line.indent)
                return line
            }
        }

        /// Whether longer numbers push their lines to the right: nothing fills shorter ones up.
        private func pushes(_ fewest: Int) -> Bool {
            let widest = taken.map(\.mark).max() ?? 0
            return fewest <= 2 && Set(taken.map(\.line.indent)).count == 1
                && taken.contains { $0.blanks == fewest && $0.mark < widest }
        }
    }
}
