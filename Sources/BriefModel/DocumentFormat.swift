/// A format of files that people drop: the one table of them.
///
/// Whoever adds a format adds a row here and a reader of it (`DocumentUnpacker`); the spool, the store, the table in
/// spool/README.md and the manual page follow. The raw value is its name on the wire between daemon and worker.
public enum DocumentFormat: String, Sendable, Codable, CaseIterable {
    case html, text, markdown
    case org, restructured, asciidoc, captions
    case feed, outline, links
    case mail, mailbox
    case mhtml, webarchive
    case gzip, xz, bzip2, zstd, zip, tar, warc, wacz
    case epub, docx, odt, rtf, pdf

    /// What is done with a file of the format.
    public enum Kind: Sendable, Equatable {
        /// Read as it is: its bytes are of a type that extraction knows.
        case plain(DocumentType)
        /// A feed: its entries are filed.
        case feed
        /// Addresses of pages, which are fetched.
        case links
        /// Subscriptions: nothing of it is filed.
        case outline
        /// One document stands packed in it; the file itself is the article's original.
        case single
        /// Documents stand packed in it, each of which is filed by itself.
        case several
    }

    /// A row of the table.
    struct Row {
        /// Without the dot, in small letters; the first one is the usual one.
        var suffixes: [String]
        /// The first one names originals in the store.
        var mediaTypes: [String]
        var kind: Kind
        /// What it is called in a sentence: "a PDF document".
        var name: String
        /// How it is read, for spool/README.md; nil for what is known, and not read.
        var reading: String? = nil
    }

    public var suffixes: [String] { row.suffixes }
    /// For example "message/rfc822": of its files in the store.
    public var mediaType: String { row.mediaTypes[0] }
    public var kind: Kind { row.kind }
    public var name: String { row.name }
    public var reading: String? { row.reading }
    /// Whether there is a reader for it.
    public var isRead: Bool { reading != nil }

    /// Whether it is a compression, whose suffix stands behind that of what is in it: "page.html.xz".
    public var isCompression: Bool {
        switch self {
        case .gzip, .xz, .bzip2, .zstd: true
        default: false
        }
    }

    /// Whether files of a compression end so, in any case of letters.
    public static func isCompression(suffix: String) -> Bool {
        DocumentFormat(suffix: suffix)?.isCompression == true
    }

    /// A name without the suffix of a compression, if it has one behind something else.
    public static func bare(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
            isCompression(suffix: String(name[name.index(after: dot)...]))
        else { return name }
        return String(name[..<dot])
    }

    /// Whether other documents may stand in a file of this format beside the one that it is.
    public var mayHoldMore: Bool { self == .mail || kind == .several }

    /// The format of files that end so, in any case of letters; nil for another suffix.
    public init?(suffix: String) {
        guard let found = Self.bySuffix[suffix.lowercased()] else { return nil }
        self = found
    }

    /// The format of a media type, whatever its parameters; nil for another one.
    public init?(mediaType: String) {
        let bare = mediaType.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
        guard let found = Self.byMediaType[bare] else { return nil }
        self = found
    }

    /// The format that the end of a name promises, that of a compression left aside; nil where it promises none.
    public init?(name: String) {
        let name = Self.bare(name)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        self.init(suffix: String(name[name.index(after: dot)...]))
    }

    private static let bySuffix = Dictionary(
        allCases.flatMap { format in format.row.suffixes.map { ($0, format) } },
        uniquingKeysWith: { one, _ in one })
    private static let byMediaType = Dictionary(
        allCases.flatMap { format in format.row.mediaTypes.map { ($0, format) } },
        uniquingKeysWith: { one, _ in one })
}

extension DocumentFormat {
    /// The table of spool/README.md: what is taken, and what is made of it.
    public static var table: String {
        let rows = allCases.filter(\.isRead).map { format in
            let suffixes = format.suffixes.map { "`.\($0)`" }.joined(separator: " ")
            return "| \(suffixes) | \(format.reading ?? "") |"
        }
        return (["| Files | What is made of them |", "|---|---|"] + rows).joined(separator: "\n")
    }
}
