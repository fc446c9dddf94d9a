/// Words of a text as numbers, case folded for ASCII; a character of a script without spaces is a word.
enum WordHashes {
    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    static func of(_ text: ArraySlice<UInt8>) -> [UInt64] {
        var words: [UInt64] = []
        var hash = seed
        /// Bytes that are left of a character of three or four.
        var left = 0
        for byte in text {
            if left > 0 {
                hash = next(hash, byte)
                left -= 1
                if left == 0 { flush(&hash, &words) }
            } else if byte >= 0xE2 {
                flush(&hash, &words)
                hash = next(hash, byte)
                left = byte >= 0xF0 ? 3 : 2
            } else if (0x41...0x5A).contains(byte & 0xDF) {
                hash = next(hash, byte | 0x20)
            } else if byte >= 0x80 || (0x30...0x39).contains(byte) {
                hash = next(hash, byte)
            } else {
                flush(&hash, &words)
            }
        }
        flush(&hash, &words)
        return words
    }

    private static func next(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    private static func flush(_ hash: inout UInt64, _ words: inout [UInt64]) {
        if hash != seed { words.append(hash) }
        hash = seed
    }
}
