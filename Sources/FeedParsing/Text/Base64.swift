/// Base64 as feeds send it: white space and missing padding tolerated (RFC 4648 §4).
enum Base64 {
    /// The decoded bytes as valid UTF-8; the text itself where it is no Base64.
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count * 3 / 4)
        var bits: UInt32 = 0
        var count = 0
        for byte in text where !byte.isSpace && byte != .equals {
            guard let value = value(of: byte) else { return Array(text) }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return Array(String(decoding: result, as: UTF8.self).utf8)
    }

    private static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte - 0x41
        case 0x61...0x7A: byte - 0x61 + 26
        case 0x30...0x39: byte - 0x30 + 52
        case 0x2B, 0x2D: 62
        case .slash, 0x5F: 63
        default: nil
        }
    }
}
