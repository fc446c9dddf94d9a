/// Takes off what messengers and mail in a browser show around one message that is copied off the screen: the name above it and the
/// time below it; the sender with the address, to whom it went and when, below the subject.
enum SharedMessage {
    typealias Line = LineSplitter.RawLine

    private static let reach = 5
    /// Letters of a picture that is made of somebody's initials.
    private static let initials = 3

    static func strip(_ lines: inout [Line]) {
        dropNameAndTime(&lines)
        dropSender(&lines)
    }

    private static func dropNameAndTime(_ lines: inout [Line]) {
        guard lines.count > 3, let last = lines.last, CopyTraces.isTime(last.text),
            SentenceMarks.endsSentence(lines[lines.count - 2].text),
            CopyTraces.isName(lines[0].text[...]), lines[1].blanksBefore == 0,
            lines[2].blanksBefore > 0
        else { return }
        lines.removeLast()
        lines.removeFirst()
    }

    /// "AM", "Ann Miller<ann@review.example>", "To: Ben Ward", "Monday, March 2, 2026 9:14 AM"
    private static func dropSender(_ lines: inout [Line]) {
        let place = lines.indices.prefix(reach).dropFirst().first { index in
            let text = lines[index].text
            return text.hasSuffix(">") && text.contains("@") && text.contains("<")
                && text.utf8.count <= 200
        }
        guard let place, place + 3 < lines.count,
            lines[(place + 1)...(place + 2)].allSatisfy({ $0.blanksBefore == 0 }),
            lines[place + 3].blanksBefore > 0,
            MailHead.isField(folded: TextFolding.fold(beginning(of: lines[place + 1].text))),
            lines[place + 2].text.split(whereSeparator: { !$0.isNumber }).count >= 3,
            lines[place + 2].text.utf8.count <= 120
        else { return }
        let isPicture = place > 1 && lines[place - 1].text.count <= initials
        lines.removeSubrange((isPicture ? place - 1 : place)...(place + 2))
    }

    /// A field with a blank behind its colon.
    private static func beginning(of text: String) -> String {
        guard let colon = text.firstIndex(where: { ":：".contains($0) }) else { return text }
        return text[..<colon] + ": x"
    }
}
