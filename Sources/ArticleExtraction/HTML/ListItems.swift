import LibXML

/// The items of a list under the numbers or letters that the page gives them.
enum ListItems {
    struct Item {
        var node: Int
        var blocks: [Block]
    }

    /// One list, or where the numbers jump or count down several, each with its first number. Items that the page
    /// counts with letters or Roman numbers begin with them: Markdown has no such lists, and the text speaks of them.
    static func blocks(
        of items: [Item], list: Int, ordered: Bool, start: Int, in tree: HTMLTree
    ) -> [Block] {
        guard ordered else {
            return [.list(ordered: false, start: 1, items: items.map(\.blocks))]
        }
        let numbers = numbers(of: items, list, start, tree)
        if let style = style(of: list, tree) {
            let marked = zip(items, numbers).map { item, number in
                prefixed(item.blocks, style.written(number) + ".")
            }
            return [.list(ordered: false, start: 1, items: marked)]
        }
        var blocks: [Block] = []
        var first = 0
        for index in items.indices.dropFirst() where numbers[index] != numbers[index - 1] + 1 {
            blocks.append(
                .list(
                    ordered: true, start: numbers[first], items: items[first..<index].map(\.blocks))
            )
            first = index
        }
        blocks.append(
            .list(
                ordered: true, start: numbers.isEmpty ? start : numbers[first],
                items: items[first...].map(\.blocks)))
        return blocks
    }

    private static func numbers(of items: [Item], _ list: Int, _ start: Int, _ tree: HTMLTree)
        -> [Int]
    {
        let isReversed = tree.has(.reversed, list)
        var number = isReversed && !tree.has(.start, list) ? items.count : start
        var numbers: [Int] = []
        for item in items {
            let stated = tree.attribute(.value, of: item.node).flatMap { Int($0.trimmed(of: " ")) }
            if let stated, (0...999_999_999).contains(stated) { number = stated }
            numbers.append(max(0, number))
            number += isReversed ? -1 : 1
        }
        return numbers
    }

    private enum Style {
        case letters(upper: Bool)
        case roman(upper: Bool)

        func written(_ number: Int) -> String {
            switch self {
            case .letters(let upper):
                let text = ListItems.letters(number)
                return upper ? text.uppercased() : text
            case .roman(let upper):
                let text = ListItems.roman(number)
                return upper ? text.uppercased() : text
            }
        }
    }

    private static func style(of list: Int, _ tree: HTMLTree) -> Style? {
        switch tree.attribute(.type, of: list) {
        case "a": return .letters(upper: false)
        case "A": return .letters(upper: true)
        case "i": return .roman(upper: false)
        case "I": return .roman(upper: true)
        default: break
        }
        guard let style = tree.attribute(.style, of: list)?.lowercased(),
            style.contains("list-style")
        else { return nil }
        if style.contains("lower-alpha") || style.contains("lower-latin") {
            return .letters(upper: false)
        }
        if style.contains("upper-alpha") || style.contains("upper-latin") {
            return .letters(upper: true)
        }
        if style.contains("lower-roman") { return .roman(upper: false) }
        return style.contains("upper-roman") ? .roman(upper: true) : nil
    }

    /// a to z, aa, ab …
    private static func letters(_ number: Int) -> String {
        guard number > 0 else { return String(number) }
        var rest = number
        var text = ""
        while rest > 0 {
            rest -= 1
            text = String(Character(Unicode.Scalar(UInt8(0x61 + rest % 26)))) + text
            rest /= 26
        }
        return text
    }

    private static func roman(_ number: Int) -> String {
        guard (1..<4_000).contains(number) else { return String(number) }
        var rest = number
        var text = ""
        for (value, sign) in [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
            (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ] {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    private static func prefixed(_ blocks: [Block], _ mark: String) -> [Block] {
        guard case .paragraph(let content) = blocks.first else {
            return [.paragraph([.text(mark)])] + blocks
        }
        // An author who wrote the letter too gets it once.
        if TextWriter.plain(Array(content.prefix(1))).hasPrefix(mark) { return blocks }
        return [.paragraph([.text(mark + " ")] + content)] + blocks.dropFirst()
    }
}
