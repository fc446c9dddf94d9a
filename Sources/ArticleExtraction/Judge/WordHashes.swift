/// Words of a text as numbers, case folded for ASCII; a character of a script without spaces is a word.
enum WordHashes {
    static func of(_ text: ArraySlice<UInt8>) -> [UInt64] {
        var words: [UInt64] = []
        var hash = ByteHash.seed
        /// Bytes that are left of a character of three or four.
        var left = 0
        for byte in text {
            if left > 0 {
                hash = ByteHash.next(hash, byte)
                left -= 1
                if left == 0 { flush(&hash, &words) }
            } else if byte >= 0xE2 {
                flush(&hash, &words)
                hash = ByteHash.next(hash, byte)
                left = byte >= 0xF0 ? 3 : 2
            } else if (0x41...0x5A).contains(byte & 0xDF) {
                hash = ByteHash.next(hash, byte | 0x20)
            } else if byte >= 0x80 || (0x30...0x39).contains(byte) {
                hash = ByteHash.next(hash, byte)
            } else {
                flush(&hash, &words)
            }
        }
        flush(&hash, &words)
        return words
    }

    private static func flush(_ hash: inout UInt64, _ words: inout [UInt64]) {
        if hash != ByteHash.seed { words.append(hash) }
        hash = ByteHash.seed
    }
}
