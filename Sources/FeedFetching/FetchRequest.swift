import Curl

/// One document to fetch, and what it is fetched with.
public struct FetchRequest: Sendable {
    public enum Kind: Sendable {
        case feed
        case page

        var accept: String {
            switch self {
            case .feed:
                "application/atom+xml, application/rss+xml, application/feed+json,"
                    + " application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9,"
                    + " application/json;q=0.8, text/html;q=0.5, */*;q=0.1"
            case .page:
                "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1"
            }
        }
    }

    public var url: String
    public var kind: Kind
    /// Sent only to the address that gave them.
    public var validators: Validators?
    /// The one origin that `headers` and `credential` are sent to; nil for that of `url`.
    public var secretOrigin: FeedURL.Origin?
    public var headers: [HTTPHeader]
    public var credential: HTTPCredential?
    /// In place of [http] ca_file.
    public var caFile: String?
    public var verifiesTLS: Bool
    /// The feed that led to the address; "" for none.
    public var source: String

    public init(
        url: String, kind: Kind, validators: Validators? = nil,
        secretOrigin: FeedURL.Origin? = nil, headers: [HTTPHeader] = [],
        credential: HTTPCredential? = nil, caFile: String? = nil, verifiesTLS: Bool = true,
        source: String = ""
    ) {
        self.url = url
        self.kind = kind
        self.validators = validators
        self.secretOrigin = secretOrigin
        self.headers = headers
        self.credential = credential
        self.caFile = caFile
        self.verifiesTLS = verifiesTLS
        self.source = source
    }
}
