import Foundation
import LinuxIO

/// The jobs that wait for a worker, first come first served.
///
/// `@unchecked Sendable`: `waiting` and `closed` are touched only while `condition` is held.
final class WorkerInbox: @unchecked Sendable {
    /// What is in hand when the pool closes has so long to end.
    static let graceNanoseconds: Int64 = 4_000_000_000

    private let condition = NSCondition()
    private var waiting: [WorkerThread.Job] = []
    private var closed: Int64?

    func put(_ job: WorkerThread.Job) {
        condition.lock()
        let refused = closed != nil
        if !refused { waiting.append(job) }
        condition.signal()
        condition.unlock()
        if refused { job.fail(.stopped) }
    }

    /// Waits for a job; nil when the inbox is closed, or at `idle` seconds without one (then `isIdle`).
    func take(idle: TimeInterval) -> (job: WorkerThread.Job?, isIdle: Bool) {
        condition.lock()
        defer { condition.unlock() }
        let limit = Date(timeIntervalSinceNow: idle)
        while waiting.isEmpty, closed == nil {
            if !condition.wait(until: limit) { return (nil, true) }
        }
        return (closed == nil ? waiting.removeFirst() : nil, false)
    }

    /// The latest instant (monotonic) for work in hand; nil while the pool is open.
    var latest: Int64? {
        condition.lock()
        defer { condition.unlock() }
        return closed.map { $0 + WorkerInbox.graceNanoseconds }
    }

    func close() {
        condition.lock()
        let refused = waiting
        waiting = []
        closed = closed ?? ChildProcess.monotonicNow()
        condition.broadcast()
        condition.unlock()
        for job in refused { job.fail(.stopped) }
    }
}
