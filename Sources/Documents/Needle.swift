/// A short word of ASCII that is looked for in bytes, whatever the case of its letters.
struct Needle {
    private let word: [UInt8]

    init(_ word: String) { self.word = word.utf8.map(Self.lowered) }

    func stands(in bytes: ArraySlice<UInt8>) -> Bool { place(in: bytes) != nil }

    /// Where it begins; nil where it does not stand. Linear but for the word's own length.
    func place(in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = word.first, bytes.count >= word.count else { return nil }
        var place = bytes.startIndex
        let last = bytes.endIndex - word.count
        while place <= last {
            if Self.lowered(bytes[place]) == first {
                var length = 1
                while length < word.count, Self.lowered(bytes[place + length]) == word[length] {
                    length += 1
                }
                if length == word.count { return place }
            }
            place += 1
        }
        return nil
    }

    static func lowered(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
