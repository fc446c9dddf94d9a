/// Brings a text that an editor saved to UTF-8 with line ends LF.
enum EditedText {
    /// Without a byte order mark. Bytes that are no UTF-8 are taken for windows-1252. Nil for what is no text.
    static func decode(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) { return wide(bytes, low: 0, high: 1) }
        if bytes.starts(with: [0xFE, 0xFF]) { return wide(bytes, low: 1, high: 0) }
        var bytes = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        // Blocks of zeros are what a crash of the machine leaves.
        guard !bytes.contains(0) else { return nil }
        if bytes.contains(0x0D) { bytes = lineFeeds(bytes) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return mended(bytes)
    }

    private static func lineFeeds(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var last: UInt8 = 0
        for byte in bytes {
            if byte == 0x0A, last == 0x0D {
                last = byte
                continue
            }
            result.append(byte == 0x0D ? 0x0A : byte)
            last = byte
        }
        return result[...]
    }

    private static func wide(_ bytes: [UInt8], low: Int, high: Int) -> String? {
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
            UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low])
        }
        return decode(Array(String(decoding: units, as: UTF16.self).utf8))
    }

    /// Each byte that is none of UTF-8 stands for its character of windows-1252. Where most of what is not ASCII would
    /// have to be mended, the file is no text.
    private static func mended(_ bytes: ArraySlice<UInt8>) -> String? {
        var text = String.UnicodeScalarView()
        var rest = bytes
        var strange = 0
        while let first = rest.first {
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            if let part = String(validating: rest.prefix(length), as: UTF8.self) {
                text.append(contentsOf: part.unicodeScalars)
                rest = rest.dropFirst(length)
                continue
            }
            strange += 1
            rest = rest.dropFirst()
            let value = (0x80..<0xA0).contains(first) ? high[Int(first) - 0x80] : UInt32(first)
            text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        // A text of Western Europe has one such letter in ten.
        return strange <= bytes.count / 8 + 1 ? String(text) : nil
    }

    /// windows-1252, 0x80 to 0x9F (Unicode's mapping file CP1252.TXT).
    private static let high: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
