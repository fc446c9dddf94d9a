/// One document as it stood in a file that is not itself a page or a text: the body of a mail, a page of an archive,
/// a chapter of a book, a report made by an office program.
///
/// Its bytes are of a kind that extraction reads; what the file around it states goes along as facts.
public struct PackedDocument: Sendable, Codable, Equatable {
    /// What it is called within its file, for example a path or the number of a message; empty where the file holds one
    /// document only. Never a path on this machine.
    public var name: String
    /// `.html`, `.text` or `.markdown`; `.auto` where the bytes decide.
    public var type: DocumentType
    /// What it is where it has to be unpacked or parsed once more: a PDF in an archive, a feed. Then `type` is `.auto`.
    public var format: DocumentFormat?
    public var bytes: [UInt8]
    /// The character set that the file around it states, else nil.
    public var charset: String?
    /// The address that the file around it states, else nil.
    public var url: String?
    /// Whether all of it is the article (`content`), or furniture stands around it (`page`).
    public var scope: ExtractionRequest.Scope
    public var known: KnownFacts
    /// The folders it lay in, outermost first.
    public var tags: [String]

    public init(
        name: String = "", type: DocumentType, format: DocumentFormat? = nil, bytes: [UInt8],
        charset: String? = nil,
        url: String? = nil, scope: ExtractionRequest.Scope = .page,
        known: KnownFacts = KnownFacts(), tags: [String] = []
    ) {
        self.name = name
        self.type = type
        self.format = format
        self.bytes = bytes
        self.charset = charset
        self.url = url
        self.scope = scope
        self.known = known
        self.tags = tags
    }
}
