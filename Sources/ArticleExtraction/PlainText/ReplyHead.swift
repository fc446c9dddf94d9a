/// The line that a mail program writes above what it answers, told by its form whatever language it is in: who wrote, with
/// the address, when, and a colon at the end.
enum ReplyHead {
    typealias Line = LineSplitter.RawLine

    /// Such a line takes so many lines of a text at most, and so many bytes.
    private static let most = 3
    private static let longest = 300

    /// Where it ends that begins a text; nil where none does.
    static func end(in lines: [Line], at start: Int) -> Int? {
        for index in start..<min(lines.count, start + most) {
            if index > start, lines[index].blanksBefore > 0 { return nil }
            guard SentenceMarks.endsInColon(lines[index].text) else { continue }
            let text = lines[start...index].map(\.text).joined(separator: " ")
            return isHead(text) ? index + 1 : nil
        }
        return nil
    }

    private static func isHead(_ text: String) -> Bool {
        guard text.utf8.count <= longest, text.contains("@") else { return false }
        // A day and a time of it.
        let numbers = text.split { !$0.isNumber }
        guard numbers.count >= 4, numbers.contains(where: { $0.count == 4 }) else { return false }
        return text.contains("<") && text.contains(">") || text.contains("(") && text.contains(")")
    }
}
