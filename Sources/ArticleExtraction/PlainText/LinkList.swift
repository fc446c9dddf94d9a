/// The addresses that converters list below a text, as "[1] https://…", "1. https://…" or "¹ https://…": the text has a
/// mark with the same number for each.
struct LinkList {
    typealias Line = LineSplitter.RawLine

    var numbers: Set<Int>
    /// Whether the numbers are raised.
    var isRaised: Bool

    /// Takes the list and its heading off the end; nil where none stands there, or the text has no marks for it.
    static func take(from lines: inout [Line]) -> LinkList? {
        var start = lines.count
        var numbers: [Int] = []
        var isRaised = false
        while start > 1, let entry = entry(lines[start - 1].text) {
            numbers.append(entry.number)
            isRaised = entry.isRaised
            start -= 1
        }
        guard numbers.last == 1, numbers.reversed().elementsEqual(1...numbers.count) else {
            return nil
        }
        let list = LinkList(numbers: Set(numbers), isRaised: isRaised)
        var found: Set<Int> = []
        for line in lines[..<start] {
            found.formUnion(marks(in: line.text, isRaised: isRaised).map(\.number))
        }
        guard found.isSuperset(of: list.numbers) else { return nil }
        while start > 1, isHeading(lines[start - 1].text) { start -= 1 }
        lines.removeSubrange(start...)
        return list
    }

    /// The marks of a line with their numbers: "[3]", "³".
    static func marks(
        in text: String, isRaised: Bool
    ) -> [(range: Range<String.Index>, number: Int)] {
        var found: [(Range<String.Index>, Int)] = []
        var place = text.startIndex
        while place < text.endIndex {
            let start = place
            place = text.index(after: place)
            if isRaised {
                guard raised[text[start]] != nil else { continue }
                let digits = text[start...].prefix { raised[$0] != nil }
                place = digits.endIndex
                // "m²" by itself is a measure: with a list of as many it is not.
                if let number = value(digits) { found.append((start..<place, number)) }
            } else if text[start] == "[" {
                let digits = text[place...].prefix { $0.isASCII && $0.isNumber }
                guard (1...4).contains(digits.count), digits.endIndex < text.endIndex,
                    text[digits.endIndex] == "]", let number = Int(digits)
                else { continue }
                place = text.index(after: digits.endIndex)
                found.append((start..<place, number))
            }
        }
        return found
    }

    private static let raised: [Character: Int] = [
        "⁰": 0, "¹": 1, "²": 2, "³": 3, "⁴": 4, "⁵": 5, "⁶": 6, "⁷": 7, "⁸": 8, "⁹": 9,
    ]

    private static func value(_ digits: Substring) -> Int? {
        guard digits.count <= 4 else { return nil }
        return digits.reduce(0) { $0 * 10 + (raised[$1] ?? 0) }
    }

    /// A number and an address, and nothing else.
    private static func entry(_ text: String) -> (number: Int, isRaised: Bool)? {
        let words = text.split(separator: " ")
        guard words.count == 2, let label = words.first, let target = words.last,
            LinkMarks.isAddress(target.drop { $0 == "<" }) || target.hasPrefix("file://")
        else { return nil }
        if label.allSatisfy({ raised[$0] != nil }) { return value(label).map { ($0, true) } }
        let bare = String(label).trimmed(of: "[]:.)")
        guard bare.utf8.count < label.utf8.count, bare.utf8.count <= 4,
            bare.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(bare).map { ($0, false) }
    }

    private static func isHeading(_ text: String) -> Bool {
        let bare = TextFolding.fold(text).trimmed(of: " :#*=-_")
        return bare.isEmpty || headings.contains(bare)
    }

    /// Folded; as converters write them, and what people write above a list of addresses.
    private static let headings: Set<String> = [
        "references", "links", "visible links", "hidden links", "notes", "footnotes", "verweise",
        "quellen", "fussnoten", "liens", "references et liens", "notes de bas de page", "enlaces",
        "referencias", "collegamenti", "riferimenti", "ligacoes", "referencias e links",
        "verwijzingen", "lankar", "lenker", "linki", "odnosniki", "odkazy", "ссылки", "посилання",
        "συνδεσμοι", "baglantilar", "链接", "連結", "リンク", "링크", "الروابط", "روابط",
    ]
}
