/// Mends single characters that were encoded to UTF-8 twice: "â" and two control characters instead of a
/// dash, as happens where a template and its content are not of one encoding.
enum DoubledUTF8 {
    /// The bytes with such characters mended; nil where the text has none.
    ///
    /// Sure is only a character of three bytes or four of which one became a control character (C1), which
    /// no page means. Where one was seen, characters of two bytes are mended too.
    static func mended(_ utf8: [UInt8], firstHigh: Int) -> [UInt8]? {
        guard holdsSure(utf8, from: firstHigh) else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        result.append(contentsOf: utf8[..<firstHigh])
        var next = firstHigh
        while next < utf8.count {
            if let length = length(in: utf8, at: next) {
                for offset in 0..<length { result.append(single(utf8, next + 2 * offset)) }
                next += 2 * length
            } else {
                result.append(utf8[next])
                next += 1
            }
        }
        return result
    }

    private static func holdsSure(_ utf8: [UInt8], from start: Int) -> Bool {
        var start = start
        while let index = ByteSearch.place(of: 0xC3, in: utf8, from: start) {
            // C3 A0…B4 is the lead byte of three or four, doubled.
            if index + 5 < utf8.count, utf8[index + 1] >= 0xA0, utf8[index + 2] == 0xC2,
                let length = length(in: utf8, at: index),
                (1..<length).contains(where: { single(utf8, index + 2 * $0) < 0xA0 })
            {
                return true
            }
            start = index + 1
        }
        return false
    }

    /// How many bytes the character once had that stands doubled at a place; nil where none does.
    private static func length(in utf8: [UInt8], at index: Int) -> Int? {
        guard utf8[index] == 0xC3, index + 3 < utf8.count else { return nil }
        let length: Int
        switch single(utf8, index) {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
        guard index + 2 * length <= utf8.count else { return nil }
        for offset in 1..<length {
            let place = index + 2 * offset
            guard utf8[place] == 0xC2, (0x80...0xBF).contains(utf8[place + 1]) else { return nil }
        }
        return length
    }

    /// The byte that two bytes of UTF-8 stand for, U+0080 to U+00FF.
    private static func single(_ utf8: [UInt8], _ index: Int) -> UInt8 {
        (utf8[index] & 0x03) << 6 | utf8[index + 1] & 0x3F
    }
}
