import FoundationEssentials

/// What was agreed with a hub that tells of a feed's changes (W3C WebSub).
public struct HubLease: Sendable, Equatable {
    public var hub: String
    /// The feed as the hub knows it.
    public var topic: String
    /// Names the subscription in our callback's address. Who knows it can deliver, if he knows the secret too.
    public var token: String
    /// What the hub signs with.
    public var secret: String
    /// When the hub was asked last, and how often since it agreed last.
    public var asked: Date?
    public var attempts = 0
    /// Until when the hub tells of changes; nil where it never agreed.
    public var until: Date?
    /// When it told of one last.
    public var told: Date?

    public init(hub: String, topic: String, token: String, secret: String) {
        self.hub = hub
        self.topic = topic
        self.token = token
        self.secret = secret
    }

    public func isLive(_ now: Date) -> Bool { until.map { $0 > now } ?? false }
}
