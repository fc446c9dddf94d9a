import Foundation
import LinuxIO

/// The documents that wait for a worker, whose turn it is (`FairQueue`), and the workers that have nothing to do.
///
/// `@unchecked Sendable`: all that changes is touched only while `condition` is held.
final class WorkerInbox: @unchecked Sendable {
    typealias Turn = FairQueue<WorkerThread.Job>.Turn

    /// What is in hand when the pool closes has so long to end.
    static let graceNanoseconds: Int64 = 4_000_000_000

    private let condition = NSCondition()
    private var queue: FairQueue<WorkerThread.Job>
    /// The one that worked last is taken first, so that those that are not needed end.
    private var idle: [(worker: WorkerThread.HeldWorker, since: Double)] = []
    private var closed: Int64?

    /// - Parameter workers: that work at the same time, but for those that are slow.
    init(workers: Int = 1) {
        queue = FairQueue(workers: workers)
    }

    func put(_ job: WorkerThread.Job, of source: String) {
        condition.lock()
        let isRefused = closed != nil
        if !isRefused { queue.put(job, of: source) }
        condition.signal()
        condition.unlock()
        if isRefused { job.fail(.stopped) }
    }

    /// Waits for a document; nil when the inbox is closed, or at `seconds` without one (then `isIdle`).
    func take(
        idle seconds: Double
    ) -> (turn: Turn?, worker: WorkerThread.HeldWorker?, isIdle: Bool) {
        condition.lock()
        defer { condition.unlock() }
        let limit = Date(timeIntervalSinceNow: seconds)
        while closed == nil {
            if let turn = queue.take(now: WorkerInbox.now) {
                return (turn, idle.popLast()?.worker, false)
            }
            if !condition.wait(until: limit) {
                let oldest = WorkerInbox.now - seconds
                idle.removeAll { $0.since <= oldest }
                return (nil, nil, true)
            }
        }
        idle = []
        return (nil, nil, false)
    }

    /// The document takes long: another may be read beside it.
    func giveWay(_ turn: inout Turn) {
        condition.lock()
        queue.giveWay(&turn)
        condition.signal()
        condition.unlock()
    }

    /// - Parameter worker: for the next document; nil where it is not to be used any more.
    func end(_ turn: Turn, seconds: Double, death: String?, worker: WorkerThread.HeldWorker?) {
        condition.lock()
        let now = WorkerInbox.now
        queue.end(turn, seconds: seconds, death: death, now: now)
        if let worker, closed == nil { idle.append((worker, now)) }
        condition.signal()
        condition.unlock()
    }

    func charge(_ source: String, unpackedBytes: Int = 0, quarantinedBytes: Int = 0) {
        condition.lock()
        queue.charge(
            source, unpackedBytes: unpackedBytes, quarantinedBytes: quarantinedBytes,
            now: WorkerInbox.now)
        condition.unlock()
    }

    func isRemarkable(_ source: String) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        return queue.standing(of: source, now: WorkerInbox.now) > .free
    }

    var remarkable: [RemarkableSource] {
        condition.lock()
        defer { condition.unlock() }
        let now = WorkerInbox.now
        return queue.remarkable(now: now).map { RemarkableSource($0.source, $0.budget, now: now) }
    }

    /// The latest instant (monotonic) for work in hand; nil while the pool is open.
    var latest: Int64? {
        condition.lock()
        defer { condition.unlock() }
        return closed.map { $0 + WorkerInbox.graceNanoseconds }
    }

    func close() {
        condition.lock()
        let refused = queue.drain()
        idle = []
        closed = closed ?? ChildProcess.monotonicNow()
        condition.broadcast()
        condition.unlock()
        for job in refused { job.fail(.stopped) }
    }

    /// Seconds of a clock that is never set.
    private static var now: Double { Double(ChildProcess.monotonicNow()) / 1e9 }
}
