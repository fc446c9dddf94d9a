/// How a fetch ended, with all its hops.
public struct FetchOutcome: Sendable {
    public enum Result: Sendable {
        case document([UInt8])
        case notModified
        case failed(FeedFetchError)
    }

    public var result: Result
    /// Of the last answer; nil where there was none.
    public var status: Int?
    /// The address that was asked last.
    public var url: String
    /// Where an unbroken run of 301s and 308s from the first hop on leads; nil where the first hop was none.
    public var permanentURL: String?
    /// To store after a success, in place of those that were sent; empty where the server gave none.
    public var validators: Validators
    /// What the server says for how long the answer is fresh.
    public var freshFor: Duration?
    public var contentType: String?
    public var contentLanguage: String?
    /// The values of the Link fields (RFC 8288) of the last answer, 32 at most.
    public var linkFields: [String]
    /// Whether the last request was conditional.
    public var wasConditional: Bool
    /// Whether the document holds only what the last one did not (226, RFC 3229 §10.4.1, as the manipulation "feed").
    public var isDelta = false

    public init(
        result: Result, status: Int? = nil, url: String, permanentURL: String? = nil,
        validators: Validators? = nil, freshFor: Duration? = nil, contentType: String? = nil,
        contentLanguage: String? = nil, linkFields: [String] = [], wasConditional: Bool = false
    ) {
        self.result = result
        self.status = status
        self.url = url
        self.permanentURL = permanentURL
        self.validators = validators ?? Validators(url: url)
        self.freshFor = freshFor
        self.contentType = contentType
        self.contentLanguage = contentLanguage
        self.linkFields = linkFields
        self.wasConditional = wasConditional
    }

    /// The server asks us to come less often: 429, or 503 (RFC 6585 §4, RFC 9110 §15.6.4).
    public var isRateLimited: Bool { status == 429 || status == 503 }
    /// RFC 9110 §15.5.11.
    public var isGone: Bool { status == 410 }
}
