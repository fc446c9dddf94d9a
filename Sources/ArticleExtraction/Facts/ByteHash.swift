/// FNV-1a, 64 bits: a number for a text, the same in every run.
enum ByteHash {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    static func next(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        step(hash, UInt64(byte))
    }

    /// Takes in a character as a whole.
    static func add(_ scalar: UInt32, to hash: inout UInt64) {
        hash = step(hash, UInt64(scalar))
    }

    private static func step(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        (hash ^ value) &* 0x100_0000_01b3
    }

    static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash = seed
        for byte in bytes { hash = next(hash, byte) }
        return hash
    }
}
