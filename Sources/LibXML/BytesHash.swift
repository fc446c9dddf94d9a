/// A number for bytes, eight at a time: to tell texts of one page apart, never to be stored.
public enum BytesHash {
    public static func of(_ bytes: Span<UInt8>) -> UInt64 {
        unsafe bytes.withUnsafeBytes { raw in
            var hash = mixed(0xcbf2_9ce4_8422_2325, UInt64(raw.count))
            let words = raw.count / 8
            for word in 0..<words {
                hash = mixed(
                    hash, unsafe raw.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self))
            }
            var tail: UInt64 = 0
            for index in 8 * words..<raw.count { tail = tail << 8 | UInt64(unsafe raw[index]) }
            return mixed(hash, tail)
        }
    }

    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
        return product ^ product >> 29
    }
}
