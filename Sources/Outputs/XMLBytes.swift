/// Text as it stands in XML.
enum XMLBytes {
    /// Appends text with `<`, `>`, `&` and `"` escaped. What XML 1.0 holds no character for (§2.2) is left out, and ill-formed UTF-8
    /// is mended.
    static func append(_ bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
        guard bytes.allSatisfy({ isPlain($0) }) else { return appendSlowly(bytes, to: &out) }
        for byte in bytes { escape(byte, to: &out) }
    }

    static func append(_ text: String, to out: inout [UInt8]) {
        append(Array(text.utf8)[...], to: &out)
    }

    /// ASCII that XML has.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte < 0x7F && (byte >= 0x20 || byte == 0x09 || byte == 0x0A)
    }

    private static func escape(_ byte: UInt8, to out: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "<"): out += "&lt;".utf8
        case UInt8(ascii: ">"): out += "&gt;".utf8
        case UInt8(ascii: "&"): out += "&amp;".utf8
        case UInt8(ascii: "\""): out += "&quot;".utf8
        default: out.append(byte)
        }
    }

    private static func appendSlowly(_ bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
        where isCharacter(scalar) {
            if scalar.isASCII {
                escape(UInt8(scalar.value), to: &out)
            } else {
                out += Array(String(scalar).utf8)
            }
        }
    }

    /// Whether a document may hold it. Control characters of C1 are allowed by XML and never meant, and what Unicode says is
    /// no character (§23.7) is none.
    static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x20..<0x7F: true
        case 0..<0x20, 0x7F..<0xA0: false
        case 0xFDD0...0xFDEF: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }
}
