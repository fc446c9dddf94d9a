import FoundationEssentials
import LinuxIO
import Synchronization

/// Says when to scan the spool: at start, soon after the kernel hints at a change, after an overflow of its
/// queue, when something pending becomes due, and every minute whatever happens.
///
/// A thread of its own waits; hints that come while nobody listens become one. Where the kernel watches nothing, or not
/// all, it says so more often, and asks for an instance again and again.
public final class SpoolWatcher: Sendable {
    public enum Hint: Sendable, Equatable {
        case start
        case changed
        /// The kernel lost hints: too much happened at once.
        case overflow
        /// What `note` announced is due.
        case due
        case interval
    }

    /// Ends when `stop()` is called. For one listener.
    public let hints: AsyncStream<Hint>

    private let spool: SpoolDirectory
    private let makeInotify: @Sendable () throws(SystemError) -> Inotify
    private let interval: Duration
    /// The same where not every folder is watched.
    private let blindInterval: Duration
    private let debounce: Duration
    private let continuation: AsyncStream<Hint>.Continuation
    private let state: Mutex<State>

    private struct State: Sendable {
        var isStopped = false
        var nextLook: ContinuousClock.Instant?
        var inotify: Inotify
        /// Whether folders are not watched.
        var isBlind: Bool
    }

    private var inotify: Inotify { state.withLock { $0.inotify } }

    /// - Parameters:
    ///   - interval: the longest time between two scans.
    ///   - blindInterval: the same while there are folders that are not watched.
    ///   - debounce: how long to wait after a hint for others that come with it.
    public init(
        spool: SpoolDirectory, interval: Duration = .seconds(60),
        blindInterval: Duration = .seconds(5), debounce: Duration = .milliseconds(50),
        makeInotify: @escaping @Sendable () throws(SystemError) -> Inotify = {
            () throws(SystemError) in
            try Inotify()
        }
    ) throws(SpoolError) {
        self.spool = spool
        self.interval = interval
        self.blindInterval = min(blindInterval, interval)
        self.debounce = debounce
        self.makeInotify = makeInotify
        (hints, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        let (inotify, fault) = try SpoolWatcher.start(makeInotify)
        state = Mutex(State(inotify: inotify, isBlind: fault != nil))
        spool.state.withLock {
            $0.inotify = inotify
            $0.watchFault = fault
        }
        try io { () throws(SystemError) in
            try DedicatedThread.start(name: "spool-watcher") { [self] in run() }
        }
    }

    /// A scan is the truth, so that the watcher can do without the kernel's hints.
    private static func start(
        _ make: () throws(SystemError) -> Inotify
    ) throws(SpoolError) -> (Inotify, SystemError?) {
        do throws(SystemError) {
            return (try make(), nil)
        } catch {
            let fault = error
            return try io { () throws(SystemError) in (try Inotify(wakingOnly: ()), fault) }
        }
    }

    /// Asks for an instance again where there was none.
    private func recover() {
        guard spool.state.withLock({ $0.watchFault != nil }), let fresh = try? makeInotify() else {
            return
        }
        state.withLock { $0.inotify = fresh }
        spool.state.withLock {
            $0.inotify = fresh
            $0.watchFault = nil
        }
    }

    /// To be told of every scan: when to look again.
    public func note(_ scan: SpoolScan, now: Date) {
        let due = scan.nextLook.map { date in
            ContinuousClock.now + .seconds(max(0, date.timeIntervalSince(now)))
        }
        state.withLock {
            $0.nextLook = due
            $0.isBlind = scan.unwatched > 0 || scan.watchFault != nil
        }
        inotify.wake()
    }

    /// Whether `stop()` was called: nothing more is to be taken then, however much lies there.
    public var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Ends the thread and the stream.
    public func stop() {
        state.withLock { $0.isStopped = true }
        inotify.wake()
    }

    private func run() {
        continuation.yield(.start)
        var lastRound = ContinuousClock.now
        while true {
            let (isStopped, nextLook, isBlind, inotify) = state.withLock {
                ($0.isStopped, $0.nextLook, $0.isBlind, $0.inotify)
            }
            if isStopped { break }
            let nextRound = lastRound + (isBlind ? blindInterval : interval)
            let until = min(nextRound, nextLook ?? nextRound)
            // inotify's own faults leave the interval, which is enough not to lose anything.
            let report = try? inotify.wait(atMost: until - ContinuousClock.now)
            let now = ContinuousClock.now
            if report == nil { DedicatedThread.pause(.seconds(1)) }
            if report?.overflowed == true {
                continuation.yield(.overflow)
            } else if report?.changed == true {
                gather()
                continuation.yield(.changed)
            } else if let nextLook, nextLook <= now {
                state.withLock { if $0.nextLook == nextLook { $0.nextLook = nil } }
                continuation.yield(.due)
            } else if nextRound <= now {
                recover()
                continuation.yield(.interval)
            } else {
                continue
            }
            lastRound = now
        }
        continuation.finish()
    }

    /// Takes up what comes within the debounce time; a wake-up in it is not lost, for the loop looks at the
    /// state anyway.
    private func gather() {
        let end = ContinuousClock.now + debounce
        while ContinuousClock.now < end {
            guard let more = try? inotify.wait(atMost: end - ContinuousClock.now) else { return }
            if more.woken, state.withLock({ $0.isStopped }) { return }
        }
    }
}
