/// What begins an item of a list.
enum PDFListMark {
    enum Mark: Equatable {
        case bullet
        case number(Int)
    }

    private static let bullets: Set<Character> = [
        "•", "◦", "▪", "▫", "●", "○", "■", "□", "‣", "⁃", "∙", "·", "–", "—", "-", "*", "►", "➢",
        "➤",
        "✓", "✔", "→", "❖", "◆",
    ]

    /// A bullet, or a number or letter with a dot or brackets: "3.", "(b)", "2.1".
    static func isMark(_ text: String) -> Bool {
        mark(text) != nil || isHeadingNumber(text)
    }

    static func mark(_ text: String) -> Mark? {
        if text.count == 1, let first = text.first {
            return bullets.contains(first) ? .bullet : nil
        }
        guard text.utf8.count <= 6 else { return nil }
        var rest = Substring(text)
        let isBracketed = rest.first == "("
        if isBracketed { rest.removeFirst() }
        guard let end = rest.last, end == ")" || end == "." && !isBracketed else { return nil }
        rest.removeLast()
        if let number = Int(rest), rest.utf8.count <= 3, number >= 0 { return .number(number) }
        guard rest.utf8.count == 1, let letter = rest.utf8.first, letter >= 0x61, letter <= 0x7A
        else { return nil }
        return .number(Int(letter) - 0x60)
    }

    /// "2", "2.1", "2.1.3."
    static func isHeadingNumber(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts.count <= 6, text.utf8.count <= 12 else { return false }
        return parts.enumerated().allSatisfy { index, part in
            part.isEmpty && index == parts.count - 1 || Int(part) != nil && part.utf8.count <= 3
        }
    }
}
