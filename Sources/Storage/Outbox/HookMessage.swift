import FoundationEssentials

/// Something that a hook is to be told of.
public struct HookMessage: Sendable, Equatable {
    /// The same however often it is sent: receivers know repeats by it.
    public var id: String
    public var hook: String
    /// "filed", "revised", "problem" or "checkpoint".
    public var kind: String
    /// The article's id, the code of the problem, or the name of the log.
    public var subject: String
    /// What is told where that is no article: JSON of a problem, or a checkpoint as it lies in the store.
    public var body: String?
    /// 1 to 5.
    public var priority: Int
    public var created: Date
    public var attempts = 0
    /// Why it was not delivered last.
    public var why: String?
    /// When it was given up; nil while it waits.
    public var died: Date?

    public init(
        id: String, hook: String, kind: String, subject: String, body: String? = nil,
        priority: Int, created: Date
    ) {
        self.id = id
        self.hook = hook
        self.kind = kind
        self.subject = subject
        self.body = body
        self.priority = priority
        self.created = created
    }
}

/// How a hook stands.
public struct HookStanding: Sendable, Equatable {
    public var name: String
    public var waiting = 0
    public var dead = 0
    public var delivered = 0
    /// Dead letters that were let go for newer ones.
    public var lost = 0
    public var failuresInRow = 0
    public var failingSince: Date?
    public var lastDelivered: Date?
    public var why: String?
    /// Why nothing is sent to it any more.
    public var stopped: String?
    /// Nothing is sent before.
    public var pausedUntil: Date?
    public var lastDigest: Date?
    /// What it was told of up to: a follower's cursor of the catalogue.
    public var position = "0"
}
