/// Which document a worker takes next: sources take turns by the worker seconds that they had, so that none waits for
/// long behind another one's thousand documents, or behind documents that take long.
///
/// Start-time fair queueing (Goyal, Vin, Cheng 1996), with what a document will take reckoned from those before it.
/// Sources that killed workers or took too much come after all others and have one worker at a time (`SourceBudget`). A
/// document that takes longer than `slowAfter` gives way: another worker is allowed in its place, and the next document
/// of its source comes after those of others.
///
/// A value without a clock: it is told the time, in seconds that only grow.
struct FairQueue<Job> {
    /// A document that a worker takes.
    struct Turn {
        let source: String
        let job: Job
        /// Seconds of the processor that it may have; nil for as many as any.
        let seconds: Int?
        fileprivate let reckoned: Double
        fileprivate let start: Double
        fileprivate(set) var isSlow = false
    }

    /// Seconds after which a document gives way to others.
    static var slowAfter: Double { 1 }
    /// What a document takes, in seconds, before anything is known of its source.
    private static var firstGuess: Double { 0.01 }

    private struct Source {
        var waiting: [Job] = []
        var next = 0
        var running = 0
        var slow = 0
        /// When those that run began, added up.
        var starts = 0.0
        /// Worker seconds, as turns are reckoned.
        var tag = 0.0
        var guess = FairQueue.firstGuess
        /// Whether a document of it has ended: before that nobody knows what they take.
        var isKnown = false
        var budget = SourceBudget()

        var isWaiting: Bool { next < waiting.count }

        mutating func pop() -> Job {
            defer {
                next += 1
                // What was taken goes in pieces: each is moved once at most on average.
                if next * 2 >= waiting.count {
                    waiting.removeFirst(next)
                    next = 0
                }
            }
            return waiting[next]
        }
    }

    private let workers: Int
    private let limits: SourceBudget.Limits
    private var sources: [String: Source] = [:]
    /// Those with documents that wait.
    private var active: Set<String> = []
    private var virtualTime = 0.0
    private var running = 0
    private var lastSweep = 0.0

    init(workers: Int, limits: SourceBudget.Limits = .init()) {
        self.workers = workers
        self.limits = limits
    }

    mutating func put(_ job: Job, of source: String) {
        var entry = sources[source] ?? Source()
        // Who had nothing to do has no claim to the time that passed.
        if !entry.isWaiting, entry.running == 0 { entry.tag = max(entry.tag, virtualTime) }
        entry.waiting.append(job)
        sources[source] = entry
        active.insert(source)
    }

    /// The document whose turn it is; nil where none waits, or all workers that may work do.
    mutating func take(now: Double) -> Turn? {
        sweep(now)
        guard running < workers else { return nil }
        var best: (key: (Int, Double, String), source: String, standing: SourceBudget.Standing)?
        for source in active {
            guard let entry = sources[source] else { continue }
            let standing = entry.budget.standing(limits, now: now)
            if standing > .free, entry.running > 0 { continue }
            let isLast =
                standing > .free || entry.slow > 0 || !entry.isKnown && entry.running > 0
            // What runs counts before it ends: nobody knows yet how long it takes.
            let runs = Double(entry.running) * now - entry.starts
            let key = (isLast ? 1 : 0, entry.tag + runs, source)
            if best.map({ key < $0.key }) ?? true { best = (key, source, standing) }
        }
        guard let best, var entry = sources[best.source] else { return nil }
        let job = entry.pop()
        let reckoned = entry.guess
        virtualTime = max(virtualTime, entry.tag)
        entry.tag += reckoned
        entry.running += 1
        entry.starts += now
        if !entry.isWaiting { active.remove(best.source) }
        sources[best.source] = entry
        running += 1
        return Turn(
            source: best.source, job: job,
            seconds: best.standing == .killer ? SourceBudget.killersSeconds : nil,
            reckoned: reckoned, start: now)
    }

    /// The document takes long: a worker more may work.
    mutating func giveWay(_ turn: inout Turn) {
        guard !turn.isSlow else { return }
        turn.isSlow = true
        running -= 1
        sources[turn.source]?.slow += 1
    }

    /// - Parameters:
    ///   - seconds: that a worker was kept.
    ///   - death: how the worker ended, where the document is to blame.
    mutating func end(_ turn: Turn, seconds: Double, death: String?, now: Double) {
        if !turn.isSlow { running -= 1 }
        guard var entry = sources[turn.source] else { return }
        entry.running -= 1
        entry.tag += seconds - turn.reckoned
        entry.starts -= turn.start
        if turn.isSlow { entry.slow -= 1 }
        entry.isKnown = true
        entry.guess += (seconds - entry.guess) / 8
        entry.budget.charge(workerSeconds: seconds, now: now)
        if let death { entry.budget.noteKill(death, now: now) }
        sources[turn.source] = entry
    }

    mutating func charge(
        _ source: String, unpackedBytes: Int = 0, quarantinedBytes: Int = 0, now: Double
    ) {
        sources[source, default: Source()].budget.charge(
            unpackedBytes: unpackedBytes, quarantinedBytes: quarantinedBytes, now: now)
    }

    /// Sources that are not treated as all others, by name.
    func remarkable(now: Double) -> [(source: String, budget: SourceBudget)] {
        sources.filter { $0.value.budget.standing(limits, now: now) > .free }
            .map { ($0.key, $0.value.budget) }.sorted { $0.source < $1.source }
    }

    func standing(of source: String, now: Double) -> SourceBudget.Standing {
        sources[source]?.budget.standing(limits, now: now) ?? .free
    }

    /// All that waits, which then waits no more.
    mutating func drain() -> [Job] {
        defer {
            for source in active {
                sources[source]?.waiting = []
                sources[source]?.next = 0
            }
            active = []
        }
        return active.sorted().flatMap { source in
            sources[source].map { Array($0.waiting[$0.next...]) } ?? []
        }
    }

    /// Forgets sources of which nothing counts any more, once a minute.
    private mutating func sweep(_ now: Double) {
        guard now - lastSweep >= 60 else { return }
        lastSweep = now
        sources = sources.filter {
            $0.value.isWaiting || $0.value.running > 0 || $0.value.tag > virtualTime
                || !$0.value.budget.isOver(now: now)
        }
    }
}
