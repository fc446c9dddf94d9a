/// Takes out of a plain text what converters put in for the links of a page: the address behind each linked word, a number
/// with a list of addresses at the end, the brackets of Markdown.
///
/// One address in brackets may be the text's own, and so may one that a colon announces: both stay.
struct LinkMarks {
    typealias Line = LineSplitter.RawLine

    private static let least = 2
    /// Characters of an address.
    private static let longestAddress = 1_000

    private var lines: [Line]
    private let list: LinkList?
    /// Where the last bracket was opened that may begin the words of a link.
    private var open: (line: Int, offset: Int)?

    static func strip(_ lines: inout [Line]) {
        guard lines.contains(where: { $0.text.holds("://") }) else { return }
        let list = LinkList.take(from: &lines)
        var marks = LinkMarks(lines: lines, list: list)
        let isAnnotated = lines.indices.reduce(0) { $0 + marks.annotations(in: $1).count } >= least
        for index in lines.indices {
            if isAnnotated { marks.dropAnnotations(in: index) }
            marks.dropNumbers(in: index)
            marks.openLinks(in: index)
        }
        lines = marks.lines.dropping { $0.text.isEmpty }
    }

    private init(lines: [Line], list: LinkList?) {
        self.lines = lines
        self.list = list
    }

    // MARK: - Addresses

    private static let pairs: [Character: Character] = ["<": ">", "(": ")", "[": "]"]
    private static let schemes = ["http://", "https://", "mailto:", "ftp://"]

    static func isAddress(_ text: Substring) -> Bool {
        schemes.contains { text.hasPrefix($0) } && text.utf8.count <= longestAddress
            && !text.contains(" ")
    }

    /// The addresses in brackets that stand behind a word of a line.
    private func annotations(in index: Int) -> [Range<String.Index>] {
        let text = lines[index].text
        guard text.holds("://") || text.holds("mailto:") else { return [] }
        var found: [Range<String.Index>] = []
        var place = text.startIndex
        while let start = text[place...].firstIndex(where: { Self.pairs[$0] != nil }) {
            place = text.index(after: start)
            guard let end = Self.endOfAddress(text[place...], before: Self.pairs[text[start]]),
                standsBehindWord(start, index)
            else { continue }
            place = text.index(after: end)
            found.append(start..<place)
        }
        return found
    }

    /// Where the address that a text begins with ends before a bracket; nil where it begins with none, or goes on.
    private static func endOfAddress(_ text: Substring, before close: Character?) -> String.Index? {
        guard schemes.contains(where: text.hasPrefix) else { return nil }
        let end = text.prefix(longestAddress).firstIndex { $0 == close || " <>".contains($0) }
        return end.flatMap { text[$0] == close ? $0 : nil }
    }

    private func standsBehindWord(_ start: String.Index, _ index: Int) -> Bool {
        let before = lines[index].text[..<start]
        if let last = before.last(where: { $0 != " " }) {
            // "](…)" belongs to a link of Markdown.
            return !":：](".contains(last)
        }
        guard index > 0, lines[index].blanksBefore == 0 else { return false }
        return !SentenceMarks.endsInColon(lines[index - 1].text)
    }

    private mutating func dropAnnotations(in index: Int) {
        Self.remove(annotations(in: index), from: &lines[index].text)
    }

    // MARK: - Numbers

    private mutating func dropNumbers(in index: Int) {
        guard let list else { return }
        let marks = LinkList.marks(in: lines[index].text, isRaised: list.isRaised)
        Self.remove(
            marks.filter { list.numbers.contains($0.number) }.map(\.range), from: &lines[index].text
        )
    }

    // MARK: - Markdown

    /// "[words](address)" becomes the words, which may begin a line above.
    private mutating func openLinks(in index: Int) {
        if lines[index].blanksBefore > 0 { open = nil }
        let text = lines[index].text
        guard text.contains("[") || text.holds("](") else { return }
        var bare: [Character] = []
        var place = text.startIndex
        while place < text.endIndex {
            let next = text.index(after: place)
            if text[place] == "[", bare.last != "!" {
                open = (index, bare.count)
            } else if text[place...].hasPrefix("]("), let start = open,
                let end = Self.endOfAddress(text[next...].dropFirst(), before: ")")
            {
                if start.line == index {
                    bare.remove(at: start.offset)
                } else {
                    var above = Array(lines[start.line].text)
                    above.remove(at: start.offset)
                    lines[start.line].text = String(above)
                }
                open = nil
                place = text.index(after: end)
                continue
            }
            bare.append(text[place])
            place = next
        }
        lines[index].text = String(bare)
    }

    // MARK: - What is left

    /// Takes marks out, each with the blank that parted it from the word before.
    private static func remove(_ ranges: [Range<String.Index>], from text: inout String) {
        guard !ranges.isEmpty else { return }
        var rest = ""
        var place = text.startIndex
        for range in ranges {
            rest += text[place..<range.lowerBound]
            place = range.upperBound
            let isParted = place == text.endIndex || !isWord(text[place])
            if isParted, rest.last == " " { rest.removeLast() }
            if rest.isEmpty { place = text[place...].firstIndex { $0 != " " } ?? text.endIndex }
        }
        text = rest + text[place...]
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "\"'“‘«„(".contains(character)
    }
}
