/// How many files are in each queue, and apart from them how many are left alone.
public struct SpoolCounts: Sendable, Codable, Equatable {
    public var incoming = 0
    public var active = 0
    public var deferred = 0
    public var corrupt = 0
    public var hold = 0
    /// Left alone for their names, in whatever queue: not finished, or no documents.
    public var ignored = 0
    /// In folders of incoming/ that are left alone, though somebody may expect that they are taken.
    public var notTaken = 0
    /// In watched folders where files are left: will not work.
    public var failed = 0

    public init() {}

    /// How many files a list of the spool has.
    ///
    /// - Parameter all: whether those that are left alone for their names are in it.
    public func listed(all: Bool) -> Int {
        incoming + active + deferred + corrupt + hold + notTaken + failed + (all ? ignored : 0)
    }

    public subscript(queue: SpoolQueue) -> Int {
        get {
            switch queue {
            case .incoming: incoming
            case .active: active
            case .deferred: deferred
            case .corrupt: corrupt
            case .hold: hold
            case .done: 0
            }
        }
        set {
            switch queue {
            case .incoming: incoming = newValue
            case .active: active = newValue
            case .deferred: deferred = newValue
            case .corrupt: corrupt = newValue
            case .hold: hold = newValue
            case .done: break
            }
        }
    }
}
