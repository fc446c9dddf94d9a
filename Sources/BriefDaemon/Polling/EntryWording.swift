import BriefModel

/// What a piece of an entry's HTML says, to compare it with what it said before: its words, without markup.
///
/// Feeds change their markup at every request: a pixel that counts readers, a session in each link. And they count:
/// "Points: 7", "12 comments". Neither is another text. A figure that counts nothing about the page is one, in a cell of
/// a table as in a sentence.
struct EntryWording: Equatable {
    /// All words.
    private(set) var whole: [UInt8] = []
    /// Without what the page counts about itself.
    private(set) var steady: [UInt8] = []
    /// Without any number.
    private(set) var bare: [UInt8] = []
    /// Where its pictures are, without their queries; pixels that count readers left out.
    private(set) var pictures: [UInt8] = []

    /// What stands between two tags that divide the text.
    private struct Piece {
        var words: [ArraySlice<UInt8>]
        /// Whether it is of a table or a list: figures there are text.
        var isOfSet: Bool
    }

    /// A counter has at most so many other words between itself and one end of the entry.
    private static let reach = 40
    /// Markup that stands within a sentence, and does not divide it.
    private static let inline: Set<String> = [
        "b", "strong", "em", "i", "u", "s", "mark", "sup", "sub", "small", "code", "font", "abbr",
        "wbr",
    ]
    private static let sets: Set<String> = ["table", "ul", "ol", "dl"]

    init(html: String?) {
        guard let html else { return }
        var pieces: [Piece] = []
        var piece: [UInt8] = []
        var depth = 0
        func close() {
            let words = piece.split { $0 <= 0x20 }
            if !words.isEmpty { pieces.append(Piece(words: words, isOfSet: depth > 0)) }
            piece = []
        }
        var rest = Array(html.utf8)[...]
        while let byte = rest.first {
            guard byte == UInt8(ascii: "<"), let tag = Markup(rest) else {
                piece.append(byte)
                rest = rest.dropFirst()
                continue
            }
            rest = rest[tag.end...]
            if tag.name == "img" { add(picture: tag) }
            if EntryWording.inline.contains(tag.name) { continue }
            close()
            if EntryWording.sets.contains(tag.name) {
                depth = max(0, depth + (tag.closes ? -1 : 1))
            }
        }
        close()
        read(pieces)
    }

    private mutating func add(picture tag: Markup) {
        guard !tag.isTiny, let source = tag["src"], !source.hasPrefix("data:") else { return }
        pictures += source.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        pictures.append(0xFF)
    }

    private mutating func read(_ pieces: [Piece]) {
        let total = pieces.reduce(0) { $0 + $1.words.count }
        var passed = 0
        for (index, piece) in pieces.enumerated() {
            append(piece.words[...], to: &whole)
            append(piece.words.map(EntryWording.unnumbered)[...], to: &bare)
            let before = passed
            passed += piece.words.count
            let isAtEnd = min(before, total - passed) <= EntryWording.reach
            guard !piece.isOfSet, isAtEnd, EntryWording.hasNumber(piece) else {
                append(piece.words[...], to: &steady)
                continue
            }
            let left = EntryCounter.strip(piece.words[...])
            // All that an entry says is what it says.
            if left.isEmpty, pieces.count == 1 {
                append(piece.words[...], to: &steady)
            } else if !EntryWording.isCounted(index, in: pieces) {
                append(left, to: &steady)
            }
        }
    }

    /// Whether a piece is the number of what the piece beside it names: "12" above "comments".
    private static func isCounted(_ index: Int, in pieces: [Piece]) -> Bool {
        guard EntryCounter.isNumber(pieces[index].words[...]) else { return false }
        return [index - 1, index + 1].contains { place in
            pieces.indices.contains(place) && !pieces[place].isOfSet
                && EntryCounter.isLabel(pieces[place].words[...])
        }
    }

    private static func hasNumber(_ piece: Piece) -> Bool {
        piece.words.contains { $0.contains(where: isDigit) }
    }

    private func append(_ words: ArraySlice<ArraySlice<UInt8>>, to text: inout [UInt8]) {
        for word in words where !word.isEmpty {
            text += word
            text.append(0x20)
        }
    }

    /// A word without its digits; empty where it is a number, with its sign, separators and unit of thousands.
    private static func unnumbered(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard word.contains(where: isDigit) else { return word }
        let left = word.filter { !isDigit($0) }
        let isNumber = left.allSatisfy { byte in
            ".,:;'()[]+-#%/kKmM".utf8.contains(byte)
        }
        return isNumber ? [] : ArraySlice(left)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// A tag, a comment, or a script with all that it holds.
private struct Markup {
    var name = ""
    /// Behind it.
    var end: Int
    private(set) var closes = false
    private var attributes: ArraySlice<UInt8> = []

    /// Nil where the "<" begins no markup.
    init?(_ text: ArraySlice<UInt8>) {
        let behind = text.dropFirst()
        if behind.starts(with: "!--".utf8) {
            end = Markup.end(of: "-->", in: behind)
            return
        }
        closes = behind.first == UInt8(ascii: "/")
        let letters = (closes ? behind.dropFirst() : behind)
            .prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0) }
        let isNamed = letters.first.map { $0 >= 0x41 } ?? false
        guard isNamed || behind.first.map({ "!?".utf8.contains($0) }) ?? false
        else { return nil }
        name = String(decoding: letters, as: UTF8.self).lowercased()
        end = Markup.end(of: ">", in: behind)
        attributes = text[letters.endIndex..<end]
        if !closes, name == "script" || name == "style" {
            let close = Markup.end(of: "</" + name, in: text[end...])
            end = Markup.end(of: ">", in: text[close...])
        }
    }

    private static func end(of mark: String, in text: ArraySlice<UInt8>) -> Int {
        let mark = Array(mark.utf8)
        var index = text.startIndex
        while index + mark.count <= text.endIndex {
            if text[index..<index + mark.count].elementsEqual(mark, by: { $0 | 0x20 == $1 | 0x20 })
            {
                return index + mark.count
            }
            index += 1
        }
        return text.endIndex
    }

    /// The value of an attribute.
    subscript(_ name: String) -> String? {
        let text = String(decoding: attributes, as: UTF8.self)
        var rest = text[...]
        while let sign = rest.firstIndex(of: "=") {
            let key = rest[..<sign].split(whereSeparator: \.isWhitespace).last ?? ""
            let value = rest[rest.index(after: sign)...].drop(while: \.isWhitespace)
            let quote = value.first.flatMap { "\"'".contains($0) ? $0 : nil }
            let inner = quote == nil ? value : value.dropFirst()
            let found = inner.prefix { quote == nil ? !$0.isWhitespace && $0 != ">" : $0 != quote }
            if key.lowercased() == name { return String(found) }
            rest = inner[found.endIndex...].dropFirst(quote == nil ? 0 : 1)
        }
        return nil
    }

    /// Whether a picture is too small to be seen.
    var isTiny: Bool {
        ["width", "height"].contains {
            (self[$0].flatMap { Int($0.prefix { $0.isNumber }) } ?? 9) <= 3
        }
    }
}
