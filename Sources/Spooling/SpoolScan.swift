import FoundationEssentials

/// What one look through the spool found.
public struct SpoolScan: Sendable {
    /// A file that was moved to corrupt/ without being read.
    public struct Quarantined: Sendable, Equatable {
        public let name: String
        public let reason: SpoolReason
    }

    /// A file or folder that stays where it is because the daemon may not take it.
    public struct Stuck: Sendable, Equatable {
        public let name: String
        public let why: String
    }

    /// To be claimed, those that came first in front.
    public var ready: [SpoolItem] = []
    /// More are ready than were asked for.
    public var hasMore = false
    /// When to look again, if not a hint comes earlier; nil when nothing is pending.
    public var nextLook: Date?
    /// Files that wait for `settle` or for a writer to end.
    public var pending = 0
    /// Files that wait for their next attempt.
    public var deferred = 0
    /// Files whose names say that they are not finished, or hidden.
    public var leftAlone = 0
    public var quarantined: [Quarantined] = []
    /// At most `maximumStuck`; `stuckCount` tells all.
    public var stuck: [Stuck] = []
    public var stuckCount = 0
    /// Folders that could not be watched: what is dropped there is found at the next minute's scan.
    public var unwatched = 0

    public static let maximumStuck = 100

    mutating func note(stuck name: String, _ why: String) {
        stuckCount += 1
        if stuck.count < SpoolScan.maximumStuck { stuck.append(Stuck(name: name, why: why)) }
    }

    mutating func look(at date: Date) {
        nextLook = nextLook.map { min($0, date) } ?? date
    }
}
