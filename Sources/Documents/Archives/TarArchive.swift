/// A tar archive in memory (POSIX.1-2017 pax, ustar, GNU long names): its regular files, one after the other.
/// Links and devices are passed over; nothing is made on a disk.
struct TarArchive {
    struct Entry {
        var name: String
        var content: ArraySlice<UInt8>
    }

    private let bytes: [UInt8]
    private var place = 0
    /// What pax and GNU say of the next file.
    private var longName: String?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static let block = 512
    /// A name, or what pax says of a file, has no more bytes.
    private static let longest = 1 << 16

    /// Whether bytes begin with the header of a file: its checksum holds.
    static func starts(_ bytes: [UInt8]) -> Bool {
        bytes.count >= block && isHeader(bytes[..<block])
    }

    /// The next regular file; nil at the end.
    ///
    /// - Throws: `damaged` where the archive is cut off, or contradicts itself.
    mutating func next() throws(DocumentsError) -> Entry? {
        while place + Self.block <= bytes.count {
            let header = bytes[place..<place + Self.block]
            // The end is two blocks of zeros; one will do.
            if header.allSatisfy({ $0 == 0 }) { return nil }
            guard Self.isHeader(header),
                let size = Self.number(header, at: 124, count: 12)
            else {
                throw DocumentsError(
                    .damaged, "the archive is damaged in the middle; copy it again")
            }
            let start = place + Self.block
            guard size <= bytes.count - start else {
                throw DocumentsError(
                    .damaged, "the archive ends in the middle of a file; copy it again")
            }
            let content = bytes[start..<start + size]
            let padded = (size + Self.block - 1) / Self.block * Self.block
            guard padded <= bytes.count - start else {
                throw DocumentsError(
                    .damaged, "the archive ends in the middle of a file; copy it again")
            }
            place = start + padded
            if let entry = read(header, content) { return entry }
        }
        if place > 0, place < bytes.count {
            throw DocumentsError(
                .damaged, "the archive ends in the middle of a file; copy it again")
        }
        return nil
    }

    private mutating func read(_ header: ArraySlice<UInt8>, _ content: ArraySlice<UInt8>) -> Entry?
    {
        let base = header.startIndex
        switch header[base + 156] {
        case UInt8(ascii: "L"):
            longName = Self.text(content.prefix(Self.longest))
            return nil
        case UInt8(ascii: "x"):
            longName = Self.path(inPax: content.prefix(Self.longest)) ?? longName
            return nil
        case UInt8(ascii: "0"), 0, UInt8(ascii: "7"):
            defer { longName = nil }
            return Entry(name: longName ?? Self.name(of: header), content: content)
        default:
            if header[base + 156] != UInt8(ascii: "g") { longName = nil }
            return nil
        }
    }

    private static func name(of header: ArraySlice<UInt8>) -> String {
        let base = header.startIndex
        let name = text(header[base..<base + 100])
        let isUstar = header[(base + 257)..<(base + 262)].elementsEqual("ustar".utf8)
        let prefix = isUstar ? text(header[(base + 345)..<(base + 500)]) : ""
        return prefix.isEmpty ? name : prefix + "/" + name
    }

    /// Up to the first NUL.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        EntryName.decode(bytes.prefix { $0 != 0 }, isUTF8: false)
    }

    /// Records are "LENGTH KEY=VALUE\n".
    private static func path(inPax content: ArraySlice<UInt8>) -> String? {
        var rest = content
        while let space = rest.firstIndex(of: 0x20),
            let length = Int(String(decoding: rest[..<space], as: UTF8.self)),
            length > space - rest.startIndex, length <= rest.count
        {
            let record = rest[(space + 1)..<(rest.startIndex + length)]
            if record.starts(with: "path=".utf8) {
                return text(record.dropFirst(5).prefix { $0 != 0x0A })
            }
            rest = rest.dropFirst(length)
        }
        return nil
    }

    private static func isHeader(_ header: ArraySlice<UInt8>) -> Bool {
        let base = header.startIndex
        guard let stated = number(header, at: 148, count: 8) else { return false }
        var sum = 0
        for (offset, byte) in header.enumerated() {
            sum += (148..<156).contains(offset) ? 0x20 : Int(byte)
        }
        return sum == stated && header[base] != 0
    }

    /// Octal digits between blanks and NULs, or base 256 (GNU); nil for anything else.
    private static func number(_ header: ArraySlice<UInt8>, at offset: Int, count: Int) -> Int? {
        let start = header.startIndex + offset
        let field = header[start..<start + count]
        if field.first == 0x80 {
            var value = 0
            for byte in field.dropFirst() {
                guard value < 1 << 48 else { return nil }
                value = value << 8 | Int(byte)
            }
            return value
        }
        let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0 }
        var value = 0
        for byte in digits {
            guard (0x30...0x37).contains(byte), value < 1 << 48 else { return nil }
            value = value << 3 | Int(byte - 0x30)
        }
        return value
    }
}
