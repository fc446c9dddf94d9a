import Charsets

/// Reads JSON from UTF-8, bounded in depth and in values.
///
/// Tolerates what publishers get wrong: control characters in strings, a comma too many, lone surrogates.
struct JSONReader {
    private let bytes: [UInt8]
    private var index = 0
    private var values = 0

    static let depthLimit = 64
    static let valueLimit = 1_000_000

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func read(_ utf8: [UInt8]) throws(FeedParsingError) -> JSONValue {
        var reader = JSONReader(utf8)
        let value = try reader.value(depth: 0)
        return value
    }

    private mutating func value(depth: Int) throws(FeedParsingError) -> JSONValue {
        skipSpace()
        values += 1
        guard depth < Self.depthLimit else {
            throw .beyondLimits(reason: "values stand more than \(Self.depthLimit) deep")
        }
        guard values < Self.valueLimit else {
            throw .beyondLimits(reason: "more than \(Self.valueLimit) values")
        }
        guard index < bytes.count else { throw failed("the document ends too early") }
        switch bytes[index] {
        case 0x7B: return try object(depth: depth)
        case 0x5B: return try array(depth: depth)
        case .doubleQuote: return .string(try string())
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6E: return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(FeedParsingError) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        index += 1
        while true {
            skipSpace()
            guard let byte = next else { throw failed("an object has no end") }
            if byte == 0x7D {
                index += 1
                return .object(members)
            }
            if byte == 0x2C {
                index += 1
                continue
            }
            guard byte == .doubleQuote else { throw failed("a member has no name") }
            let key = try string()
            skipSpace()
            guard next == .colon else { throw failed("a colon is missing") }
            index += 1
            members.append((key, try value(depth: depth + 1)))
        }
    }

    private mutating func array(depth: Int) throws(FeedParsingError) -> JSONValue {
        var items: [JSONValue] = []
        index += 1
        while true {
            skipSpace()
            guard let byte = next else { throw failed("an array has no end") }
            if byte == 0x5D {
                index += 1
                return .array(items)
            }
            if byte == 0x2C {
                index += 1
                continue
            }
            items.append(try value(depth: depth + 1))
        }
    }

    private mutating func word(
        _ text: String, _ value: JSONValue
    ) throws(FeedParsingError) -> JSONValue {
        guard bytes[index...].starts(with: text.utf8) else { throw failed("an unknown word") }
        index += text.utf8.count
        return value
    }

    private mutating func number() throws(FeedParsingError) -> JSONValue {
        let from = index
        while let byte = next,
            byte.isDigit || byte == 0x2D || byte == 0x2B || byte == 0x2E || byte | 0x20 == 0x65
        {
            index += 1
        }
        guard index > from, index - from < 64 else { throw failed("an unknown value") }
        return .number(bytes[from..<index].string)
    }

    private mutating func string() throws(FeedParsingError) -> String {
        index += 1
        var from = index
        var result: [UInt8] = []
        while let byte = next {
            if byte == .doubleQuote {
                result += bytes[from..<index]
                StreamSafeText.mend(&result)
                index += 1
                return String(decoding: result, as: UTF8.self)
            }
            guard byte == 0x5C else {
                index += 1
                continue
            }
            result += bytes[from..<index]
            index += 1
            try escape(into: &result)
            from = index
        }
        throw failed("a string has no end")
    }

    private mutating func escape(into result: inout [UInt8]) throws(FeedParsingError) {
        guard let byte = next else { throw failed("a string has no end") }
        index += 1
        switch byte {
        case 0x6E: result.append(0x0A)
        case 0x74: result.append(0x09)
        case 0x72: result.append(0x0D)
        case 0x62: result.append(0x08)
        case 0x66: result.append(0x0C)
        case 0x75: result += String(unicodeEscape()).utf8
        default: result.append(byte)
        }
    }

    /// The scalar after `\u`; a lone surrogate becomes U+FFFD.
    private mutating func unicodeEscape() -> Unicode.Scalar {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        guard let first = hexadecimal() else { return replacement }
        guard (0xD800...0xDBFF).contains(first) else {
            return Unicode.Scalar(first) ?? replacement
        }
        let mark = index
        guard bytes[index...].starts(with: [0x5C, 0x75]) else { return replacement }
        index += 2
        guard let second = hexadecimal(), (0xDC00...0xDFFF).contains(second) else {
            index = mark
            return replacement
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? replacement
    }

    private mutating func hexadecimal() -> UInt32? {
        guard index + 4 <= bytes.count,
            let value = UInt32(bytes[index..<(index + 4)].string, radix: 16)
        else { return nil }
        index += 4
        return value
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte.isSpace { index += 1 }
    }

    private func failed(_ reason: String) -> FeedParsingError {
        .invalidJSON(offset: index, reason: reason)
    }
}
