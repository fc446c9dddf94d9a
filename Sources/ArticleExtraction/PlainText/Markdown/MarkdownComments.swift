/// Takes Obsidian's comments out of Markdown: what stands between two "%%", outside of code.
enum MarkdownComments {
    /// A comment of more lines is none that was closed.
    private static let longest = 400

    static func removed(from lines: [String]) -> [String] {
        guard lines.contains(where: { $0.contains("%%") }) else { return lines }
        var rest: [String] = []
        var fence: Character?
        var index = 0
        while index < lines.count {
            var line = lines[index]
            let bare = line.trimmed(of: " ")
            if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
                if fence == nil { fence = bare.first } else if fence == bare.first { fence = nil }
            }
            index += 1
            guard fence == nil, !line.contains("`") else {
                rest.append(line)
                continue
            }
            while let open = opening(in: line) {
                let behind = line[line.index(open, offsetBy: 2)...]
                if let close = closing(in: behind) {
                    line = String(line[..<open]) + behind[close...]
                    continue
                }
                let end = lines[index...].prefix(longest).firstIndex { closing(in: $0[...]) != nil }
                guard let end, let close = closing(in: lines[end][...]) else { break }
                line = String(line[..<open]) + lines[end][close...]
                index = end + 1
            }
            rest.append(line)
        }
        return rest
    }

    /// "%%" at the beginning of a word.
    private static func opening(in line: String) -> String.Index? {
        guard let mark = line.firstRange(of: "%%") else { return nil }
        let isFirst = mark.lowerBound == line.startIndex
        return isFirst || line[line.index(before: mark.lowerBound)] == " " ? mark.lowerBound : nil
    }

    /// Behind "%%" at the end of a word.
    private static func closing(in text: Substring) -> String.Index? {
        guard let mark = text.firstRange(of: "%%") else { return nil }
        return mark.upperBound == text.endIndex || text[mark.upperBound] == " "
            ? mark.upperBound : nil
    }
}
