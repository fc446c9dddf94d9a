/// Mends a text that was UTF-8, was decoded as windows-1252 and saved as UTF-8 again: "FÃ¤hre", "â€œNoâ€\u{9D}".
///
/// Nearly all of its characters beyond ASCII have to stand in such sequences: a letter that stands for the first byte of
/// a character, and as many behind it as that byte asks for. No language writes so.
enum RereadUTF8 {
    /// Sequences that are enough.
    private static let least = 4
    /// So much of a text is looked at.
    private static let sample = 16_384

    /// The bytes as they once were; nil where the text does not look like that.
    static func undone(_ utf8: [UInt8], firstHigh: Int) -> [UInt8]? {
        guard holdsRuns(utf8[firstHigh...].prefix(sample)) else { return nil }
        let scalars = Array(String(decoding: utf8, as: UTF8.self).unicodeScalars)
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var found = 0
        var others = 0
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar.value < 0x80 {
                result.append(UInt8(truncatingIfNeeded: scalar.value))
                index += 1
            } else if let bytes = bytes(scalars, at: index) {
                result += bytes
                found += bytes.count
                index += bytes.count
            } else if isCutQuote(scalars, at: index) {
                // The last byte of the closing quotation mark is none of the set, and was lost.
                result += [0xE2, 0x80, 0x9D]
                index += index + 2 < scalars.count && scalars[index + 2] == "\u{FFFD}" ? 3 : 2
            } else {
                result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
                others += 1
                index += 1
            }
        }
        guard found >= 2 * least, others * 8 <= found else { return nil }
        return String(validating: result, as: UTF8.self) == nil ? nil : result
    }

    /// Whether letters that stand for first bytes are followed by others beyond ASCII, again and again.
    private static func holdsRuns(_ sample: ArraySlice<UInt8>) -> Bool {
        var runs = 0
        var start = sample.startIndex
        while let index = sample[start...].firstIndex(of: 0xC3) {
            start = index + 1
            guard index + 2 < sample.endIndex, sample[index + 2] >= 0xC2 else { continue }
            runs += 1
            if runs >= least { return true }
        }
        return false
    }

    /// The bytes of the character that stands there as several; nil where none does.
    private static func bytes(_ scalars: [Unicode.Scalar], at index: Int) -> [UInt8]? {
        guard let lead = Mojibake.byte(of: scalars[index]) else { return nil }
        let length: Int
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
        guard index + length <= scalars.count else { return nil }
        var bytes = [lead]
        for place in index + 1..<index + length {
            guard let byte = Mojibake.byte(of: scalars[place]), (0x80...0xBF).contains(byte) else {
                return nil
            }
            bytes.append(byte)
        }
        return bytes
    }

    private static func isCutQuote(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        scalars[index] == "â" && index + 1 < scalars.count && scalars[index + 1] == "€"
    }
}
