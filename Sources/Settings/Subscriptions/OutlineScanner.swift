import Charsets
import LibXML

/// Finds outlines in what is no well-formed XML. Everything that is no outline's tag is passed over, whatever it is.
///
/// Each byte is looked at a fixed number of times at most.
struct OutlineScanner {
    enum Step: Equatable {
        case open([String: String], isClosed: Bool)
        case close
    }

    private let text: [UInt8]
    private var index = 0
    /// No such end stands in the rest: it is not searched for again.
    private var missing: Set<String> = []
    private var sawEnd = false
    private var isTorn = false

    init(_ utf8: [UInt8]) {
        var utf8 = utf8
        StreamSafeText.mend(&utf8)
        text = utf8
    }

    /// Whether the text broke off, once all was read.
    var isCut: Bool { isTorn || !sawEnd }

    mutating func next() -> Step? {
        while index < text.count {
            guard text[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            switch index + 1 < text.count ? text[index + 1] : 0 {
            case UInt8(ascii: "!"):
                if starts("<!--") {
                    pass("-->", from: 4)
                } else if starts("<![CDATA[") {
                    pass("]]>", from: 9)
                } else {
                    pass(">", from: 2)
                }
            case UInt8(ascii: "?"): pass("?>", from: 2)
            default: if let step = tag() { return step }
            }
        }
        return nil
    }

    private func starts(_ head: String) -> Bool { text[index...].starts(with: head.utf8) }

    private mutating func pass(_ end: String, from count: Int) {
        let start = min(index + count, text.count)
        index = start
        guard !missing.contains(end) else { return }
        let pattern = Array(end.utf8)
        var place = start
        while place + pattern.count <= text.count {
            if text[place] == pattern[0], text[place...].starts(with: pattern) {
                index = place + pattern.count
                return
            }
            place += 1
        }
        missing.insert(end)
    }

    private mutating func tag() -> Step? {
        index += 1
        let isEnd = index < text.count && text[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        let name = nameBytes()
        guard Self.is(name, "outline") else {
            if isEnd, Self.is(name, "opml") { sawEnd = true }
            return nil
        }
        if isEnd { return .close }
        return outline()
    }

    /// The attributes of an outline; nil where the text breaks off in them.
    private mutating func outline() -> Step? {
        var attributes: [String: String] = [:]
        while true {
            skipSpace()
            guard index < text.count else {
                isTorn = true
                return nil
            }
            switch text[index] {
            case UInt8(ascii: ">"):
                index += 1
                return .open(attributes, isClosed: false)
            case UInt8(ascii: "<"): return .open(attributes, isClosed: false)
            case UInt8(ascii: "/"):
                index += 1
                if index < text.count, text[index] == UInt8(ascii: ">") {
                    index += 1
                    return .open(attributes, isClosed: true)
                }
            case UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"): index += 1
            default:
                let name = String(decoding: nameBytes(), as: UTF8.self)
                skipSpace()
                guard index < text.count, text[index] == UInt8(ascii: "=") else { continue }
                index += 1
                skipSpace()
                guard let value = value() else {
                    isTorn = true
                    index = text.count
                    return nil
                }
                let lower = name.lowercased()
                let key =
                    lower.hasPrefix("briefd:")
                    ? OutlineReader.key(String(name.dropFirst(7)), isOwn: true) : lower
                if attributes[key] == nil { attributes[key] = value }
            }
        }
    }

    private mutating func nameBytes() -> ArraySlice<UInt8> {
        let start = index
        while index < text.count, Self.isInName(text[index]) { index += 1 }
        if index == start, index < text.count, text[index] <= 0x20 { index += 1 }
        return text[start..<index]
    }

    private static func isInName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "/"),
            UInt8(ascii: "\""), UInt8(ascii: "'"):
            false
        default: true
        }
    }

    /// Whether a name is this one, in any case.
    private static func `is`(_ name: ArraySlice<UInt8>, _ wanted: String) -> Bool {
        name.count == wanted.utf8.count && name.elementsEqual(wanted.utf8) { $0 | 0x20 == $1 }
    }

    private mutating func skipSpace() {
        while index < text.count, text[index] <= 0x20 { index += 1 }
    }

    /// nil where the quote is never closed.
    private mutating func value() -> String? {
        guard index < text.count else { return nil }
        let quote = text[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = index
            while index < text.count, text[index] > 0x20, !"<>".utf8.contains(text[index]) {
                index += 1
            }
            return plain(start..<index)
        }
        let start = index + 1
        guard let end = text[start...].firstIndex(of: quote) else { return nil }
        index = end + 1
        return plain(start..<end)
    }

    /// A value with its references read; what XML cannot say is left out, line ends are blanks (XML 1.0 §3.3.3).
    private func plain(_ range: Range<Int>) -> String {
        // What is nothing but ASCII says what it is; nearly all values are.
        if text[range].allSatisfy({ 0x20...0x7E ~= $0 && $0 != UInt8(ascii: "&") }) {
            return String(decoding: text[range], as: UTF8.self)
        }
        var bytes: [UInt8] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = text[place]
            if byte == UInt8(ascii: "&"), let (scalar, end) = reference(place, range.upperBound) {
                if XMLText.isCharacter(scalar), let utf8 = UTF8.encode(scalar) { bytes += utf8 }
                place = end
                continue
            }
            if byte >= 0x20 {
                bytes.append(byte)
            } else if byte == 0x09 || byte == 0x0A || byte == 0x0D {
                bytes.append(0x20)
            }
            place += 1
        }
        StreamSafeText.mend(&bytes)
        let value = String(decoding: bytes, as: UTF8.self)
        guard !XMLText.isSound(value) else { return value }
        return String(String.UnicodeScalarView(value.unicodeScalars.filter(XMLText.isCharacter)))
    }

    /// The character that the reference at `start` stands for, and where it ends; nil where it is none.
    private func reference(_ start: Int, _ limit: Int) -> (Unicode.Scalar, Int)? {
        let stop = min(limit, start + 12)
        if start + 1 < stop, text[start + 1] == UInt8(ascii: "#") {
            return number(start + 2, stop)
        }
        guard let end = text[start..<stop].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: text[start + 1..<end], as: UTF8.self)
        if name == "apos" { return ("'", end + 1) }
        return HTMLEntities.scalar(named: name).map { ($0, end + 1) }
    }

    /// The character whose number stands at `start`, decimal or, behind an "x", hexadecimal.
    private func number(_ start: Int, _ stop: Int) -> (Unicode.Scalar, Int)? {
        var place = start
        var radix: UInt32 = 10
        if place < stop, text[place] | 0x20 == UInt8(ascii: "x") {
            radix = 16
            place += 1
        }
        let first = place
        var number: UInt32 = 0
        while place < stop, text[place] != UInt8(ascii: ";") {
            let digit: UInt8
            switch text[place] {
            case 0x30...0x39: digit = text[place] - 0x30
            case 0x41...0x46 where radix == 16: digit = text[place] - 0x37
            case 0x61...0x66 where radix == 16: digit = text[place] - 0x57
            default: return nil
            }
            // At most ten digits stand here; what is no character any more stays none.
            number = number > 0x10_FFFF ? number : number * radix + UInt32(digit)
            place += 1
        }
        guard place < stop, place > first else { return nil }
        // A number that is no character stands for nothing, and goes.
        return (Unicode.Scalar(HTMLEntities.windows1252(number)) ?? "\u{0}", place + 1)
    }
}
