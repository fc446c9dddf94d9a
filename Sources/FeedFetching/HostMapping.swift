/// Other forms of ASCII letters, digits and dots, which name servers and resolvers take for the plain ones: full-width,
/// circled, mathematical, raised and lowered (UTS #46 §4, by NFKC).
enum HostMapping {
    static func plain(_ host: String) -> String {
        guard !host.utf8.allSatisfy({ $0 < 0x80 }) else { return host }
        var scalars = String.UnicodeScalarView()
        for scalar in host.unicodeScalars where !isIgnored(scalar) {
            scalars.append(plain(scalar))
        }
        return String(scalars)
    }

    /// Soft hyphens, joiners and their kin: no part of a name.
    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x80 && scalar.properties.isDefaultIgnorableCodePoint
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = scalar.value
        switch value {
        case ..<0x80: return scalar
        case 0x3002, 0xFF0E, 0xFF61, 0x2024: return "."
        case 0xFF01...0xFF5E: return ascii(value - 0xFF01 + 0x21)
        case 0x24B6...0x24CF: return ascii(value - 0x24B6 + 0x61)
        case 0x24D0...0x24E9: return ascii(value - 0x24D0 + 0x61)
        case 0x1D400...0x1D6A3: return ascii((value - 0x1D400) % 26 + 0x61)
        case 0x2460...0x2468: return ascii(value - 0x2460 + 0x31)
        case 0x24EA, 0x2070, 0x2080: return "0"
        case 0x2074...0x2079: return ascii(value - 0x2070 + 0x30)
        case 0x2081...0x2089: return ascii(value - 0x2080 + 0x30)
        case 0xB9: return "1"
        case 0xB2, 0xB3: return ascii(value - 0xB0 + 0x30)
        case 0x1D7CE...0x1D7FF: return ascii((value - 0x1D7CE) % 10 + 0x30)
        case 0x1FBF0...0x1FBF9: return ascii(value - 0x1FBF0 + 0x30)
        default: return letterlike[value] ?? scalar
        }
    }

    private static func ascii(_ value: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(truncatingIfNeeded: value | (0x41...0x5A ~= value ? 0x20 : 0)))
    }

    /// Letters of mathematics and raised letters that stand outside the blocks above.
    private static let letterlike: [UInt32: Unicode.Scalar] = [
        0x2102: "c", 0x210A: "g", 0x210B: "h", 0x210C: "h", 0x210D: "h", 0x210E: "h", 0x2110: "i",
        0x2111: "i", 0x2112: "l", 0x2113: "l", 0x2115: "n", 0x2119: "p", 0x211A: "q", 0x211B: "r",
        0x211C: "r", 0x211D: "r", 0x2124: "z", 0x2128: "z", 0x212A: "k", 0x212C: "b", 0x212D: "c",
        0x212F: "e", 0x2130: "e", 0x2131: "f", 0x2133: "m", 0x2134: "o", 0x2139: "i", 0xAA: "a",
        0xBA: "o", 0x17F: "s", 0x02B0: "h", 0x02B2: "j", 0x02B3: "r", 0x02B7: "w", 0x02B8: "y",
        0x02E1: "l", 0x02E2: "s", 0x02E3: "x", 0x1D43: "a", 0x1D47: "b", 0x1D48: "d", 0x1D49: "e",
        0x1D4D: "g", 0x1D4F: "k", 0x1D50: "m", 0x1D52: "o", 0x1D56: "p", 0x1D57: "t", 0x1D58: "u",
        0x1D5B: "v", 0x1D9C: "c", 0x1DA0: "f", 0x1DBB: "z", 0x2071: "i", 0x207F: "n",
    ]
}
