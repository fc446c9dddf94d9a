/// A feed document as feed parsing takes it: the bytes as they came, and what the transport said of them.
public struct FeedRequest: Sendable, Codable, Equatable {
    public var bytes: [UInt8]
    /// The value of HTTP `Content-Type`, else nil.
    public var contentType: String?
    /// The value of HTTP `Content-Language`, else nil.
    public var contentLanguage: String?
    /// The address that the document came from, for resolving links; `Content-Location` wins over the one asked.
    public var url: String?
    /// The values of HTTP `Link` (RFC 8288), which may name the feed's hub.
    public var linkFields: [String]
    public var kind: FeedKind

    public init(
        bytes: [UInt8], contentType: String? = nil, contentLanguage: String? = nil,
        url: String? = nil, linkFields: [String] = [], kind: FeedKind = .feed
    ) {
        self.bytes = bytes
        self.contentType = contentType
        self.contentLanguage = contentLanguage
        self.url = url
        self.linkFields = linkFields
        self.kind = kind
    }
}
