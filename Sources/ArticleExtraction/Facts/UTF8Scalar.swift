/// Steps through well-formed UTF-8 (RFC 3629) where a `String` would be made for nothing else.
enum UTF8Scalar {
    /// The scalar at `index`, which is moved behind it; U+FFFD where the text is cut off.
    static func next(in text: Span<UInt8>, _ index: inout Int) -> UInt32 {
        let lead = text[index]
        index += 1
        guard lead >= 0x80 else { return UInt32(lead) }
        let rest = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
        guard index + rest <= text.count else {
            index = text.count
            return 0xFFFD
        }
        var value = UInt32(lead) & (0x3F >> UInt32(rest))
        for _ in 0..<rest {
            value = value << 6 | UInt32(text[index] & 0x3F)
            index += 1
        }
        return value
    }

    /// The scalar that ends before a place; nil at the start.
    static func before(_ place: Int, in text: Span<UInt8>) -> UInt32? {
        guard place > 0 else { return nil }
        var start = place - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        return next(in: text, &start)
    }

    static func append(_ value: UInt32, to text: inout OutputSpan<UInt8>) {
        switch value {
        case ..<0x80: text.append(UInt8(truncatingIfNeeded: value))
        case ..<0x800:
            text.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
            text.append(tail(value))
        case ..<0x10000:
            text.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
            text.append(tail(value >> 6))
            text.append(tail(value))
        default:
            text.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
            text.append(tail(value >> 12))
            text.append(tail(value >> 6))
            text.append(tail(value))
        }
    }

    private static func tail(_ value: UInt32) -> UInt8 {
        0x80 | UInt8(truncatingIfNeeded: value) & 0x3F
    }
}
