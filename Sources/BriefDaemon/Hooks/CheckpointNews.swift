import FoundationEssentials

/// When hooks are told of a checkpoint: each filing makes another, so one is told that has stood still between two looks,
/// or, while filing goes on and on, one every ten minutes.
struct CheckpointNews {
    static let longest: TimeInterval = 600

    private var seen: String?
    private var told: String?
    private var waitingSince: Date?

    /// - Parameter body: of the checkpoint that is there now.
    mutating func isDue(_ body: String, now: Date) -> Bool {
        defer { seen = body }
        guard body != told else { return false }
        let since = waitingSince ?? now
        waitingSince = since
        guard body == seen || now.timeIntervalSince(since) >= Self.longest else { return false }
        told = body
        waitingSince = nil
        return true
    }

    /// What was told last did not get away.
    mutating func forget() { told = nil }
}
