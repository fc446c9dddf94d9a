import BriefModel

/// What a piece of an entry's HTML says, to compare it with what it said before: its words, without markup.
///
/// Feeds change their markup at every request: a pixel that counts readers, a session in each link. And they count:
/// "Points: 7", "12 comments". Neither is another text.
struct EntryWording: Equatable {
    /// All words.
    private(set) var whole: [UInt8] = []
    /// Without counters: short pieces with a number in them.
    private(set) var steady: [UInt8] = []
    /// Without any number.
    private(set) var bare: [UInt8] = []
    /// Where its pictures are, without their queries; pixels that count readers left out.
    private(set) var pictures: [UInt8] = []

    /// A piece with a number and at most so many words beside it is a counter.
    private static let counterWords = 4
    /// Markup that stands within a sentence, and does not divide it.
    private static let inline: Set<String> = [
        "b", "strong", "em", "i", "u", "s", "mark", "sup", "sub", "small", "code", "font", "abbr",
        "wbr",
    ]

    init(html: String?) {
        guard let html else { return }
        var piece: [UInt8] = []
        var rest = Array(html.utf8)[...]
        while let byte = rest.first {
            guard byte == UInt8(ascii: "<"), let tag = Markup(rest) else {
                piece.append(byte)
                rest = rest.dropFirst()
                continue
            }
            rest = rest[tag.end...]
            if tag.name == "img" { add(picture: tag) }
            if !EntryWording.inline.contains(tag.name) {
                add(piece)
                piece = []
            }
        }
        add(piece)
    }

    private mutating func add(picture tag: Markup) {
        guard !tag.isTiny, let source = tag["src"], !source.hasPrefix("data:") else { return }
        pictures += source.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        pictures.append(0xFF)
    }

    private mutating func add(_ piece: [UInt8]) {
        let words = piece.split { $0 <= 0x20 }
        guard !words.isEmpty else { return }
        append(words[...], to: &whole)
        append(words.map(EntryWording.unnumbered)[...], to: &bare)
        var text = words[...]
        // A counter stands alone, or is the first or the last sentence of a piece.
        if let end = text.dropLast().firstIndex(where: EntryWording.endsSentence),
            EntryWording.isCounter(text[...end])
        {
            text = text[(end + 1)...]
        }
        if let end = text.dropLast().lastIndex(where: EntryWording.endsSentence),
            EntryWording.isCounter(text[(end + 1)...])
        {
            text = text[...end]
        }
        if !EntryWording.isCounter(text) { append(text, to: &steady) }
    }

    private static func endsSentence(_ word: ArraySlice<UInt8>) -> Bool {
        word.last.map { ".!?".utf8.contains($0) } ?? false
    }

    private static func isCounter(_ words: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        words.contains { $0.contains(where: isDigit) }
            && words.reduce(0) { $0 + weight(of: $1) } <= counterWords
    }

    /// How many words it counts as: scripts that space none write whole sentences without a blank.
    private static func weight(of word: ArraySlice<UInt8>) -> Int {
        let left = unnumbered(word)
        let wide = left.count { $0 >= 0x80 } / 6
        return left == word ? max(1, wide) : wide
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
    private var attributes: ArraySlice<UInt8> = []

    /// Nil where the "<" begins no markup.
    init?(_ text: ArraySlice<UInt8>) {
        let behind = text.dropFirst()
        if behind.starts(with: "!--".utf8) {
            end = Markup.end(of: "-->", in: behind)
            return
        }
        let closes = behind.first == UInt8(ascii: "/")
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
