/// Breaks text into lines of a terminal, between words.
public struct WordWrap: Sendable {
    /// The columns of a line, 20 or more.
    public let columns: Int
    /// What stands before every line but the first.
    public let indent: String

    public init(columns: Int, indent: String = "") {
        self.columns = max(20, columns)
        self.indent = indent
    }

    /// The lines of a text of one paragraph; the first begins with `head`.
    ///
    /// A word that is longer than a line has one to itself: an address or a command that is cut cannot be copied.
    /// Scripts without spaces are broken between their characters.
    public func lines(_ text: String, head: String = "") -> [String] {
        var lines: [String] = []
        var line = head
        var width = head.displayWidth
        // Nothing but the beginning of a line stands in it yet.
        var isFresh = true
        for word in text.split(separator: " ") {
            for (index, piece) in WordWrap.pieces(of: word).enumerated() {
                let gap = isFresh || index > 0 ? "" : " "
                let more = piece.displayWidth + gap.count
                if !isFresh, width + more > columns {
                    lines.append(line)
                    line = indent + piece
                    width = indent.displayWidth + piece.displayWidth
                } else {
                    line += gap + piece
                    width += more
                }
                isFresh = false
            }
        }
        return lines + [line]
    }

    /// What may not be broken: a word, or one character of a script without spaces with the marks behind it.
    private static func pieces(of word: Substring) -> [Substring] {
        var pieces: [Substring] = []
        var start = word.startIndex
        var wasWide = false
        for index in word.indices where index > start {
            let isWide = word[index].unicodeScalars.first?.isWide ?? false
            let isMark = word[index].isPunctuation
            if (wasWide || isWide) && !isMark {
                pieces.append(word[start..<index])
                start = index
            }
            wasWide = isWide
        }
        return pieces + [word[start...]]
    }
}
