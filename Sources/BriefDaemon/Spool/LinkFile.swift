/// The addresses in a .url, .desktop or .webloc file: an INI file as browsers and desktops write it
/// (`[InternetShortcut]`, `URL=…`), a property list of Apple's, or one address a line.
///
/// Each address counts once, in the order of the file. Empty lines, comments (`#`, `;`, `//`), sections and other keys
/// of an INI file are passed over, and so is prose. A line may have several, as "Title https://…", "[Title](https://…)", or
/// with a note behind. Looked at scalar by scalar, in time linear in the file: this runs in
/// the daemon.
struct LinkFile: Sendable {
    /// More than this is no list of links that somebody dropped by hand: the rest waits for an operator.
    static let limit = 10_000

    /// Bytes; no server takes more.
    private static let longestAddress = 8_192
    /// Of a line that is no address so many characters are named.
    private static let longestOther = 300

    private typealias Line = Substring.UnicodeScalarView

    private enum Content {
        case addresses([String])
        case other(String)
        case nothing
    }

    private(set) var addresses: [String] = []
    /// Lines that look like addresses, and are none that can be fetched.
    private(set) var others: [String] = []

    init(_ bytes: [UInt8]) {
        if bytes.starts(with: "bplist".utf8) {
            self.init(LinkFile.address(inBinary: bytes))
        } else if bytes.prefix(400).starts(with: "<?xml".utf8) {
            self.init(LinkFile.address(inXML: LinkFile.text(of: bytes)))
        } else {
            self.init(LinkFile.text(of: bytes))
        }
    }

    /// The text of the one string in a binary property list that begins like an address: the next object's mark is no
    /// letter. Nothing else of the list is looked at here.
    private static func address(inBinary bytes: [UInt8]) -> String {
        let start = bytes.indices.first { bytes[$0...].starts(with: "http".utf8) }
        guard let start else { return "" }
        let run = bytes[start...].prefix { (0x21...0x7E).contains($0) }
        return String(decoding: run, as: UTF8.self)
    }

    /// The value of the key URL of an XML property list, which names its own definition before.
    private static func address(inXML text: String) -> String {
        let value =
            text.firstRange(of: "<key>URL</key>").map { text[$0.upperBound...] } ?? text[...]
        guard let start = value.firstRange(of: "<string>"),
            let end = value[start.upperBound...].firstRange(of: "</string>")
        else { return "" }
        return String(value[start.upperBound..<end.lowerBound]).replacing("&amp;", with: "&")
    }

    init(_ text: String) {
        var seen: Set<[UInt8]> = []
        for line in text.unicodeScalars.split(whereSeparator: LinkFile.isLineEnd) {
            switch LinkFile.read(line) {
            case .addresses(let found):
                for address in found where seen.insert(Array(address.utf8)).inserted {
                    addresses.append(address)
                }
            case .other(let text):
                if seen.insert(Array(text.utf8)).inserted { others.append(text) }
            case .nothing: continue
            }
        }
    }

    private static func read(_ line: Line) -> Content {
        var rest = line.drop(while: isBlank)
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        if begins(rest, with: "url["), let sign = rest.firstIndex(of: "=") {
            // "URL[$e]=", as KDE writes it.
            rest = rest[rest.index(after: sign)...].drop(while: isBlank)
        } else if begins(rest, with: "url=") {
            rest = rest.dropFirst(4).drop(while: isBlank)
        } else if begins(rest, with: "//") || isKey(rest) || isAside(rest) {
            return .nothing
        }
        // "- https://…", "<https://…>", "Title https://…", "https://… # why".
        let parts = rest.split { isBlank($0) || $0 == "<" || $0 == ">" || $0 == "\"" }
        let found = parts.compactMap(address(in:))
        if !found.isEmpty { return .addresses(found.map { String($0) }) }
        guard parts.count == 1, rest.contains(where: { $0 == "." || $0 == ":" }) else {
            return .nothing
        }
        return .other(String(rest.prefix(longestOther)))
    }

    /// The address that a word is, or bears in brackets: "[Title](https://…)", "(https://…)", "https://…,".
    private static func address(in word: Line) -> Line? {
        var word = word
        var isBracketed = false
        if !isAddress(word), let bracket = word.firstIndex(of: "(") {
            word = word[word.index(after: bracket)...]
            isBracketed = true
        }
        guard isAddress(word), word.count <= longestAddress else { return nil }
        while let last = word.last, last == "," || last == ";" { word.removeLast() }
        if isBracketed, word.last == ")" { word.removeLast() }
        return word
    }

    private static func isAddress(_ text: Line) -> Bool {
        begins(text, with: "http://") || begins(text, with: "https://")
    }

    /// An empty line, a comment, or the head of a section.
    private static func isAside(_ line: Line) -> Bool {
        guard let first = line.first else { return true }
        return first == "#" || first == ";" || first == "[" && line.last == "]"
    }

    /// "IconIndex=0": what stands before the sign is a word, and no part of an address.
    private static func isKey(_ line: Line) -> Bool {
        guard let sign = line.firstIndex(of: "=") else { return false }
        return !line[..<sign].contains { isBlank($0) || $0 == ":" || $0 == "/" }
    }

    /// Whether text begins with ASCII in lower case, whatever its own case.
    private static func begins(_ text: Line, with start: String) -> Bool {
        text.prefix(start.utf8.count).elementsEqual(start.unicodeScalars) { scalar, letter in
            scalar.isASCII && scalar.properties.lowercaseMapping.unicodeScalars.first == letter
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\0"
    }

    /// As `Character.isNewline`.
    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// UTF-8, UTF-16 with or without its mark (as Windows writes it), else each byte is a letter of Latin-1.
    private static func text(of bytes: [UInt8]) -> String {
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        let isBig = bytes.starts(with: [0xFE, 0xFF])
        let head = bytes.prefix(400)
        let zeros = head.enumerated().filter { $0.element == 0 }.map { $0.offset % 2 }
        let isWide = zeros.count * 3 > head.count
        if isLittle || isBig || isWide {
            let bigFirst = isBig || (!isLittle && zeros.count { $0 == 0 } > zeros.count / 2)
            let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
                let (one, two) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
                return bigFirst ? one << 8 | two : two << 8 | one
            }
            return String(decoding: units, as: UTF16.self)
        }
        return String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
