import Hashing

/// Writes a ZIP archive piece by piece (APPNOTE 6.3.3), without the 64-bit forms: up to 65,535 entries and 4 GiB.
struct ZipWriter {
    private struct Entry {
        var name: [UInt8]
        var checksum: UInt32
        var packed: Int
        var size: Int
        var method: UInt16
        var offset: Int
    }

    static let mostEntries = 65_000
    private var entries: [Entry] = []
    private(set) var written = 0

    /// The bytes of one entry.
    ///
    /// - Parameter packs: deflate, rather than store.
    mutating func add(_ name: String, _ bytes: [UInt8], packs: Bool = true) -> [UInt8] {
        // A gzip member of ours has a head of 10 bytes and a tail of 8 (RFC 1952 §2.3) around what deflate made.
        let content = packs ? Array(Gzip.compress(bytes).dropFirst(10).dropLast(8)) : bytes
        let entry = Entry(
            name: Array(name.utf8), checksum: Checksum.crc32(of: bytes), packed: content.count,
            size: bytes.count, method: packs ? 8 : 0, offset: written)
        entries.append(entry)
        var out: [UInt8] = []
        Self.number(0x0403_4b50, 4, &out)
        Self.facts(of: entry, &out)
        Self.number(0, 2, &out)
        out += entry.name + content
        written += out.count
        return out
    }

    /// The directory at the end.
    func end() -> [UInt8] {
        var out: [UInt8] = []
        for entry in entries {
            Self.number(0x0201_4b50, 4, &out)
            Self.number(20, 2, &out)
            Self.facts(of: entry, &out)
            for _ in 0..<4 { Self.number(0, 2, &out) }
            Self.number(0, 4, &out)
            Self.number(entry.offset, 4, &out)
            out += entry.name
        }
        let size = out.count
        Self.number(0x0605_4b50, 4, &out)
        Self.number(0, 4, &out)
        Self.number(entries.count, 2, &out)
        Self.number(entries.count, 2, &out)
        Self.number(size, 4, &out)
        Self.number(written, 4, &out)
        Self.number(0, 2, &out)
        return out
    }

    /// What both records of an entry have: version, flags (names are UTF-8), method, time, checksum, sizes, length of name.
    private static func facts(of entry: Entry, _ out: inout [UInt8]) {
        number(20, 2, &out)
        number(0x0800, 2, &out)
        number(Int(entry.method), 2, &out)
        number(0, 2, &out)
        // 1980-01-01: the same articles give the same file.
        number(0x21, 2, &out)
        number(Int(entry.checksum), 4, &out)
        number(entry.packed, 4, &out)
        number(entry.size, 4, &out)
        number(entry.name.count, 2, &out)
    }

    /// Little-endian.
    private static func number(_ value: Int, _ bytes: Int, _ out: inout [UInt8]) {
        for index in 0..<bytes { out.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
    }
}
