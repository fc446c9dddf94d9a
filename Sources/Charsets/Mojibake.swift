/// Mends text that somebody decoded as a Western character set although it was in another, and saved as
/// UTF-8: "Ïðèâåò", "ÖÐ¹ú".
enum Mojibake {
    /// The bytes as they once were; nil where the text does not look like that: nearly every character
    /// beyond ASCII has to be one of windows-1252, and they have to stand in runs as they do in no
    /// language that is written with that set.
    static func undone(_ utf8: [UInt8], firstHigh: Int) -> [UInt8]? {
        guard looksDamaged(utf8[firstHigh...].prefix(16_384)) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var foreign = 0
        var mended = 0
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            if scalar.value < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else if scalar.value < 0x100 {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
                mended += 1
            } else if let byte = windows[scalar.value] {
                bytes.append(byte)
                mended += 1
            } else {
                bytes.append(0x3F)
                foreign += 1
            }
        }
        return foreign * 50 <= mended ? bytes : nil
    }

    private static func looksDamaged(_ sample: ArraySlice<UInt8>) -> Bool {
        var leads = 0
        var western = 0
        var inRuns = 0
        var index = sample.startIndex
        while index < sample.endIndex {
            let byte = sample[index]
            if isSpace(sample, index) {
                index += 2
                continue
            }
            if byte >= 0xC2 {
                leads += 1
                let isWestern = byte <= 0xC3
                if isWestern { western += 1 }
                let next = index + 2
                if isWestern, next < sample.endIndex, sample[next] == 0xC2 || sample[next] == 0xC3 {
                    inRuns += 1
                }
            }
            index += 1
        }
        return western >= 24 && western * 10 >= leads * 8 && inRuns * 2 >= western
    }

    /// Whether a no-break space begins there: rows of them indent code and draw lines to sign on, in any language.
    private static func isSpace(_ sample: ArraySlice<UInt8>, _ index: Int) -> Bool {
        sample[index] == 0xC2 && index + 1 < sample.endIndex && sample[index + 1] == 0xA0
    }

    /// The byte of windows-1252 that a character beyond ASCII was made of; nil where none was.
    static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        (0x80..<0x100).contains(scalar.value)
            ? UInt8(truncatingIfNeeded: scalar.value) : windows[scalar.value]
    }

    /// The characters of windows-1252 beyond Latin-1 and their bytes.
    private static let windows: [UInt32: UInt8] = [
        0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86,
        0x2021: 0x87, 0x02C6: 0x88, 0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C,
        0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95,
        0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
        0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
    ]
}
