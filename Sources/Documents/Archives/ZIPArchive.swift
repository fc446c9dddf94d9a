import Hashing

/// A ZIP archive in memory (APPNOTE 6.3.10): stored and deflated entries, ZIP64, data descriptors; by its central
/// directory, whose claims are held against the bytes. No file is ever made of it: names are words.
public struct ZIPArchive: Sendable {
    public struct Entry: Sendable, Equatable {
        /// As it stands in the archive; it may be anything.
        public var name: String
        /// Bytes, as claimed.
        public var size: Int
        public var isEncrypted: Bool
        public var isFolder: Bool { name.hasSuffix("/") || name.hasSuffix("\\") }
        fileprivate var method: Int
        fileprivate var packed: Int
        fileprivate var checksum: UInt32
        fileprivate var place: Int
    }

    /// In the order of the directory.
    public let entries: [Entry]
    private let fields: ByteFields

    /// Entries of one archive; their names alone take memory.
    private static let mostEntries = 100_000

    /// - Throws: `damaged` where it has no directory, or none that holds; `tooLarge`.
    public init(_ bytes: [UInt8]) throws(DocumentsError) {
        fields = ByteFields(bytes: bytes)
        let directory = try Directory(fields)
        guard directory.count <= Self.mostEntries else {
            throw DocumentsError(
                .tooLarge, "the archive lists more than \(Self.mostEntries) files; divide it")
        }
        var entries: [Entry] = []
        var place = directory.place
        while entries.count < directory.count {
            guard let (entry, next) = Self.entry(at: place, fields, shift: directory.shift) else {
                throw DocumentsError(
                    .damaged, "the archive's list of files is damaged; copy it again")
            }
            entries.append(entry)
            place = next
        }
        self.entries = entries
    }

    /// The first entry of this name.
    public func entry(named name: String) -> Entry? { entries.first { $0.name == name } }

    /// What an entry holds, at most `limit` bytes; never more is allocated, whatever it claims.
    ///
    /// - Throws: `encrypted`, `damaged`, `tooLarge`, `notOfFormat` for a compression that is not known.
    public func content(of entry: Entry, limit: Int) throws(DocumentsError) -> [UInt8] {
        guard !entry.isEncrypted else {
            throw DocumentsError(
                .encrypted, "a password protects it in the ZIP archive; pack it without one")
        }
        let damaged = DocumentsError(.damaged, "it is damaged in the archive")
        guard fields.uint32(at: entry.place) == 0x0403_4B50,
            let name = fields.uint16(at: entry.place + 26),
            let extra = fields.uint16(at: entry.place + 28),
            let packed = fields.slice(entry.place + 30 + name + extra, count: entry.packed)
        else { throw damaged }
        let content: [UInt8]
        switch entry.method {
        case 0:
            guard packed.count <= limit else { throw Self.tooLarge(limit) }
            content = Array(packed)
        case 8:
            do throws(CompressionError) {
                content = try Gzip.inflateRaw(packed, limit: limit).content
            } catch {
                if case .tooLarge = error { throw Self.tooLarge(limit) }
                throw damaged
            }
        default:
            throw DocumentsError(
                .notOfFormat,
                "its compression (method \(entry.method)) is not known; pack it with deflate")
        }
        guard Checksum.crc32(of: content) == entry.checksum else { throw damaged }
        return content
    }

    private static func tooLarge(_ limit: Int) -> DocumentsError {
        DocumentsError(.tooLarge, "it is larger than \(limit) bytes")
    }

    private static func entry(
        at place: Int, _ fields: ByteFields, shift: Int
    ) -> (Entry, next: Int)? {
        guard fields.uint32(at: place) == 0x0201_4B50,
            let flags = fields.uint16(at: place + 8), let method = fields.uint16(at: place + 10),
            let checksum = fields.uint32(at: place + 16),
            var packed = fields.uint32(at: place + 20), var size = fields.uint32(at: place + 24),
            let nameLength = fields.uint16(at: place + 28),
            let extraLength = fields.uint16(at: place + 30),
            let commentLength = fields.uint16(at: place + 32),
            var offset = fields.uint32(at: place + 42),
            let name = fields.slice(place + 46, count: nameLength),
            fields.slice(place + 46 + nameLength, count: extraLength + commentLength) != nil
        else { return nil }
        wide(
            fields, at: place + 46 + nameLength, count: extraLength, &size, &packed, &offset)
        let sum = offset.addingReportingOverflow(shift)
        guard !sum.overflow else { return nil }
        let entry = Entry(
            name: EntryName.decode(name, isUTF8: flags & 0x800 != 0), size: size,
            isEncrypted: flags & 0x41 != 0, method: method, packed: packed,
            checksum: UInt32(truncatingIfNeeded: checksum), place: sum.partialValue)
        return (entry, place + 46 + nameLength + extraLength + commentLength)
    }

    /// The extra field of ZIP64 (§4.5.3) has those of the three that do not fit, in this order.
    private static func wide(
        _ fields: ByteFields, at start: Int, count: Int, _ size: inout Int, _ packed: inout Int,
        _ offset: inout Int
    ) {
        var place = start
        while place + 4 <= start + count, let id = fields.uint16(at: place),
            let length = fields.uint16(at: place + 2)
        {
            if id == 1 {
                var next = place + 4
                let most = 0xFFFF_FFFF
                if size == most { (size, next) = (fields.uint64(at: next) ?? .max, next + 8) }
                if packed == most { (packed, next) = (fields.uint64(at: next) ?? .max, next + 8) }
                if offset == most { offset = fields.uint64(at: next) ?? .max }
                return
            }
            place += 4 + length
        }
    }

    /// Where the list of files lies.
    private struct Directory {
        var place: Int
        var count: Int
        /// What stands before the archive, a program for example.
        var shift: Int

        init(_ fields: ByteFields) throws(DocumentsError) {
            let cut = DocumentsError(
                .damaged, "the archive ends before its list of files; copy it again")
            guard let end = Self.end(of: fields) else { throw cut }
            guard var count = fields.uint16(at: end + 10), var size = fields.uint32(at: end + 12),
                var offset = fields.uint32(at: end + 16)
            else { throw cut }
            var start = end
            if fields.uint32(at: end - 20) == 0x0706_4B50,
                count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF,
                let record = Self.wideEnd(fields, before: end - 20)
            {
                (count, size, offset) = (record.count, record.size, record.offset)
                start = record.place
            }
            guard size <= start else { throw cut }
            place = start - size
            guard offset <= place else { throw cut }
            shift = place - offset
            self.count = count
            // 46 bytes an entry at least: a claim is not believed.
            guard count <= size / 46 else { throw cut }
        }

        private static func wideEnd(
            _ fields: ByteFields, before locator: Int
        ) -> (place: Int, count: Int, size: Int, offset: Int)? {
            guard let stated = fields.uint64(at: locator + 8) else { return nil }
            // It stands right before its locator, also where something stands before the archive.
            for place in [stated, locator - 56] where fields.uint32(at: place) == 0x0606_4B50 {
                if let count = fields.uint64(at: place + 32),
                    let size = fields.uint64(at: place + 40),
                    let offset = fields.uint64(at: place + 48)
                {
                    return (place, count, size, offset)
                }
            }
            return nil
        }

        /// The end record stands before a comment of 65,535 bytes at most.
        private static func end(of fields: ByteFields) -> Int? {
            let last = fields.bytes.count - 22
            guard last >= 0 else { return nil }
            for place in stride(from: last, through: max(0, last - 65_535), by: -1)
            where fields.bytes[place] == 0x50 && fields.uint32(at: place) == 0x0605_4B50 {
                if let comment = fields.uint16(at: place + 20),
                    place + 22 + comment <= fields.bytes.count
                {
                    return place
                }
            }
            return nil
        }
    }
}
