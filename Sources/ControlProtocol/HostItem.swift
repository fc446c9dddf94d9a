/// A host in GET /v1/hosts.
public struct HostItem: Codable, Sendable, Equatable {
    /// With its port where that is not the usual one.
    public var host: String
    /// Polls since the start of the daemon.
    public var polls: Int
    /// How long a poll takes, from its request until its entries are taken: a mean in which late polls count more.
    public var seconds: Double
    /// Of the last poll.
    public var lastSeconds: Double

    public init(host: String, polls: Int, seconds: Double, lastSeconds: Double) {
        self.host = host
        self.polls = polls
        self.seconds = seconds
        self.lastSeconds = lastSeconds
    }
}
