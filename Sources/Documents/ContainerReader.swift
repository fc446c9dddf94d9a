import BriefModel
import Hashing

/// Goes through a file and the files in it, and collects the documents.
struct ContainerReader {
    let limits: UnpackLimits
    private var collector: PartCollector
    /// Layers of compression around one file.
    private static let mostCoats = 2

    init(limits: UnpackLimits, first: Int) {
        self.limits = limits
        collector = PartCollector(limits: limits, first: first)
    }

    func finished() throws(DocumentsError) -> UnpackedFile {
        if collector.isEmpty {
            throw collector.firstFault
                ?? DocumentsError(.nothingReadable, "it holds nothing that can be read")
        }
        return collector.result
    }

    // For readers of formats.
    var roomOfContainer: Int { collector.roomOfContainer }
    var tooLarge: DocumentsError { collector.tooLarge }
    var tooLargeForOne: DocumentsError { collector.tooLargeForOne }
    var isEmpty: Bool { collector.isEmpty }

    mutating func note(unpacked bytes: Int) throws(DocumentsError) {
        try collector.note(unpacked: bytes)
    }

    mutating func add(_ part: PackedDocument) throws(DocumentsError) { try collector.add(part) }

    mutating func leaveOut(_ name: String, asOf kind: String) {
        collector.leaveOut(name, asOf: kind)
    }

    /// - Parameters:
    ///   - file: `format` is what its name promises; `name` where it stands, empty for the whole file.
    ///   - called: the name that its suffix is told by.
    /// - Throws: what concerns the whole: too much of it, or that the outermost file cannot be read.
    mutating func read(
        _ file: PackedDocument, called name: String, depth: Int = 0, coats: Int = 0
    ) throws(DocumentsError) {
        let format = FormatSniffer.format(of: file.bytes, promised: file.format)
        guard let format else { return try take(file, called: name) }
        if format.kind == .several, !format.isCompression, depth >= limits.depth {
            return collector.leaveOut(
                file.name,
                DocumentsError(
                    .nothingReadable,
                    "archives stand more than \(limits.depth) deep in it; drop it by itself"))
        }
        do throws(DocumentsError) {
            switch format {
            case .gzip, .xz, .bzip2, .zstd:
                try readCompressed(file, called: name, depth, coats)
            case .zip: try readZIP(file, depth)
            case .tar: try readTar(file, depth)
            case .mailbox: try readMailbox(file, depth)
            case .warc: try readWARC(file, depth)
            case .wacz: try readWACZ(file, depth)
            case .epub: try readEPUB(file)
            case .mail: try readMail(file, depth)
            default:
                var part = file
                part.format = format
                try collector.add(part)
            }
        } catch {
            if error == collector.tooLarge || depth == 0 { throw error }
            collector.leaveOut(file.name, error)
        }
    }

    /// What is read as it is.
    private mutating func take(
        _ file: PackedDocument, called name: String
    ) throws(DocumentsError) {
        var part = file
        part.format = nil
        switch file.format?.kind {
        case .plain(let type): part.type = type
        case .feed:
            guard file.name.isEmpty || FeedSigns.stand(in: file.bytes) else {
                return collector.leaveOut(file.name, asOf: "data, and no feed")
            }
            part.format = .feed
        case .links where !file.name.isEmpty:
            return collector.leaveOut(
                file.name,
                DocumentsError(
                    .nothingReadable,
                    "it holds addresses, which are fetched only for a file that is dropped by itself"
                ))
        case .outline:
            return collector.leaveOut(file.name, asOf: "a list of feeds")
        default: break
        }
        try collector.add(part)
    }

    /// A file in an archive: told by its name before it is unpacked.
    ///
    /// - Parameter content: unpacks it, at most so many bytes.
    private mutating func readEntry(
        _ stated: String, in file: PackedDocument, size: Int, _ depth: Int,
        content: (_ limit: Int) throws(DocumentsError) -> [UInt8]
    ) throws(DocumentsError) {
        guard !EntryName.isLitter(stated), size != 0 else { return }
        let name = EntryName.plain(stated)
        let place = file.name.isEmpty ? name : file.name + "/" + name
        let (format, other) = Self.kind(of: name)
        if let other { return collector.leaveOut(place, asOf: "a .\(other) file") }
        let bytes: [UInt8]
        // A container may hold as much as the whole.
        let isContainer = format?.kind == .several
        do throws(DocumentsError) {
            bytes = try content(isContainer ? collector.roomOfContainer : collector.room)
        } catch {
            let isForOne = collector.room == limits.file && !isContainer
            guard error.code != .tooLarge || isForOne else { throw collector.tooLarge }
            return collector.leaveOut(
                place, error.code == .tooLarge ? collector.tooLargeForOne : error)
        }
        try collector.note(unpacked: bytes.count)
        guard !bytes.isEmpty else { return }
        try read(
            PackedDocument(
                name: place, type: .auto, format: format, bytes: bytes, scope: .page,
                tags: file.tags + EntryName.folders(of: stated)), called: name, depth: depth + 1)
    }

    /// What a name promises: a format, or the suffix of something that is not read.
    private static func kind(of name: String) -> (DocumentFormat?, other: String?) {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return (nil, nil) }
        let suffix = last[last.index(after: dot)...].lowercased()
        if let format = DocumentFormat(name: last) {
            return format.isRead ? (format, nil) : (nil, suffix)
        }
        return (nil, OtherSuffixes.contain(suffix) ? suffix : nil)
    }
}

// MARK: - Archives

extension ContainerReader {
    private mutating func readCompressed(
        _ file: PackedDocument, called name: String, _ depth: Int, _ coats: Int
    ) throws(DocumentsError) {
        guard coats < Self.mostCoats else {
            throw DocumentsError(.nothingReadable, "it is compressed again and again")
        }
        var inner = file
        inner.bytes = try decompressed(file.bytes)
        try collector.note(unpacked: inner.bytes.count)
        let bare = DocumentFormat.bare(name)
        inner.format =
            file.format?.isCompression == true ? DocumentFormat(name: bare) : file.format
        let found = FormatSniffer.format(of: inner.bytes, promised: inner.format)
        if found?.kind != .several, inner.bytes.count > limits.file {
            throw collector.tooLargeForOne
        }
        try read(inner, called: bare, depth: depth, coats: coats + 1)
    }

    /// What compressed bytes hold; others as they are.
    func decompressed(_ bytes: [UInt8]) throws(DocumentsError) -> [UInt8] {
        guard let compression = Compression(of: bytes) else { return bytes }
        do throws(CompressionError) {
            return try compression.decompress(bytes, limit: collector.roomOfContainer)
        } catch {
            switch error {
            case .tooLarge: throw collector.tooLarge
            case .tooMuchMemory: throw DocumentsError(.notOfFormat, error.description)
            case .notOf, .truncated, .corrupt:
                throw DocumentsError(
                    .damaged, "its compressed data is cut off or damaged; copy it again")
            }
        }
    }

    private mutating func readZIP(_ file: PackedDocument, _ depth: Int) throws(DocumentsError) {
        let archive = try ZIPArchive(file.bytes)
        let pages = PageFolders(archive.entries.map(\.name))
        for entry in archive.entries where !entry.isFolder && !pages.hold(entry.name) {
            try readEntry(entry.name, in: file, size: entry.size, depth) {
                limit throws(DocumentsError) in try archive.content(of: entry, limit: limit)
            }
        }
    }

    private mutating func readTar(_ file: PackedDocument, _ depth: Int) throws(DocumentsError) {
        var names = TarArchive(file.bytes)
        var all: [String] = []
        // It is damaged as a whole or not at all: what comes out is known before anything is taken.
        while let entry = try names.next() { all.append(entry.name) }
        let pages = PageFolders(all)
        var archive = TarArchive(file.bytes)
        while let entry = try archive.next() {
            guard !pages.hold(entry.name) else { continue }
            try readEntry(entry.name, in: file, size: entry.content.count, depth) {
                limit throws(DocumentsError) in
                guard entry.content.count <= limit else {
                    throw DocumentsError(.tooLarge, "it is larger than \(limit) bytes")
                }
                return Array(entry.content)
            }
        }
    }

    private mutating func readMailbox(_ file: PackedDocument, _ depth: Int) throws(DocumentsError) {
        var messages: [[UInt8]] = []
        try MailboxReader.messages(in: file.bytes) { message throws(DocumentsError) in
            guard messages.count <= limits.parts else {
                throw DocumentsError(
                    .tooLarge, "it holds more than \(limits.parts) messages; divide it")
            }
            messages.append(MailboxReader.unquoted(message))
        }
        for (index, message) in messages.enumerated() {
            let place = file.name.isEmpty ? "\(index + 1)" : file.name + "/\(index + 1)"
            try read(
                PackedDocument(
                    name: place, type: .auto, format: .mail, bytes: message, tags: file.tags),
                called: place, depth: depth + 1)
        }
    }

    /// The message itself, and what hangs on it.
    private mutating func readMail(_ file: PackedDocument, _ depth: Int) throws(DocumentsError) {
        let mail = try MailReader(file.bytes)
        let readable = mail.attachments.filter { $0.format?.isRead == true && depth < 4 }
        do throws(DocumentsError) {
            _ = try mail.document()
            if readable.isEmpty || !mail.isCover {
                var part = file
                part.format = .mail
                try collector.add(part)
            }
        } catch {
            if error.code == .tooLarge || readable.isEmpty { throw error }
            collector.leaveOut(file.name, error)
        }
        for attached in readable {
            let content = attached.part.content
            try collector.note(unpacked: content.count)
            guard !content.isEmpty else { continue }
            let place = file.name.isEmpty ? attached.name : file.name + "/" + attached.name
            try read(
                PackedDocument(
                    name: place, type: .auto, format: attached.format, bytes: content,
                    charset: attached.part.type.parameters["charset"], tags: file.tags),
                called: attached.name, depth: depth + 1)
        }
    }
}

/// The folders that a browser saved beside a page: "PAGE_files" beside "PAGE.html". What is in them is the page's.
private struct PageFolders {
    private var folders: Set<String> = []

    init(_ names: [String]) {
        for name in names {
            let lower = name.lowercased()
            for suffix in [".html", ".htm", ".xhtml"] where lower.hasSuffix(suffix) {
                let stem = name.dropLast(suffix.count)
                for mark in ["_files", "-Dateien", "_fichiers", "_archivos", ".files"] {
                    folders.insert(stem + mark)
                }
            }
        }
    }

    func hold(_ name: String) -> Bool {
        var place = name.startIndex
        // A name may be all slashes.
        for _ in 0..<32 {
            guard let slash = name[place...].firstIndex(of: "/") else { return false }
            if folders.contains(String(name[..<slash])) { return true }
            place = name.index(after: slash)
        }
        return false
    }
}

/// Whether XML or JSON is a feed: an archive is full of other files of those kinds.
private enum FeedSigns {
    static func stand(in bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(4_096)
        return ["<rss", "<feed", "<rdf:rdf", "jsonfeed.org/version"].contains {
            Needle($0).stands(in: head)
        }
    }
}
