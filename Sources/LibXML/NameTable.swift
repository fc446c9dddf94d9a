/// A fixed set of short names, found by a hash of their bytes: open addressing, no allocation to look one up.
///
/// Hashes stand for names: two names of one hash would be taken for each other, which none of the names that are
/// put in do.
struct NameTable<Value: Sendable>: Sendable {
    private var keys: [UInt64]
    private var values: [Value?]

    /// - Parameter entries: at most 512; no hash is 0.
    init(_ entries: some Sequence<(UInt64, Value)>) {
        keys = [UInt64](repeating: 0, count: 1024)
        values = [Value?](repeating: nil, count: 1024)
        for (key, value) in entries.prefix(512) {
            var slot = Self.slot(key)
            while keys[slot] != 0 { slot = (slot + 1) & 1023 }
            keys[slot] = key
            values[slot] = value
        }
    }

    subscript(key: UInt64) -> Value? {
        var slot = Self.slot(key)
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & 1023
        }
        return nil
    }

    @inline(__always)
    private static func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 54)
    }
}

/// FNV-1a, 64 bits, of the short names of elements and attributes.
enum NameHash {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    static func of(_ name: some Sequence<UInt8>) -> UInt64 {
        name.reduce(seed) { next($0, $1) }
    }

    @inline(__always)
    static func next(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
}
