/// How far bytes are UTF-8.
struct UTF8Census {
    /// Well-formed sequences of two bytes and more.
    var sequences = 0
    /// Those of three bytes and more among them.
    var longSequences = 0
    /// Bytes that belong to no well-formed sequence.
    var strays = 0

    var isValid: Bool { strays == 0 }

    /// Damaged UTF-8 (a cut character, a few foreign bytes) rather than another character set.
    ///
    /// Of bytes in another set some make sequences by accident, but fewer than do not, and hardly ever long ones. Where
    /// UTF-8 is declared it stays as long as the well-formed sequences are as many as the faults.
    func isNearly(declared: Bool) -> Bool {
        if declared { return sequences >= max(1, strays) }
        return sequences >= 2 && sequences >= (longSequences > 0 ? strays : strays * 4)
    }

    /// - Parameter start: the place of the first byte above 0x7F, or 0.
    init(_ bytes: [UInt8], from start: Int) {
        var place = ByteSearch.firstHigh(in: bytes, from: start)
        while var index = place {
            repeat {
                let length = Self.length(of: bytes, at: index)
                if length > 0 { sequences += 1 } else { strays += 1 }
                if length > 2 { longSequences += 1 }
                index += max(1, length)
            } while index < bytes.count && bytes[index] >= 0x80
            place = ByteSearch.firstHigh(in: bytes, from: index)
        }
    }

    /// Whether valid UTF-8 holds fewer sequences of two bytes and more than `limit`.
    static func holdsFewer(than limit: Int, _ bytes: [UInt8], from start: Int) -> Bool {
        bytes[start...].lazy.filter { $0 >= 0xC2 }.prefix(limit).count < limit
    }

    /// Bytes of the well-formed sequence at `index` (Unicode 16, table 3-7), 0 where there is none.
    private static func length(of bytes: [UInt8], at index: Int) -> Int {
        let lead = bytes[index]
        let length: Int
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 0
        }
        guard index + length <= bytes.count else { return 0 }
        for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        switch (lead, bytes[index + 1]) {
        case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return 0
        default: return length
        }
    }
}
