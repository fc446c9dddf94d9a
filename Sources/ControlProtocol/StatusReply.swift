/// GET /v1/status.
public struct StatusReply: Codable, Sendable, Equatable {
    /// Something that an operator should know as long as it lasts.
    public struct Trouble: Codable, Sendable, Equatable {
        public var code: String
        /// RFC 3339, UTC.
        public var since: String
        public var what: String
        /// What to do.
        public var next: String

        public init(code: String, since: String, what: String, next: String) {
            self.code = code
            self.since = since
            self.what = what
            self.next = next
        }
    }

    public enum State: String, Codable, Sendable {
        case running, degraded, stopping
    }

    public struct Feeds: Codable, Sendable, Equatable {
        public var total = 0
        public var failing = 0
        public var paused = 0
        @Nullable public var nextDue: String?

        public init(total: Int = 0, failing: Int = 0, paused: Int = 0, nextDue: String? = nil) {
            self.total = total
            self.failing = failing
            self.paused = paused
            self.nextDue = nextDue
        }
    }

    public struct Spool: Codable, Sendable, Equatable {
        public var incoming = 0
        public var active = 0
        public var deferred = 0
        public var corrupt = 0
        public var hold = 0
        /// Left alone for their names: not finished, or no documents.
        public var ignored = 0
        /// In folders that are left alone.
        public var notTaken = 0
        /// In watched folders where files are left: will not work.
        public var failed = 0

        public init(
            incoming: Int = 0, active: Int = 0, deferred: Int = 0, corrupt: Int = 0, hold: Int = 0,
            ignored: Int = 0, notTaken: Int = 0, failed: Int = 0
        ) {
            self.incoming = incoming
            self.active = active
            self.deferred = deferred
            self.corrupt = corrupt
            self.hold = hold
            self.ignored = ignored
            self.notTaken = notTaken
            self.failed = failed
        }
    }

    public struct Articles: Codable, Sendable, Equatable {
        public var total = 0
        @Nullable public var lastFiled: String?
        /// Articles whose extraction is thought worse than 0.5.
        public var lowQuality = 0
        /// Those of them that were filed within the last 7 days.
        public var lowQualityWeek = 0
        public var partial = 0
        public var sightings = 0

        public init(
            total: Int = 0, lastFiled: String? = nil, lowQuality: Int = 0,
            lowQualityWeek: Int = 0, partial: Int = 0, sightings: Int = 0
        ) {
            self.total = total
            self.lastFiled = lastFiled
            self.lowQuality = lowQuality
            self.lowQualityWeek = lowQualityWeek
            self.partial = partial
            self.sightings = sightings
        }
    }

    public struct Queue: Codable, Sendable, Equatable {
        /// Documents being read or filed.
        public var inHand = 0
        /// Documents that wait for room.
        public var waiting = 0

        public init(inHand: Int = 0, waiting: Int = 0) {
            self.inHand = inHand
            self.waiting = waiting
        }
    }

    /// The processes that read documents.
    public struct Workers: Codable, Sendable, Equatable {
        public enum Sandbox: String, Codable, Sendable {
            case full, part, none
        }

        /// Whether they are locked in, so that a document which takes one over gains nothing.
        public var sandbox: Sandbox
        /// What is missing and what to do; null where nothing is.
        @Nullable public var why: String?

        public init(sandbox: Sandbox, why: String? = nil) {
            self.sandbox = sandbox
            self.why = why
        }
    }

    /// Who is told of what is filed.
    public struct Hooks: Codable, Sendable, Equatable {
        public var total = 0
        /// Messages that are still to be delivered.
        public var waiting = 0
        /// Messages that were given up.
        public var dead = 0

        public init(total: Int = 0, waiting: Int = 0, dead: Int = 0) {
            self.total = total
            self.waiting = waiting
            self.dead = dead
        }
    }

    /// The latest run of `briefctl verify`.
    public struct Verified: Codable, Sendable, Equatable {
        /// When it ended: RFC 3339, UTC.
        public var at: String
        /// "3/12"; null where it was the whole store.
        @Nullable public var part: String?
        public var articles: Int
        public var originals: Int
        /// What is not as it was written, of all that was looked at lately.
        public var faults: Int

        public init(at: String, part: String?, articles: Int, originals: Int, faults: Int) {
            self.at = at
            self.part = part
            self.articles = articles
            self.originals = originals
            self.faults = faults
        }
    }

    public var ok: Bool
    /// One sentence: whether all is well, and if not what to do.
    public var summary: String
    public var problems: [Trouble]
    public var version: String
    public var started: String
    public var state: State
    public var feeds: Feeds
    public var spool: Spool
    public var articles: Articles
    public var queue: Queue
    /// What arrived and was deliberately not filed, ever: each with its reason in GET /v1/errors.
    @Nullable public var notTaken: Int?
    /// Null where an older briefd answers.
    @Nullable public var workers: Workers?
    /// Null where an older briefd answers.
    @Nullable public var hooks: Hooks?
    /// Null where the store was never verified.
    @Nullable public var verified: Verified?

    public init(
        ok: Bool, summary: String, problems: [Trouble], version: String, started: String,
        state: State, feeds: Feeds, spool: Spool, articles: Articles, queue: Queue,
        notTaken: Int? = nil,
        workers: Workers? = nil, hooks: Hooks? = nil, verified: Verified? = nil
    ) {
        self.ok = ok
        self.summary = summary
        self.problems = problems
        self.version = version
        self.started = started
        self.state = state
        self.feeds = feeds
        self.spool = spool
        self.articles = articles
        self.queue = queue
        self.notTaken = notTaken
        self.workers = workers
        self.hooks = hooks
        self.verified = verified
    }
}
