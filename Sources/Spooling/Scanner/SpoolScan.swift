import FoundationEssentials
import LinuxIO

/// What one look through the spool found.
public struct SpoolScan: Sendable {
    /// A file that was moved to corrupt/ without being read.
    public struct Quarantined: Sendable, Equatable {
        public let name: String
        public let reason: SpoolReason
    }

    /// A file or folder that stays where it is because the daemon cannot take it.
    public struct Stuck: Sendable, Equatable {
        public let name: String
        public let fault: SpoolFault
        public var why: String { fault.why }
    }

    /// A folder whose name says that it is not finished, though nothing has changed in it for a while.
    public struct NotTaken: Sendable, Equatable {
        public let name: String
        public let why: String
        public let next: String
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
    public var quarantined: [Quarantined] = []
    /// At most `maximumStuck` of each kind; `stuckCounts` tells all.
    public var stuck: [Stuck] = []
    public var stuckCounts: [SpoolFault.Kind: Int] = [:]
    public var stuckCount: Int { stuckCounts.values.reduce(0, +) }
    public var notTaken: [NotTaken] = []
    /// Folders that could not be watched: what is dropped there is found at a later scan only.
    public var unwatched = 0
    /// Why none can be watched; nil where that is not so.
    public var watchFault: SystemError?

    public static let maximumStuck = 100

    mutating func note(stuck name: String, _ fault: SpoolFault) {
        let count = stuckCounts[fault.kind, default: 0]
        stuckCounts[fault.kind] = count + 1
        if count < SpoolScan.maximumStuck { stuck.append(Stuck(name: name, fault: fault)) }
    }

    mutating func look(at date: Date) {
        nextLook = nextLook.map { min($0, date) } ?? date
    }
}
