/// The first line of a list item.
struct MarkdownListItem {
    let isOrdered: Bool
    let number: Int
    /// Columns before the item's content.
    let contentIndent: Int
    let rest: String
    /// The mark as it stands, with a space behind it: "2. ".
    let mark: String

    /// nil where the line begins no item (CommonMark 0.31 §5.2).
    init?(_ line: String) {
        let indent = line.prefix { $0 == " " }.count
        let bare = line.dropFirst(indent)
        var width = 1
        if let first = bare.first, "-*+•".contains(first) {
            isOrdered = false
            number = 1
        } else {
            let digits = bare.prefix { $0.isASCII && $0.isNumber }
            // "2026. …" is a year.
            guard (1...3).contains(digits.count), let value = Int(digits) else { return nil }
            let mark = bare.dropFirst(digits.count).first
            guard mark == "." || mark == ")" else { return nil }
            isOrdered = true
            number = value
            width = digits.count + 1
        }
        let after = bare.dropFirst(width)
        let spaces = after.prefix { $0 == " " }.count
        guard spaces > 0, spaces < after.count else { return nil }
        mark = bare.prefix(width) + " "
        contentIndent = indent + width + min(spaces, 4)
        rest = String(after.dropFirst(min(spaces, 4)))
        if isOrdered, LineMarker.isDay(after.dropFirst(spaces), mark: mark) { return nil }
    }

    /// Only a list that starts with 1 may follow a paragraph without a blank line.
    var mayInterrupt: Bool { !isOrdered || number == 1 }
}
