/// Makes blocks of the lines that are the article.
enum TextBlocks {
    static func blocks(of lines: [TextLine]) -> [Block] {
        var blocks: [Block] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
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
                blocks.append(.quote([.paragraph([.text(line.text)])]))
                index += 1
            case .none:
                let next = index + 1 < lines.count ? lines[index + 1] : nil
                let isHeading = looksLikeHeading(line, next: next)
                blocks.append(
                    isHeading
                        ? .heading(level: 2, content: [.text(line.text)])
                        : .paragraph([.text(line.text)]))
                index += 1
            }
        }
        return blocks
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

    /// A short line without an end of sentence, above a longer one, set off by a blank line where the text
    /// has any.
    static func looksLikeHeading(_ line: TextLine, next: TextLine?) -> Bool {
        guard let next, line.text.count <= 110 else { return false }
        let words = line.text.split(separator: " ").count
        guard words <= 14, !line.text.hasSuffix(","), !line.text.hasSuffix(":") else {
            return false
        }
        if SentenceMarks.endsSentence(line.text), !line.text.hasSuffix("?") { return false }
        guard next.text.count > line.text.count || next.marker != .none else { return false }
        guard let first = line.text.unicodeScalars.first(where: { $0.properties.isAlphabetic })
        else {
            return false
        }
        return !first.properties.isLowercase
    }
}
