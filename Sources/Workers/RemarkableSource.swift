/// A source of documents that is not treated as the others, and why: for the status.
public struct RemarkableSource: Sendable, Equatable {
    /// "feed:https://…", "spool:folder", "watch:/path".
    public var name: String
    /// Documents within the last hour that a worker died of, or that kept it too long; 0 for a source that only takes
    /// much.
    public var kills: Int
    /// How the last of those workers ended: "signal 11".
    public var how: String
    public var workerSeconds: Int
    public var unpackedBytes: Int
    public var quarantinedBytes: Int
    /// Seconds until it is treated as the others.
    public var remaining: Int

    init(_ name: String, _ budget: SourceBudget, now: Double) {
        self.name = name
        kills = budget.standing(now: now) == .killer ? budget.kills : 0
        how = budget.how
        workerSeconds = Int(budget.workerSeconds)
        unpackedBytes = budget.unpackedBytes
        quarantinedBytes = budget.quarantinedBytes
        remaining = Int(budget.remaining(now: now).rounded(.up))
    }
}
