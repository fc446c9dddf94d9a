import Hashing

/// Makes archives for tests, also ones that no honest program would make.
struct ZIPBuilder {
    struct Entry {
        var name: [UInt8]
        var content: [UInt8]
        var isDeflated = true
        var isEncrypted = false
        /// What the archive says of the size, where it lies.
        var claimed: UInt32?
        var checksum: UInt32?
        var isUTF8 = true
    }

    private(set) var entries: [Entry] = []

    mutating func add(_ name: String, _ content: String, isDeflated: Bool = true) {
        add(name, Array(content.utf8), isDeflated: isDeflated)
    }

    mutating func add(_ name: String, _ content: [UInt8], isDeflated: Bool = true) {
        entries.append(Entry(name: Array(name.utf8), content: content, isDeflated: isDeflated))
    }

    mutating func add(_ entry: Entry) { entries.append(entry) }

    var bytes: [UInt8] {
        var output: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let place = output.count
            let packed = entry.isDeflated ? Self.deflated(entry.content) : entry.content
            let head = Self.head(entry, packed: packed.count)
            output += Self.number(0x0403_4B50, 4) + head + Self.number(UInt64(entry.name.count), 2)
            output += Self.number(0, 2) + entry.name + packed
            directory += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + head
            directory += Self.number(UInt64(entry.name.count), 2) + Self.number(0, 12)
            directory += Self.number(UInt64(place), 4) + entry.name
        }
        let count = UInt64(entries.count)
        let end =
            Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(count, 2)
            + Self.number(count, 2) + Self.number(UInt64(directory.count), 4)
            + Self.number(UInt64(output.count), 4) + Self.number(0, 2)
        return output + directory + end
    }

    /// From "version needed" to the sizes, which stand alike in both places.
    private static func head(_ entry: Entry, packed: Int) -> [UInt8] {
        let flags: UInt64 = (entry.isEncrypted ? 1 : 0) | (entry.isUTF8 ? 0x800 : 0)
        let checksum = entry.checksum ?? Checksum.crc32(of: entry.content)
        return number(20, 2) + number(flags, 2) + number(entry.isDeflated ? 8 : 0, 2)
            + number(0, 4) + number(UInt64(checksum), 4) + number(UInt64(packed), 4)
            + number(UInt64(entry.claimed ?? UInt32(entry.content.count)), 4)
    }

    static func number(_ value: UInt64, _ width: Int) -> [UInt8] {
        (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) : 0 }
    }

    /// gzip's frame taken off.
    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        Array(Gzip.compress(bytes).dropFirst(10).dropLast(8))
    }
}

struct TarBuilder {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ name: String, _ content: String) { add(name, Array(content.utf8)) }

    mutating func add(_ name: String, _ content: [UInt8], type: String = "0") {
        if name.utf8.count > 100 {
            add("././@LongLink", Array(name.utf8) + [0], type: "L")
        }
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at place: Int) {
            for (offset, byte) in text.utf8.enumerated() { header[place + offset] = byte }
        }
        put(String(name.prefix(100)), at: 0)
        put("0000644", at: 100)
        let octal = String(content.count, radix: 8)
        put(String(repeating: "0", count: 11 - octal.count) + octal, at: 124)
        put("        ", at: 148)
        put(type, at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
        put(String(repeating: "0", count: 6 - sum.count) + sum + "\0 ", at: 148)
        bytes += header + content
        bytes += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }

    var finished: [UInt8] { bytes + [UInt8](repeating: 0, count: 1_024) }
}
