import BriefModel
import FoundationEssentials
import Synchronization

/// What is wrong at the moment, and what happened lately: for `/v1/status`, `/v1/errors` and `/v1/events`.
public final class DaemonStatus: Sendable {
    /// Something that an operator should know as long as it lasts.
    public struct Problem: Sendable, Equatable {
        public var code: ProblemCode
        public var since: Date
        public var what: String
        public var next: String
    }

    /// Something that happened.
    public struct Event: Sendable, Equatable {
        public var number: Int
        public var when: Date
        public var kind: EventKind
        public var subject: String
        public var what: String
    }

    private struct State {
        var problems: [ProblemCode: Problem] = [:]
        var firstLooks: [ProblemCode: Date] = [:]
        var number = 0
        var isStopping = false
    }

    private let state = Mutex(State())
    /// The errors among the events, kept over a restart.
    let errors: ErrorKeeper
    /// The latest of all events, for those who follow.
    let events: EventKeeper
    let meters: Meters
    private let clock: @Sendable () -> Date

    public convenience init(clock: @escaping @Sendable () -> Date = { Date() }) {
        self.init(errors: ErrorKeeper(file: nil), clock: clock)
    }

    /// Events are numbered on from the last one that `errors` or `events` knows of.
    init(
        errors: ErrorKeeper, events: EventKeeper = EventKeeper(), meters: Meters = Meters(),
        clock: @escaping @Sendable () -> Date
    ) {
        self.errors = errors
        self.events = events
        self.meters = meters
        self.clock = clock
        let last = max(errors.book.lastID, events.start)
        state.withLock { $0.number = last }
    }

    /// The gravest first.
    public var problems: [Problem] {
        state.withLock { state in
            state.problems.values.sorted { $0.code.rank < $1.code.rank }
        }
    }

    public var isStopping: Bool { state.withLock { $0.isStopping } }

    public func setStopping() { state.withLock { $0.isStopping = true } }

    /// Notes a problem; one with the same code keeps its `since`.
    public func raise(_ code: ProblemCode, what: String, next: String) {
        let now = clock()
        state.withLock { state in
            let since = state.problems[code]?.since ?? now
            state.problems[code] = Problem(code: code, since: since, what: what, next: next)
        }
    }

    public func clear(_ code: ProblemCode) { clear([code]) }

    func clear(_ codes: [ProblemCode]) {
        state.withLock { state in
            for code in codes { state.problems[code] = nil }
        }
    }

    /// Gives problems that are found anew at each look the time of the first look in a row that found them.
    func dated(_ found: [Problem]) -> [Problem] {
        state.withLock { state in
            var seen: [ProblemCode: Date] = [:]
            let dated = found.map { problem in
                var problem = problem
                problem.since = state.firstLooks[problem.code] ?? problem.since
                seen[problem.code] = problem.since
                return problem
            }
            state.firstLooks = seen
            return dated
        }
    }

    public func note(_ kind: EventKind, subject: String, what: String) {
        meters.count(.events, kind.rawValue)
        let now = clock()
        state.withLock { state in
            state.number += 1
            let event = Event(
                number: state.number, when: now, kind: kind, subject: subject.hidingSecrets,
                what: what.hidingSecrets)
            // Within the lock, so that they come in the order of their numbers; neither waits for a disk.
            if kind.isError { errors.note(event) }
            events.note(event)
        }
    }
}
