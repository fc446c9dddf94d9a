import Foundation

/// The jobs that wait for a worker, first come first served.
///
/// `@unchecked Sendable`: `waiting` and `isClosed` are touched only while `condition` is held.
final class WorkerInbox: @unchecked Sendable {
    private let condition = NSCondition()
    private var waiting: [WorkerThread.Job] = []
    private var isClosed = false

    func put(_ job: WorkerThread.Job) {
        condition.lock()
        let refused = isClosed
        if !refused { waiting.append(job) }
        condition.signal()
        condition.unlock()
        if refused { job.resume(.failure(.stopped)) }
    }

    /// Waits for a job; nil when the inbox is closed, or at `idle` seconds without one (then `isIdle`).
    func take(idle: TimeInterval) -> (job: WorkerThread.Job?, isIdle: Bool) {
        condition.lock()
        defer { condition.unlock() }
        let limit = Date(timeIntervalSinceNow: idle)
        while waiting.isEmpty, !isClosed {
            if !condition.wait(until: limit) { return (nil, true) }
        }
        return (isClosed ? nil : waiting.removeFirst(), false)
    }

    func close() {
        condition.lock()
        let refused = waiting
        waiting = []
        isClosed = true
        condition.broadcast()
        condition.unlock()
        for job in refused { job.resume(.failure(.stopped)) }
    }
}
