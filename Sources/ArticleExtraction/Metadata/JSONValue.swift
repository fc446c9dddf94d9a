import Charsets

/// A value of JSON as pages embed it, read tolerantly: raw line ends and quotation marks in strings, commas too many or
/// too few and comments do no harm, and what follows another fault is left out.
indirect enum JSONValue: Sendable {
    case object([(key: String, value: JSONValue)])
    case array([JSONValue])
    case string(String)
    case other

    init?(_ bytes: ArraySlice<UInt8>) {
        var reader = JSONReader(bytes)
        guard let value = reader.value(depth: 0) else { return nil }
        self = value
    }

    /// The value that begins a slice, and the index behind it; nil where none begins there.
    static func first(in bytes: ArraySlice<UInt8>) -> (value: JSONValue, end: Int)? {
        var reader = JSONReader(bytes)
        return reader.value(depth: 0).map { ($0, reader.index) }
    }

    subscript(_ key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }

    /// The text of a string; of the first of an array; of a typed value (JSON-LD 1.1 §9.5).
    var string: String? {
        switch self {
        case .string(let text): text
        case .array(let values): values.first?.string
        case .object: self["@value"]?.string
        case .other: nil
        }
    }

    /// The elements of an array, a list or a set (JSON-LD 1.1 §9.7); any other value alone.
    var elements: [JSONValue] {
        if case .array(let values) = self { return values }
        if let list = self["@list"] ?? self["@set"] { return list.elements }
        return [self]
    }
}

/// Reads one value of JSON; nested deeper than 64 nothing is read.
private struct JSONReader {
    private let bytes: ArraySlice<UInt8>
    private(set) var index: Int
    private static let maxDepth = 64

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    private var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private func byte(after offset: Int) -> UInt8? {
        index + offset < bytes.endIndex ? bytes[index + offset] : nil
    }

    /// Passes over white space and comments.
    private mutating func skipSpace() {
        while let byte = next {
            if byte <= 0x20 {
                index += 1
            } else if byte == 0x2F, self.byte(after: 1) == 0x2A {
                index += 2
                while next != nil, !(next == 0x2A && self.byte(after: 1) == 0x2F) { index += 1 }
                index = min(index + 2, bytes.endIndex)
            } else if byte == 0x2F, self.byte(after: 1) == 0x2F {
                while let byte = next, byte != 0x0A { index += 1 }
            } else {
                return
            }
        }
    }

    /// Whether another member or element follows: behind a comma, or where one was forgotten.
    private mutating func goesOn(_ openers: [UInt8]) -> Bool {
        skipSpace()
        guard next == 0x2C else { return next.map(openers.contains) ?? false }
        while next == 0x2C {
            index += 1
            skipSpace()
        }
        return true
    }

    mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        guard let byte = next, depth < Self.maxDepth else { return nil }
        switch byte {
        case 0x7B: return object(depth)
        case 0x5B: return array(depth)
        case 0x22: return .string(string())
        default:
            let start = index
            while let byte = next, byte > 0x20, ![0x2C, 0x5D, 0x7D].contains(byte) { index += 1 }
            guard index > start else { return nil }
            let text = String(decoding: bytes[start..<index], as: UTF8.self)
            return text.first?.isNumber ?? false ? .string(text) : .other
        }
    }

    private mutating func object(_ depth: Int) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        index += 1
        while true {
            skipSpace()
            guard next == 0x22 else { break }
            let key = string()
            skipSpace()
            guard next == 0x3A else { break }
            index += 1
            guard let value = value(depth: depth + 1) else { break }
            members.append((key, value))
            guard goesOn([0x22]) else { break }
        }
        if next == 0x7D { index += 1 }
        return .object(members)
    }

    private mutating func array(_ depth: Int) -> JSONValue {
        var values: [JSONValue] = []
        index += 1
        while let value = value(depth: depth + 1) {
            values.append(value)
            guard goesOn([0x7B, 0x22]) else { break }
        }
        skipSpace()
        if next == 0x5D { index += 1 }
        return .array(values)
    }

    private mutating func string() -> String {
        index += 1
        let start = index
        // Most strings hold no escape, and are taken as they stand.
        while let byte = next, byte != 0x5C, byte != 0x22 || !endsString { index += 1 }
        if next != 0x5C {
            let text = String(decoding: bytes[start..<index], as: UTF8.self)
            if next != nil { index += 1 }
            return StreamSafeText.mended(text)
        }
        var out = Array(bytes[start..<index])
        while let byte = next, byte != 0x22 || !endsString {
            index += 1
            guard byte == 0x5C, let escaped = next else {
                out.append(byte)
                continue
            }
            index += 1
            switch escaped {
            case 0x6E: out.append(0x0A)
            case 0x72, 0x74, 0x62, 0x66: out.append(0x20)
            case 0x75: out += Array(String(scalar()).utf8)
            default: out.append(escaped)
            }
        }
        if next == 0x22 { index += 1 }
        StreamSafeText.mend(&out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Whether a quotation mark ends its string: a mark of JSON follows, or a line end. Any other is one that its page
    /// forgot to escape.
    private var endsString: Bool {
        var place = index + 1
        while place < bytes.endIndex, bytes[place] <= 0x20 {
            if bytes[place] == 0x0A || bytes[place] == 0x0D { return true }
            place += 1
        }
        guard place < bytes.endIndex else { return true }
        return [0x2C, 0x3A, 0x5D, 0x7D].contains(bytes[place])
    }

    /// `\uXXXX`, and a pair of them for a character beyond the basic plane.
    private mutating func scalar() -> Character {
        let first = unit()
        guard (0xD800..<0xDC00).contains(first) else {
            return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
        }
        guard next == 0x5C, index + 1 < bytes.endIndex, bytes[index + 1] == 0x75 else {
            return "\u{FFFD}"
        }
        index += 2
        let second = unit()
        guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
        let value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        return Character(Unicode.Scalar(value) ?? "\u{FFFD}")
    }

    private mutating func unit() -> UInt32 {
        let end = min(index + 4, bytes.endIndex)
        defer { index = end }
        return UInt32(String(decoding: bytes[index..<end], as: UTF8.self), radix: 16) ?? 0xFFFD
    }
}
