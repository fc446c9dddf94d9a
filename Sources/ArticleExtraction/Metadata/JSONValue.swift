import Charsets

/// A value of JSON as pages embed it, read tolerantly: raw line ends in strings and trailing commas do no
/// harm, and what follows a fault is left out.
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

    subscript(_ key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }

    /// The text of a string; of the first of an array.
    var string: String? {
        switch self {
        case .string(let text): text
        case .array(let values): values.first?.string
        default: nil
        }
    }

    /// The elements of an array; any other value alone.
    var elements: [JSONValue] {
        if case .array(let values) = self { return values }
        return [self]
    }
}

/// Reads one value of JSON; nested deeper than 64 nothing is read.
private struct JSONReader {
    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private static let maxDepth = 64

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    private var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte <= 0x20 { index += 1 }
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
            skipSpace()
            guard next == 0x2C else { break }
            index += 1
        }
        if next == 0x7D { index += 1 }
        return .object(members)
    }

    private mutating func array(_ depth: Int) -> JSONValue {
        var values: [JSONValue] = []
        index += 1
        while let value = value(depth: depth + 1) {
            values.append(value)
            skipSpace()
            guard next == 0x2C else { break }
            index += 1
        }
        skipSpace()
        if next == 0x5D { index += 1 }
        return .array(values)
    }

    private mutating func string() -> String {
        var out: [UInt8] = []
        index += 1
        while let byte = next, byte != 0x22 {
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
