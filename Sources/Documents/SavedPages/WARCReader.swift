import BriefModel
import Hashing

/// A web archive (WARC 1.0 and 1.1, ISO 28500): its responses that are pages.
struct WARCReader {
    struct Page {
        var address: String
        var bytes: [UInt8]
        var type: DocumentType
        var charset: String?
    }

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// One record: its named fields, and what stands in it.
    private struct Record {
        var header: MailHeader
        var block: ArraySlice<UInt8>
    }

    /// The next page; nil at the end.
    ///
    /// - Parameter limit: bytes of a page.
    /// - Throws: `damaged` where a record is cut off, or none begins.
    mutating func next(limit: Int) throws(DocumentsError) -> Page? {
        while let record = try nextRecord() {
            if let page = page(in: record, limit: limit) { return page }
        }
        return nil
    }

    private mutating func nextRecord() throws(DocumentsError) -> Record? {
        while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
        guard place < bytes.count else { return nil }
        let rest = bytes[place...]
        guard rest.starts(with: "WARC/".utf8) else {
            throw DocumentsError(
                .damaged, "the web archive is damaged in the middle; copy it again")
        }
        let header = MailHeader(rest, skipsEnvelope: true)
        guard let length = header.text("content-length").flatMap({ Int($0) }), length >= 0 else {
            throw DocumentsError(.damaged, "a record of the web archive does not say its length")
        }
        let start = header.bodyStart
        guard length <= bytes.count - start else {
            throw DocumentsError(
                .damaged, "the web archive ends in the middle of a record; copy it again")
        }
        place = start + length
        return Record(header: header, block: bytes[start..<start + length])
    }

    private func page(in record: Record, limit: Int) -> Page? {
        let header = record.header
        let kind = header.text("warc-type")?.lowercased()
        guard let address = header.text("warc-target-uri").flatMap(LinkTarget.http) else {
            return nil
        }
        if kind == "resource" {
            let type = header.first("content-type").map { ContentType($0) }
            return Self.page(address, type, Array(record.block))
        }
        guard kind == "response", record.block.starts(with: "HTTP/".utf8) else { return nil }
        let fields = MailHeader(record.block, skipsEnvelope: true)
        let status = record.block.prefix(64).split(separator: 0x20).dropFirst().first
        guard status?.first == 0x32 else { return nil }
        let type = fields.first("content-type").map { ContentType($0) }
        guard Self.type(type) != nil else { return nil }
        var body = Array(record.block[fields.bodyStart...])
        if fields.text("transfer-encoding")?.lowercased().contains("chunked") == true {
            body = Self.joined(body[...]) ?? body
        }
        switch fields.text("content-encoding")?.lowercased() {
        case nil, "identity": break
        case "gzip", "x-gzip":
            guard let plain = try? Compression.gzip.decompress(body, limit: limit) else {
                return nil
            }
            body = plain
        case "zstd":
            guard let plain = try? Compression.zstd.decompress(body, limit: limit) else {
                return nil
            }
            body = plain
        case "deflate":
            // With zlib's two bytes before it (RFC 1950), or without.
            let raw = body.count > 2 && body[0] & 0x0F == 8 ? body[2...] : body[...]
            guard let plain = try? Gzip.inflateRaw(raw, limit: limit) else { return nil }
            body = plain.content
        default: return nil
        }
        return Self.page(address, type, body)
    }

    private static func page(_ address: String, _ stated: ContentType?, _ body: [UInt8]) -> Page? {
        guard let type = type(stated), !body.isEmpty else { return nil }
        return Page(
            address: address, bytes: body, type: type, charset: stated?.parameters["charset"])
    }

    private static func type(_ stated: ContentType?) -> DocumentType? {
        switch stated?.name {
        case "text/html", "application/xhtml+xml": .html
        case "text/plain": .text
        case "text/markdown": .markdown
        default: nil
        }
    }

    /// The chunks of a body joined (RFC 9112 §7.1); nil where it is none of chunks.
    private static func joined(_ body: ArraySlice<UInt8>) -> [UInt8]? {
        var output: [UInt8] = []
        var place = body.startIndex
        while true {
            var lines = LineCursor(body[place...])
            guard let line = lines.next() else { return output.isEmpty ? nil : output }
            let digits = line.prefix { $0 != 0x3B }.filter { $0 > 0x20 }
            guard !digits.isEmpty, digits.count <= 8,
                let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return output.isEmpty ? nil : output }
            if size == 0 { return output }
            let start = lines.place
            let end = min(body.endIndex, start + size)
            output += body[start..<end]
            place = end
            if place < body.endIndex, body[place] == 0x0D { place += 1 }
            if place < body.endIndex, body[place] == 0x0A { place += 1 }
        }
    }
}

extension ContainerReader {
    mutating func readWARC(_ file: PackedDocument, _ depth: Int) throws(DocumentsError) {
        var reader = WARCReader(file.bytes)
        var seen: Set<String> = []
        while let page = try reader.next(limit: limits.file) {
            try note(unpacked: page.bytes.count)
            guard page.bytes.count <= limits.file, seen.insert(page.address).inserted else {
                continue
            }
            let bare =
                page.address.firstRange(of: "://").map { page.address[$0.upperBound...] } ?? ""
            let name = EntryName.plain(String(bare))
            let place = file.name.isEmpty ? name : file.name + "/" + name
            try add(
                PackedDocument(
                    name: place, type: page.type, bytes: page.bytes, charset: page.charset,
                    url: page.address, tags: file.tags))
        }
    }

    /// A ZIP archive of WARC files, beside an index and pictures of the pages.
    mutating func readWACZ(_ file: PackedDocument, _ depth: Int) throws(DocumentsError) {
        let archive = try ZIPArchive(file.bytes)
        for entry in archive.entries where DocumentFormat(name: entry.name) == .warc {
            let bytes = try unpack(entry, of: archive)
            try readWARC(PackedDocument(type: .auto, bytes: bytes, tags: file.tags), depth)
        }
    }

    private mutating func unpack(
        _ entry: ZIPArchive.Entry, of archive: ZIPArchive
    ) throws(DocumentsError) -> [UInt8] {
        var bytes = try archive.content(of: entry, limit: roomOfContainer)
        try note(unpacked: bytes.count)
        guard Compression(of: bytes) != nil else { return bytes }
        bytes = try decompressed(bytes)
        try note(unpacked: bytes.count)
        return bytes
    }
}
