/// Reads the tags of a text that a program wrote, one after the other, without asking whether they are nested well:
/// `pdftohtml` writes control characters and crossed elements that no XML reader takes. Linear in the text.
struct TagScanner {
    enum Token {
        /// The name, and where the attributes stand; `</x>` has the name "/x".
        case tag(name: Substring, attributes: Range<Int>)
        case text(Range<Int>)
    }

    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private static let less = UInt8(ascii: "<")
    private static let greater = UInt8(ascii: ">")
    private static let quote = UInt8(ascii: "\"")
    /// A tag that is longer is text.
    private static let longest = 4_096

    mutating func next() -> Token? {
        guard at < bytes.count else { return nil }
        let start = at
        if bytes[at] == Self.less, let end = end(of: at) {
            at = end + 1
            var name = start + 1
            while name < end, bytes[name] > 0x20 { name += 1 }
            return .tag(
                name: Substring(String(decoding: bytes[start + 1..<name], as: UTF8.self)),
                attributes: name..<end)
        }
        at += 1
        while at < bytes.count, bytes[at] != Self.less { at += 1 }
        return .text(start..<at)
    }

    private func end(of start: Int) -> Int? {
        var isQuoted = false
        let limit = min(bytes.count, start + Self.longest)
        var index = start + 1
        while index < limit {
            let byte = bytes[index]
            if byte == Self.quote { isQuoted.toggle() }
            if byte == Self.greater, !isQuoted { return index }
            index += 1
        }
        return nil
    }

    /// The bytes of an attribute's value; nil where it is not there.
    func value(of name: StaticString, in attributes: Range<Int>) -> Range<Int>? {
        let name = Array(name.description.utf8)
        var index = attributes.lowerBound
        while index + name.count + 2 <= attributes.upperBound {
            // A blank, the name, an equals sign and a quote.
            if bytes[index] <= 0x20, index + name.count + 2 < attributes.upperBound,
                bytes[index + name.count + 1] == UInt8(ascii: "="),
                bytes[index + name.count + 2] == Self.quote,
                bytes[index + 1..<index + 1 + name.count].elementsEqual(name)
            {
                let start = index + name.count + 3
                var end = start
                while end < attributes.upperBound, bytes[end] != Self.quote { end += 1 }
                return start..<end
            }
            index += 1
        }
        return nil
    }

    /// A decimal number as poppler writes it; 0 for anything else, and nothing beyond a million.
    func number(_ name: StaticString, in attributes: Range<Int>) -> Double {
        guard let range = value(of: name, in: attributes) else { return 0 }
        var (whole, fraction, scale) = (0.0, 0.0, 1.0)
        var (isNegative, isFraction) = (false, false)
        for byte in bytes[range].prefix(24) {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isFraction = true
            case 0x30...0x39 where isFraction:
                scale /= 10
                fraction += Double(byte - 0x30) * scale
            case 0x30...0x39: whole = whole * 10 + Double(byte - 0x30)
            default: return 0
            }
        }
        let value = min(whole + fraction, 1_000_000)
        return isNegative ? -value : value
    }

    /// Text with its character references resolved.
    func text(_ range: Range<Int>) -> String {
        guard bytes[range].contains(UInt8(ascii: "&")) else {
            return String(decoding: bytes[range], as: UTF8.self)
        }
        var result = ""
        var rest = Substring(String(decoding: bytes[range], as: UTF8.self))
        while let sign = rest.firstIndex(of: "&") {
            result += rest[..<sign]
            rest = rest[sign...]
            guard let end = rest.prefix(10).firstIndex(of: ";"),
                let character = Self.character(rest[rest.index(after: sign)..<end])
            else {
                result.append("&")
                rest.removeFirst()
                continue
            }
            result.append(character)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func character(_ name: Substring) -> Character? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.first == "#" else { return nil }
            let digits = name.dropFirst()
            let value =
                digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return value.flatMap(Unicode.Scalar.init).map { Character($0) }
        }
    }
}
