import BriefModel

/// Takes documents out of files that are not themselves pages or texts. Pure: bytes in, documents out, within limits.
///
/// A format is added with a row in `DocumentFormat` and a case in one of two switches here: `document(in:as:)` for a file
/// that is one document, `ContainerReader` for one that holds several.
public struct DocumentUnpacker: Sendable {
    private var limits: UnpackLimits
    /// Bytes of one file of XML in an office document.
    private static let mostOfPart = 64 << 20

    public init(limits: UnpackLimits = .standard) { self.limits = limits }

    /// What a file is by its bytes: a format that has to be unpacked; nil for what is read as it is.
    ///
    /// - Parameter promised: what its name or media type says.
    public func format(of bytes: [UInt8], promised: DocumentFormat?) -> DocumentFormat? {
        FormatSniffer.format(of: bytes, promised: promised)
    }

    /// The one document that a file is, or that stands in it alone.
    ///
    /// - Parameter format: as `format(of:promised:)` tells it.
    /// - Throws: `several` where there is more than one; whatever else keeps it from being read.
    public func document(
        in bytes: [UInt8], as format: DocumentFormat, name: String = ""
    ) throws(DocumentsError) -> PackedDocument {
        switch format {
        case .mail: return try MailReader(bytes).document()
        case .mhtml: return try MHTMLReader.read(bytes)
        case .webarchive: return try WebArchiveReader.read(bytes)
        case .docx: return try DOCXReader.read(ZIPFiles(bytes, limit: Self.mostOfPart))
        case .odt: return try ODTReader.read(ZIPFiles(bytes, limit: Self.mostOfPart))
        case .rtf: return try RTFReader.read(bytes)
        case .pdf: return try pdf(bytes)
        case .org: return OrgReader.read(bytes)
        case .restructured: return RestructuredReader.read(bytes)
        case .asciidoc: return AsciiDocReader.read(bytes)
        case .captions: return try CaptionReader.read(bytes)
        default: break
        }
        guard format.kind == .several else {
            throw DocumentsError(.notOfFormat, "\(format.name) is not read here")
        }
        // Who asks for the one document that a book is, gets it.
        var unpacker = self
        if format == .epub { unpacker.limits.book = .whole }
        let file = try unpacker.parts(of: bytes, name: name, promised: format)
        guard let only = file.parts.first, file.parts.count == 1, file.next == nil else {
            throw DocumentsError(
                .several,
                "it is \(format.name) that holds several documents; drop it into the spool, where"
                    + " each is filed, or name one of them")
        }
        guard let inner = only.format, only.format != format, inner.kind == .single else {
            return only
        }
        var document = try document(in: only.bytes, as: inner, name: only.name)
        document.url = document.url ?? only.url
        document.known = document.known.completed(by: only.known)
        return document
    }

    /// A PDF travels as its rendering, which is made before it comes here.
    private func pdf(_ bytes: [UInt8]) throws(DocumentsError) -> PackedDocument {
        guard let rendering = PDFRendering(bytes: bytes) else {
            throw DocumentsError(
                .notOfFormat, "it is a PDF document within another file; take it out and drop it")
        }
        return try PDFReader.read(rendering)
    }

    /// The documents that a file holds: each by itself, from the one of an index on, as many as one turn takes. A file
    /// that holds none because it is one itself is its own only part.
    ///
    /// - Parameters:
    ///   - name: of the file, for its only part.
    ///   - promised: what its name or media type says.
    ///   - first: `UnpackedFile.next` of the turn before.
    /// - Throws: where nothing can be taken out of it, and where it holds more than it may.
    public func parts(
        of bytes: [UInt8], name: String, promised: DocumentFormat?, from first: Int = 0
    ) throws(DocumentsError) -> UnpackedFile {
        var reader = ContainerReader(limits: limits, first: first)
        try reader.read(
            PackedDocument(name: "", type: .auto, format: promised, bytes: bytes), called: name)
        return try reader.finished()
    }
}

extension KnownFacts {
    /// These facts, and others where these are silent.
    public func completed(by other: KnownFacts) -> KnownFacts {
        var facts = self
        facts.title = title ?? other.title
        facts.titleIsOfFeed = title == nil ? other.titleIsOfFeed : titleIsOfFeed
        facts.authors = authors.isEmpty ? other.authors : authors
        facts.published = published ?? other.published
        facts.modified = modified ?? other.modified
        facts.site = site ?? other.site
        facts.language = language ?? other.language
        facts.summary = summary ?? other.summary
        facts.externalURL = externalURL ?? other.externalURL
        facts.commentsURL = commentsURL ?? other.commentsURL
        facts.categories = categories.isEmpty ? other.categories : categories
        facts.enclosures = enclosures.isEmpty ? other.enclosures : enclosures
        facts.isCut = isCut || other.isCut
        return facts
    }
}
