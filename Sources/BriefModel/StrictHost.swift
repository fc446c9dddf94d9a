import FoundationEssentials

/// A host that is asked over TLS only (RFC 6797 §8.1).
public struct StrictHost: Sendable, Equatable {
    public var host: String
    public var until: Date
    public var includesSubdomains: Bool

    public init(host: String, until: Date, includesSubdomains: Bool) {
        self.host = host
        self.until = until
        self.includesSubdomains = includesSubdomains
    }
}
