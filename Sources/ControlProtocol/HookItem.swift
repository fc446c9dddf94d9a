/// A hook as GET /v1/hooks shows it.
public struct HookItem: Codable, Sendable, Equatable {
    public var name: String
    /// "filed", "revised", "problem", "checkpoint".
    public var on: [String]
    /// "command", "webhook" or "mail".
    public var way: String
    /// The program, or the address.
    public var target: String
    /// "ok", "failing", "paused" or "stopped".
    public var state: String
    public var waiting: Int
    public var dead: Int
    public var delivered: Int
    /// Dead letters that were let go for newer ones.
    public var lost: Int
    public var failuresInRow: Int
    @Nullable public var lastDelivered: String?
    @Nullable public var failingSince: String?
    @Nullable public var nextTry: String?
    /// Why it does not get through.
    @Nullable public var error: String?

    public init(
        name: String, on: [String], way: String, target: String, state: String, waiting: Int,
        dead: Int, delivered: Int, lost: Int, failuresInRow: Int, lastDelivered: String?,
        failingSince: String?, nextTry: String?, error: String?
    ) {
        self.name = name
        self.on = on
        self.way = way
        self.target = target
        self.state = state
        self.waiting = waiting
        self.dead = dead
        self.delivered = delivered
        self.lost = lost
        self.failuresInRow = failuresInRow
        self.lastDelivered = lastDelivered
        self.failingSince = failingSince
        self.nextTry = nextTry
        self.error = error
    }
}

/// A message that was given up, as GET /v1/dead-letters shows it.
public struct DeadLetterItem: Codable, Sendable, Equatable {
    public var id: String
    public var hook: String
    /// "filed", "revised", "problem" or "checkpoint".
    public var kind: String
    /// The article's id, or the code of the problem.
    public var subject: String
    public var created: String
    public var died: String
    public var attempts: Int
    public var why: String

    public init(
        id: String, hook: String, kind: String, subject: String, created: String, died: String,
        attempts: Int, why: String
    ) {
        self.id = id
        self.hook = hook
        self.kind = kind
        self.subject = subject
        self.created = created
        self.died = died
        self.attempts = attempts
        self.why = why
    }
}
