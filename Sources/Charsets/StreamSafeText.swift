/// Bounds the marks on a letter: the Stream-Safe Text Format of Unicode (UAX #15 §13).
///
/// Whoever compares texts by their characters orders the marks on each letter first, in time quadratic in
/// their number. So no text keeps more than 30 in a row: after every 30 a U+034F is put, which nobody sees and
/// which ends the row. Text of any language stays as it is. Every place where bytes become text, or where
/// pieces of text are put together, calls this.
public enum StreamSafeText {
    /// Nonstarters in a row.
    public static let limit = 30

    /// In a row that is too long, one byte at a place that this divides belongs to it.
    private static let stride = 32
    /// U+034F, COMBINING GRAPHEME JOINER.
    private static let joiner: [UInt8] = [0xCD, 0x8F]

    /// Makes UTF-8 stream-safe. Linear; of a text without marks one byte in 32 is looked at.
    ///
    /// - Parameter start: what stands before is stream-safe already.
    public static func mend(_ utf8: inout [UInt8], from start: Int = 0) {
        guard utf8.count > stride else { return }
        let places = surplus(in: utf8.span, from: start)
        guard let first = places.first else { return }
        var rest: [UInt8] = []
        rest.reserveCapacity(utf8.count - first + places.count * joiner.count)
        for (index, place) in places.enumerated() {
            rest += joiner
            rest += utf8[place..<(index + 1 < places.count ? places[index + 1] : utf8.count)]
        }
        utf8.replaceSubrange(first..., with: rest)
    }

    /// Whether UTF-8 is stream-safe as it stands.
    public static func isSafe(_ utf8: Span<UInt8>) -> Bool {
        utf8.count <= stride || surplus(in: utf8, from: 0).isEmpty
    }

    /// The text, stream-safe.
    public static func mended(_ text: String) -> String {
        guard text.utf8.count > stride, !surplus(in: text.utf8Span.span, from: 0).isEmpty else {
            return text
        }
        var utf8 = Array(text.utf8)
        mend(&utf8)
        return String(decoding: utf8, as: UTF8.self)
    }

    /// The places before which a joiner is missing.
    private static func surplus(in utf8: Span<UInt8>, from start: Int) -> [Int] {
        var places: [Int] = []
        // A row that has begun before may be too long now.
        var sample = max(0, start - 2 * stride) / stride * stride
        while sample < utf8.count {
            guard utf8[sample] >= 0xCC || utf8[sample] & 0xC0 == 0x80,
                let start = startOfRow(in: utf8, around: sample)
            else {
                sample += stride
                continue
            }
            var index = start
            var marks = 0
            while index < utf8.count {
                let place = index
                let count = nonstarters(in: scalar(in: utf8, &index))
                if count == 0 {
                    index = place
                    break
                }
                if marks + count > limit {
                    places.append(place)
                    marks = 0
                }
                marks += count
            }
            sample = max(sample + stride, (index + stride - 1) / stride * stride)
        }
        return places
    }

    /// Where the row of nonstarters begins that a place is in; nil where it is in none.
    private static func startOfRow(in utf8: Span<UInt8>, around sample: Int) -> Int? {
        var start: Int?
        var place = sample
        while place >= 0 {
            var lead = place
            while lead > 0, place - lead < 3, utf8[lead] & 0xC0 == 0x80 { lead -= 1 }
            var index = lead
            guard mayLeadNonstarter(utf8[lead]), nonstarters(in: scalar(in: utf8, &index)) > 0
            else { break }
            start = lead
            place = lead - 1
        }
        return start
    }

    /// False for the first bytes of ASCII, of Latin and Cyrillic letters and of ideographs.
    private static func mayLeadNonstarter(_ byte: UInt8) -> Bool {
        switch byte {
        case ..<0xCC, 0xD0, 0xD1, 0xE4...0xE9: false
        default: true
        }
    }

    /// How many nonstarters a character is or begins with, decomposed.
    private static func nonstarters(in value: UInt32) -> Int {
        switch value {
        case ..<0x300, 0x3400...0x9FFF, 0xAC00...0xD7A3: return 0
        // The letters of Greek, Cyrillic, Armenian, Hebrew, Arabic and kana, and punctuation: no marks are among them.
        case 0x370..<0x483, 0x48A..<0x591, 0x5D0..<0x610, 0x620..<0x64B, 0x1E00..<0x20D0,
            0x3030..<0x3099, 0x30A0..<0x3400:
            return 0
        case 0x344, 0xF73, 0xF75, 0xF81: return 2
        case 0xFF9E, 0xFF9F: return 1
        default:
            guard let scalar = Unicode.Scalar(value) else { return 0 }
            return scalar.properties.canonicalCombiningClass == .notReordered ? 0 : 1
        }
    }

    /// The scalar at a place, which is moved behind it; 0 where the bytes are none.
    private static func scalar(in utf8: Span<UInt8>, _ index: inout Int) -> UInt32 {
        let lead = utf8[index]
        index += 1
        guard lead >= 0xC2, lead < 0xF5 else { return 0 }
        let rest = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
        var value = UInt32(lead) & (0x3F >> UInt32(rest))
        for _ in 0..<rest {
            guard index < utf8.count, utf8[index] & 0xC0 == 0x80 else { return 0 }
            value = value << 6 | UInt32(utf8[index] & 0x3F)
            index += 1
        }
        return value
    }
}
