/// Makes blocks of the lines that are the article.
enum TextBlocks {
    static func blocks(of lines: [TextLine]) -> [Block] {
        if let stanzas = Verse.stanzas(of: lines) { return stanzas }
        var blocks: [Block] = []
        var index = 0
        // A text with several questions is a conversation: none of them is a heading.
        let asks = lines.count { $0.text.hasSuffix("?") && $0.text.utf8.count < 200 } >= 2
        while index < lines.count {
            let line = lines[index]
            if line.raw != nil {
                var end = index + 1
                while end < lines.count, lines[end].raw != nil, lines[end].blanksBefore == 0 {
                    end += 1
                }
                blocks.append(.code(plain(lines[index..<end].compactMap(\.raw)), language: nil))
                index = end
                continue
            }
            switch line.marker {
            case .bullet, .ordered:
                var end = index + 1
                while end < lines.count, sameList(line.marker, lines[end].marker) { end += 1 }
                blocks.append(list(lines[index..<end]))
                index = end
            case .heading(let level):
                blocks.append(.heading(level: level, content: [.text(line.text)]))
                index += 1
            case .quote:
                var end = index + 1
                while end < lines.count, lines[end].marker == .quote, lines[end].blanksBefore == 0 {
                    end += 1
                }
                let text = lines[index..<end].map(\.text).joined(separator: " ")
                blocks.append(.quote([.paragraph([.text(text)])]))
                index = end
            case .none:
                let next = index + 1 < lines.count ? lines[index + 1] : nil
                let isHeading =
                    looksLikeHeading(line, next: next) && !(asks && line.text.hasSuffix("?"))
                    && !isSpoken(line.text)
                blocks.append(
                    isHeading
                        ? .heading(level: 2, content: [.text(line.text)])
                        : .paragraph([.text(line.text)]))
                index += 1
            }
        }
        return blocks
    }

    /// Without the mark of a note behind the sentence: "[1]".
    private static func withoutNote(_ text: String) -> String {
        guard text.hasSuffix("]"), let open = text.lastIndex(of: "["), open > text.startIndex,
            text[open...].dropFirst().dropLast().allSatisfy(\.isNumber)
        else { return text }
        return String(text[..<open])
    }

    /// Lines without the indent that all of them have.
    private static func plain(_ lines: [String]) -> String {
        let indent = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { String($0.dropFirst(indent)) }.joined(separator: "\n")
    }

    /// "Q: …", "Marl: …": whoever speaks stands before what is said.
    private static func isSpoken(_ text: String) -> Bool {
        guard text.holds(":") || text.holds("："),
            let colon = text.firstIndex(where: { ":：".contains($0) })
        else { return false }
        let name = text[..<colon]
        return name.count <= 24 && name.split(separator: " ").count <= 3
            && text.index(after: colon) < text.endIndex
            && (text.hasSuffix("?") || name.count <= 2)
    }

    private static func sameList(_ left: TextLine.Marker, _ right: TextLine.Marker) -> Bool {
        switch (left, right) {
        case (.bullet, .bullet), (.ordered, .ordered): true
        default: false
        }
    }

    private static func list(_ lines: ArraySlice<TextLine>) -> Block {
        var start = 1
        var isOrdered = false
        if case .ordered(let number) = lines.first?.marker {
            start = number
            isOrdered = true
        }
        return .list(
            ordered: isOrdered, start: start,
            items: lines.map { [.paragraph([.text($0.text)])] })
    }

    /// "(Applause)", "[Laughter]", "♪ Music ♪": what is heard, and no heading.
    private static func isAside(_ text: String) -> Bool {
        guard let first = text.first, let last = text.last, text.count > 2 else { return false }
        guard let place = asides.firstIndex(where: { $0.open == first }) else { return false }
        return asides[place].close == last && !text.dropFirst().dropLast().contains(first)
    }

    private static let asides: [(open: Character, close: Character)] = [
        ("(", ")"), ("[", "]"), ("（", "）"), ("［", "］"), ("♪", "♪"), ("*", "*"), ("<", ">"),
    ]

    /// A short line without an end of sentence, above a longer one, set off by a blank line where the text
    /// has any.
    static func looksLikeHeading(_ line: TextLine, next: TextLine?) -> Bool {
        guard let next, !line.text.isLonger(than: 110) else { return false }
        let words = line.text.split(separator: " ").count
        guard words <= 14, !line.text.hasSuffix(","), !line.text.hasSuffix(":") else {
            return false
        }
        if SentenceMarks.endsSentence(withoutNote(line.text)), !line.text.hasSuffix("?") {
            return false
        }
        if isAside(line.text) { return false }
        guard next.text.isLonger(than: line.text.count) || next.marker != .none else {
            return false
        }
        guard let first = line.text.unicodeScalars.first(where: { $0.properties.isAlphabetic })
        else {
            return false
        }
        return !first.properties.isLowercase
    }
}
