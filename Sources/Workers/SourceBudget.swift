/// What one source of documents, a feed or a folder of the spool, has had of the workers, and how it stands by that.
///
/// As Postfix's anvil(8) and chronyd reckon with clients: nothing is refused; who takes too much comes after the others.
struct SourceBudget: Sendable, Equatable {
    /// How a source is treated; the later ones come after all others, and have one worker at a time.
    enum Standing: Int, Sendable, Comparable {
        case free
        /// It has had more within the hour than a source should.
        case heavy
        /// A document of it killed a worker within the last hour, or held one too long.
        case killer

        static func < (one: Standing, two: Standing) -> Bool { one.rawValue < two.rawValue }
    }

    /// What a source should take within an hour: a quarter of a core, what a disk takes in a minute, and as much of
    /// what does not work as an operator can look through.
    struct Limits: Sendable {
        var workerSeconds = 900.0
        var unpackedBytes = 8 << 30
        var quarantinedBytes = 1 << 30
    }

    /// Seconds that figures are kept, and that a kill is remembered.
    static let period = 3_600.0
    /// Seconds of the processor that a document of a killer has.
    static let killersSeconds = 3

    private(set) var workerSeconds = 0.0
    private(set) var unpackedBytes = 0
    private(set) var quarantinedBytes = 0
    private(set) var kills = 0
    /// How the last worker ended: "signal 11".
    private(set) var how = ""
    private var start = -Double.infinity
    private var lastKill = -Double.infinity

    mutating func charge(
        workerSeconds: Double = 0, unpackedBytes: Int = 0, quarantinedBytes: Int = 0, now: Double
    ) {
        roll(now)
        self.workerSeconds += max(0, workerSeconds)
        self.unpackedBytes += max(0, unpackedBytes)
        self.quarantinedBytes += max(0, quarantinedBytes)
    }

    mutating func noteKill(_ how: String, now: Double) {
        roll(now)
        if now - lastKill >= SourceBudget.period { kills = 0 }
        kills += 1
        self.how = how
        lastKill = now
    }

    func standing(_ limits: Limits = Limits(), now: Double) -> Standing {
        if now - lastKill < SourceBudget.period { return .killer }
        guard now - start < SourceBudget.period else { return .free }
        let isHeavy =
            workerSeconds > limits.workerSeconds || unpackedBytes > limits.unpackedBytes
            || quarantinedBytes > limits.quarantinedBytes
        return isHeavy ? .heavy : .free
    }

    /// Seconds until it is treated as any other.
    func remaining(now: Double) -> Double {
        max(0, max(start, lastKill) + SourceBudget.period - now)
    }

    /// Whether there is nothing in it that counts any more.
    func isOver(now: Double) -> Bool { remaining(now: now) == 0 }

    private mutating func roll(_ now: Double) {
        guard now - start >= SourceBudget.period else { return }
        start = now
        workerSeconds = 0
        unpackedBytes = 0
        quarantinedBytes = 0
    }
}
