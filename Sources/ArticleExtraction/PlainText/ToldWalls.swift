/// Frees paragraphs that tell of walls and buttons: "We use cookies, the banner says, and most of us click without
/// reading." A page's furniture is short, or speaks to its reader, and stands among more of its kind.
enum ToldWalls {
    /// Words of a paragraph, and of a headline above it.
    private static let paragraph = 18.0
    private static let headline = 7.0

    /// The lines, those that tell as plain ones where the text has no other furniture.
    static func freed(_ lines: [LineTraits]) -> [LineTraits] {
        let marked = lines.indices.filter { lines[$0].isFurniture }
        guard !marked.isEmpty,
            marked.allSatisfy({ tells(lines[$0]) || $0 == 0 && isHeadline(lines) })
        else { return lines }
        // A text that has more of them than of others is a wall.
        let others = lines.count { !$0.isFurniture && $0.isProse && $0.weight >= paragraph }
        guard others > marked.count else { return lines }
        var freed = lines
        for index in marked { freed[index] = lines[index].freed(isHeading: false) }
        return freed
    }

    private static func tells(_ line: LineTraits) -> Bool {
        line.kind != nil && line.isProse && line.weight >= paragraph && !line.hasAddress
            && line.line.marker == .none && OwnWords.isSentence(line.line.text)
            && !speaksToReader(line.line.text)
    }

    private static func isHeadline(_ lines: [LineTraits]) -> Bool {
        lines[0].kind != nil && lines[0].weight >= headline && !lines[0].endsSentence
            && !lines[0].hasAddress && !speaksToReader(lines[0].line.text) && lines.count > 1
            && lines[1].line.blanksBefore > 0
    }

    private static func speaksToReader(_ text: String) -> Bool {
        var isFirst = true
        for word in text.split(whereSeparator: { !$0.isLetter }) {
            if readers.contains(TextFolding.fold(String(word))) { return true }
            // "Sie" within a sentence, where "sie" is they.
            if !isFirst, formal.contains(String(word)) { return true }
            isFirst = false
        }
        return false
    }

    private static let readers = Set(
        """
        you your yours vous votre vos usted ustedes tu tus tuo tua tuoi voce voces je jouw uw du dir dich dein deine deinen
        din dina dig ditt вы вас вам ваш ваша ваши ваше ти вашего 您 你 あなた 您的
        """.split(whereSeparator: \.isWhitespace).map(String.init))
    private static let formal: Set<String> = [
        "Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer",
    ]
}
