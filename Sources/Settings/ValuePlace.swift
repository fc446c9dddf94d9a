/// Finds where in a TOML document a character of a string's value stands, for errors within a value.
struct ValuePlace {
    private let lines: [Substring]

    init(_ source: String) {
        lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Line and column, from 1, of the character `offset` (from 0) of the string that the key in a line has; nil where the
    /// line has no such key.
    func place(ofKey key: String, inLine line: Int, offset: Int) -> (line: Int, column: Int)? {
        guard lines.indices.contains(line - 1) else { return nil }
        let text = Array(lines[line - 1])
        guard let start = Self.valueStart(of: key, in: text) else { return nil }
        var walk = Walk(lines: lines, line: line - 1, text: text, column: start)
        return walk.open() ? walk.walk(offset) : nil
    }

    /// Where the value of `key` begins, behind its equals sign; also within an inline table.
    private static func valueStart(of key: String, in text: [Character]) -> Int? {
        let name = Array(key)
        for start in text.indices where text[start...].starts(with: name) {
            let isWord = start > 0 && (text[start - 1].isLetter || "_-".contains(text[start - 1]))
            var rest = start + name.count
            while rest < text.count, " \t\"'".contains(text[rest]) { rest += 1 }
            guard !isWord, rest < text.count, text[rest] == "=" else { continue }
            rest += 1
            while rest < text.count, text[rest] == " " || text[rest] == "\t" { rest += 1 }
            return rest
        }
        return nil
    }

    private struct Walk {
        let lines: [Substring]
        var line: Int
        var text: [Character]
        var column: Int
        var quote: Character = "\""
        var isLong = false

        /// Passes the quotes that a string begins with; false where there are none.
        mutating func open() -> Bool {
            guard column < text.count, text[column] == "\"" || text[column] == "'" else {
                return false
            }
            quote = text[column]
            isLong = text[column...].starts(with: [quote, quote, quote])
            column += isLong ? 3 : 1
            // TOML trims a line end right behind the quotes.
            if isLong, column >= text.count { nextLine() }
            return true
        }

        private mutating func nextLine() {
            line += 1
            text = lines.indices.contains(line) ? Array(lines[line]) : []
            column = 0
        }

        mutating func walk(_ offset: Int) -> (line: Int, column: Int) {
            for _ in 0..<offset {
                if quote == "\"", column < text.count, text[column] == "\\" {
                    passEscape()
                } else if column < text.count {
                    column += 1
                } else if isLong, lines.indices.contains(line + 1) {
                    nextLine()
                }
            }
            return (line + 1, column + 1)
        }

        private mutating func passEscape() {
            switch column + 1 < text.count ? text[column + 1] : "\n" {
            case "u": column += 6
            case "U": column += 10
            case "\n", " ", "\t":
                // A line that ends in \ goes on at the next character that is no space.
                repeat {
                    nextLine()
                } while lines.indices.contains(line)
                    && text.allSatisfy(\.isWhitespace)
                while column < text.count, text[column].isWhitespace { column += 1 }
                column += 1
            default: column += 2
            }
        }
    }
}
