import FoundationEssentials
import LinuxIO
import Synchronization

/// Says when to scan the spool: at start, soon after the kernel hints at a change, after an overflow of its
/// queue, when something pending becomes due, and every minute whatever happens.
///
/// A thread of its own waits; hints that come while nobody listens become one.
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

    private let inotify: Inotify
    private let interval: Duration
    private let debounce: Duration
    private let continuation: AsyncStream<Hint>.Continuation
    private let state: Mutex<State>

    private struct State: Sendable {
        var isStopped = false
        var nextLook: ContinuousClock.Instant?
    }

    /// - Parameters:
    ///   - interval: the longest time between two scans.
    ///   - debounce: how long to wait after a hint for others that come with it.
    public init(
        spool: SpoolDirectory, interval: Duration = .seconds(60),
        debounce: Duration = .milliseconds(50)
    ) throws(SpoolError) {
        self.interval = interval
        self.debounce = debounce
        inotify = try io { () throws(SystemError) in try Inotify() }
        (hints, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        state = Mutex(State())
        let inotify = inotify
        spool.state.withLock { $0.inotify = inotify }
        try io { () throws(SystemError) in
            try DedicatedThread.start(name: "spool-watcher") { [self] in run() }
        }
    }

    /// To be told of every scan: when to look again.
    public func note(_ scan: SpoolScan, now: Date) {
        let due = scan.nextLook.map { date in
            ContinuousClock.now + .seconds(max(0, date.timeIntervalSince(now)))
        }
        state.withLock { $0.nextLook = due }
        inotify.wake()
    }

    /// Ends the thread and the stream.
    public func stop() {
        state.withLock { $0.isStopped = true }
        inotify.wake()
    }

    private func run() {
        continuation.yield(.start)
        var nextRound = ContinuousClock.now + interval
        while true {
            let (isStopped, nextLook) = state.withLock { ($0.isStopped, $0.nextLook) }
            if isStopped { break }
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
                continuation.yield(.interval)
            } else {
                continue
            }
            nextRound = now + interval
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
