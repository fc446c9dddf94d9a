/// Words of a text as numbers, case folded for ASCII; a character of a script without spaces is a word.
enum WordHashes {
    static func of(_ text: ArraySlice<UInt8>) -> [UInt64] {
        var words: [UInt64] = []
        each(in: text.span) { words.append($0) }
        return words
    }

    static func each(in text: Span<UInt8>, _ use: (UInt64) -> Void) {
        var hash = ByteHash.seed
        /// Bytes that are left of a character of three or four.
        var left = 0
        let letters = letters.span
        for index in text.indices {
            let byte = text[index]
            let letter = letters[Int(byte)]
            if left > 0 {
                hash = ByteHash.next(hash, byte)
                left -= 1
                if left > 0 { continue }
            } else if letter != 0 {
                hash = ByteHash.next(hash, letter)
                continue
            } else if byte >= 0xE2 {
                if hash != ByteHash.seed { use(hash) }
                hash = ByteHash.next(ByteHash.seed, byte)
                left = byte >= 0xF0 ? 3 : 2
                continue
            }
            if hash != ByteHash.seed { use(hash) }
            hash = ByteHash.seed
        }
        if hash != ByteHash.seed { use(hash) }
    }

    /// The bytes that words are made of, case folded; 0 for others.
    private static let letters: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0x61...0x7A, 0x30...0x39, 0x80..<0xE2: byte
        default: 0
        }
    }
}
