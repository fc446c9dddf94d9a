/// Takes the heads out of a mail in plain text that passes another on, and the few words above it: what is passed on is the
/// article. A longer note stays, without the signature below it.
enum PassedMail {
    typealias Line = LineSplitter.RawLine

    /// Words of a letter of one's own above what one passes on or answers.
    static let ownWords = 20
    /// A letter that is so many words longer than what stands above it is no mere question that was answered.
    static let muchMore = 100
    /// Mails that were passed on again and again.
    private static let deepest = 8

    private struct Place {
        /// Where the mark stands, or the head where there is none.
        var start: Int
        /// Behind the head.
        var end: Int
        var head: MailHead?
        /// Whether the mark says that a mail is passed on.
        var isForward: Bool
    }

    /// - Parameter isForwarded: whether the subject says that the mail passes another on.
    /// - Returns: the head of what the text begins with then; nil where that has none.
    static func take(from lines: inout [Line], isForwarded: Bool) -> MailHead? {
        var head: MailHead?
        var start = 0
        for _ in 0..<deepest {
            guard let place = place(in: lines, from: start) else { break }
            let own = words(of: lines[start..<place.start])
            let below = words(of: lines[place.end...])
            guard isForwarded || place.isForward || own < ownWords || below >= own + muchMore
            else { break }
            var kept = start
            if own >= ownWords {
                let note = lines[start..<place.start]
                kept = note.firstIndex { $0.text == "--" } ?? place.start
            } else if start == 0 {
                head = place.head ?? head
            }
            lines.removeSubrange(kept..<place.end)
            if kept > 0, kept < lines.count {
                lines[kept].blanksBefore = max(1, lines[kept].blanksBefore)
            }
            start = kept
            dropEnd(&lines)
        }
        return head
    }

    /// Lines above a note that few words of somebody's own may take.
    private static let noted = 60

    /// The same for a text that need not be a mail: only where the head of what is passed on stands below a few words.
    static func takeNoted(from lines: inout [Line]) -> MailHead? {
        guard let first = place(in: Array(lines.prefix(noted)), from: 0), first.head != nil,
            words(of: lines[..<first.start]) < ownWords
        else { return nil }
        let head = take(from: &lines, isForwarded: false)
        MailHead.cutFooter(&lines)
        return head
    }

    /// "----- End forwarded message -----".
    static func dropEnd(_ lines: inout [Line]) {
        guard lines.count > 1, let last = lines.last?.text, last.hasPrefix("---"),
            last.hasSuffix("---"), last.contains(where: \.isLetter),
            words(of: lines.suffix(1)) <= longestEnd
        else { return }
        lines.removeLast()
    }

    private static let longestEnd = 8

    static func words(of lines: ArraySlice<Line>) -> Int {
        lines.reduce(0) { $0 + words(of: $1.text) }
    }

    static func words(of text: String) -> Int {
        let bytes = text.utf8Span.span
        var words = 0
        var isBehindBlank = true
        for index in bytes.indices {
            let isBlank = bytes[index] == 0x20
            if isBehindBlank, !isBlank { words += 1 }
            isBehindBlank = isBlank
        }
        if bytes.isASCII { return words }
        // Scripts without blanks between words have two letters a word.
        let high = text.unicodeScalars.count { $0.value >= 0x0E00 && $0.properties.isAlphabetic }
        return max(words, high / 2)
    }

    private static func place(in lines: [Line], from start: Int) -> Place? {
        for index in lines.indices.dropFirst(start) {
            let line = lines[index]
            let isForward = MailHead.saysForward(line.text)
            if isForward || MailHead.isRule(line.text) || MailHead.saysOriginal(line.text) {
                if let (head, end) = MailHead.read(in: lines, at: index + 1) {
                    return Place(start: index, end: end, head: head, isForward: isForward)
                }
                if line.text.hasPrefix("---"), !MailHead.isRule(line.text), index + 1 < lines.count
                {
                    return Place(start: index, end: index + 1, isForward: isForward)
                }
            } else if index == start || line.blanksBefore > 0,
                MailHead.stands(at: index, in: lines)
                    || MailHeadForm.end(in: lines, at: index) != nil,
                let (head, end) = MailHead.read(in: lines, at: index)
            {
                return Place(start: index, end: end, head: head, isForward: false)
            }
        }
        return nil
    }
}
