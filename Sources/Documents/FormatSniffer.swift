import BriefModel
import Hashing

/// Tells by its bytes what a file is: a name may lie.
enum FormatSniffer {
    /// - Parameter promised: what its name or media type says; it decides between formats that look the same.
    /// - Returns: a format that has a reader here; nil for what is read as it is: a page, a text, a feed.
    static func format(of bytes: [UInt8], promised: DocumentFormat?) -> DocumentFormat? {
        guard let format = found(in: bytes, promised), format.isRead else { return nil }
        return format
    }

    private static func found(in bytes: [UInt8], _ promised: DocumentFormat?) -> DocumentFormat? {
        // Most files are pages. Markup begins none of the others but archives, by the name of their first file.
        if bytes.first == UInt8(ascii: "<"), promised == .html {
            return TarArchive.starts(bytes) ? .tar : nil
        }
        if let compression = Compression(of: bytes) { return DocumentFormat(compression) }
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
            || bytes.starts(with: Array("PK00PK\u{3}\u{4}".utf8))
        {
            return archive(bytes, promised)
        }
        if bytes.starts(with: "bplist0".utf8) { return .webarchive }
        if bytes.starts(with: "WARC/".utf8) { return .warc }
        if bytes.starts(with: "{\\rtf".utf8) { return .rtf }
        if isPDF(bytes, promised) || bytes.starts(with: PDFRendering.magic.utf8) { return .pdf }
        // A password makes another container of a document.
        if CompoundFile.starts(bytes), promised == .docx || promised == .odt { return promised }
        if TarArchive.starts(bytes) { return .tar }
        return text(bytes, promised)
    }

    /// Some programs put a few bytes before a PDF's first line (ISO 32000-1, Annex H.3).
    private static func isPDF(_ bytes: [UInt8], _ promised: DocumentFormat?) -> Bool {
        if bytes.starts(with: "%PDF-".utf8) { return true }
        return promised == .pdf && Needle("%PDF-").stands(in: bytes.prefix(1_024))
    }

    /// Office documents and books are ZIP archives: what stands in them tells which.
    private static func archive(_ bytes: [UInt8], _ promised: DocumentFormat?) -> DocumentFormat {
        guard let archive = try? ZIPArchive(bytes) else {
            // Damaged: its own reader says so in its own words.
            return promised.flatMap { zipped.contains($0) ? $0 : nil } ?? .zip
        }
        if let mark = archive.entry(named: "mimetype"),
            let type = try? archive.content(of: mark, limit: 256),
            let format = DocumentFormat(mediaType: String(decoding: type, as: UTF8.self))
        {
            return format
        }
        let names = Set(archive.entries.prefix(4_096).map(\.name))
        if names.contains("word/document.xml") { return .docx }
        if names.contains("META-INF/container.xml") { return .epub }
        if names.contains("datapackage.json"),
            names.contains(where: { $0.hasPrefix("archive/") && $0.contains(".warc") })
        {
            return .wacz
        }
        return .zip
    }

    private static let zipped: Set<DocumentFormat> = [.zip, .docx, .odt, .epub, .wacz]

    /// Formats that are text: mail, mailboxes, saved pages, notations. A notation has to be promised: its marks stand in
    /// plain texts too.
    private static func text(_ bytes: [UInt8], _ promised: DocumentFormat?) -> DocumentFormat? {
        if promised == .html { return nil }
        if let message = AppleMail.message(in: bytes),
            MailHeader(message, skipsEnvelope: false).isMail(promised: promised == .mail)
        {
            return .mail
        }
        let start = MailHeader.start(in: bytes)
        if start < bytes.count, bytes[start] != UInt8(ascii: "<") {
            if promised == .org { return OrgReader.isOrg(bytes) ? .org : nil }
            if promised == .restructured || promised == .asciidoc { return promised }
            if promised == .captions || CaptionReader.starts(bytes) { return .captions }
        }
        if promised == .webarchive, PropertyList.isXML(bytes) { return .webarchive }
        guard start < bytes.count, bytes[start] != UInt8(ascii: "<") else { return nil }
        let isEnveloped = MailboxReader.isEnvelope(bytes[start...])
        if isEnveloped, promised != .mail, promised != .text {
            let next = MailHeader(bytes[start...], skipsEnvelope: true)
            if next.isMail(promised: promised == .mailbox) { return .mailbox }
        }
        let header = MailHeader(bytes[start...], skipsEnvelope: isEnveloped)
        if header.isSavedPage(promised: promised == .mhtml) { return .mhtml }
        let isPromised = promised == .mail || promised == .mailbox || promised == .mhtml
        return header.isMail(promised: isPromised) ? .mail : nil
    }
}

extension DocumentFormat {
    init(_ compression: Compression) {
        self =
            switch compression {
            case .gzip: .gzip
            case .xz: .xz
            case .bzip2: .bzip2
            case .zstd: .zstd
            }
    }
}
