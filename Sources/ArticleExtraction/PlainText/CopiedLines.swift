/// Undoes what mail programs and typewriters make of a text: quotation marks before each line, a line that says who wrote
/// it, an empty line behind each line.
///
/// The quoted text is the article, as if it had come by itself. An answer above or between what is quoted is somebody's
/// own text, which is left as it is.
struct CopiedLines {
    typealias Line = LineSplitter.RawLine

    /// With fewer lines nothing is told.
    private static let least = 4
    /// A few words of one's own, and "On … wrote:", take so many lines at most.
    private static let introduction = 16

    static func plain(_ lines: [Line]) -> [Line] {
        var lines = lines
        // A text that was quoted and quoted again.
        for _ in 0..<8 {
            guard let inner = unquoted(lines) else { break }
            lines = inner
        }
        return singleSpaced(lines) ?? lines
    }

    /// What is quoted where all is; nil else.
    private static func unquoted(_ lines: [Line]) -> [Line]? {
        guard lines.count >= least,
            let first = lines.prefix(introduction + 1).firstIndex(where: isQuoted)
        else { return nil }
        // Before it stands nothing, or a sentence that introduces it.
        if first > 0, !SentenceMarks.endsInColon(lines[first - 1].text) { return nil }
        var opening = max(0, first - 1)
        while opening > 0, lines[opening].blanksBefore == 0 { opening -= 1 }
        // Above that it is a letter of one's own.
        if PassedMail.words(of: lines[..<opening]) >= PassedMail.ownWords { return nil }
        let end = endOfQuoted(lines)
        var inner: [Line] = []
        var blanks = 0
        var wasQuoted = false
        for line in lines[first..<end] {
            guard isQuoted(line) else {
                // The end of a line that was too long once the mark stood before it.
                guard wasQuoted, line.blanksBefore == 0, !inner.isEmpty, blanks == 0 else {
                    return nil
                }
                inner[inner.count - 1].text += " " + line.text
                inner[inner.count - 1].width += 1 + line.width
                wasQuoted = false
                continue
            }
            wasQuoted = true
            let (text, indent) = withoutMark(line.text)
            if text.isEmpty {
                blanks += 1
            } else {
                let cut = line.text.unicodeScalars.count - text.unicodeScalars.count
                inner.append(
                    Line(
                        text: text, indent: indent, width: max(1, line.width - cut + indent),
                        blanksBefore: blanks + line.blanksBefore))
                blanks = 0
            }
        }
        return inner.isEmpty ? nil : inner
    }

    /// Behind what is quoted, where below it stands no more than a few words of one's own.
    private static func endOfQuoted(_ lines: [Line]) -> Int {
        guard let last = lines.lastIndex(where: isQuoted), last + 1 < lines.count,
            lines[last + 1].blanksBefore > 0,
            PassedMail.words(of: lines[(last + 1)...]) < PassedMail.ownWords
        else { return lines.count }
        return last + 1
    }

    private static func isQuoted(_ line: Line) -> Bool { line.text.hasPrefix(">") }

    /// The text behind "> ", and how far it is indented.
    private static func withoutMark(_ text: String) -> (String, Int) {
        var rest = text.dropFirst()
        if rest.first == " " { rest = rest.dropFirst() }
        let spaces = rest.prefix { $0 == " " }.count
        return (String(rest.dropFirst(spaces)), spaces)
    }

    /// The same with every second empty line gone, where lines of one paragraph have an empty line between them; nil else.
    private static func singleSpaced(_ lines: [Line]) -> [Line]? {
        let rest = lines.dropFirst()
        guard lines.count >= least * 2, rest.allSatisfy({ $0.blanksBefore >= 1 }) else {
            return nil
        }
        let pairs = zip(lines, rest).filter { $1.blanksBefore == 1 }
        guard pairs.count * 10 >= rest.count * 6 else { return nil }
        // Paragraphs end as sentences do; wrapped lines end anywhere, and all near one width.
        let widest = lines.map(\.width).max() ?? 0
        guard (30...120).contains(widest) else { return nil }
        let broken = pairs.count { line, _ in
            line.width * 10 >= widest * 6 && !SentenceMarks.endsSentence(line.text)
        }
        guard broken * 2 >= pairs.count else { return nil }
        var single = lines
        for index in single.indices.dropFirst() { single[index].blanksBefore /= 2 }
        return single
    }
}
