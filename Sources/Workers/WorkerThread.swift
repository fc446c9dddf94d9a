import LinuxIO

/// Drives one child: sends it a document, waits for the answer, starts another child when this one dies.
struct WorkerThread: Sendable {
    struct Job: Sendable {
        var request: Frame
        /// Takes the answer; false for one that makes no sense, which is not taken then. Called once it is, or `fail`,
        /// nothing waits for the job any more.
        var take: @Sendable (Frame) -> Bool
        var fail: @Sendable (WorkerError) -> Void
    }

    /// A child is let go after so many seconds without work, so that an idle service holds little memory.
    static let idleSeconds = 60.0
    /// A child is replaced after so many documents: what a C library leaks ends with it.
    static let documentsPerChild = 2_000
    /// And after so many seconds with documents in hand, long before its limit of processor time.
    static let secondsPerChild = 600.0

    let executable: String
    let timeout: Int
    let inbox: WorkerInbox
    let tell: @Sendable (WorkerNews) -> Void

    func run() {
        var held: HeldWorker?
        while true {
            let (job, isIdle) = inbox.take(idle: WorkerThread.idleSeconds)
            guard let job else {
                held = nil
                if isIdle { continue }
                return
            }
            let error = answer(to: job.request, with: &held, take: job.take)
            if let error { job.fail(error) }
        }
    }

    /// A child and what it has done so far.
    struct HeldWorker {
        let worker: Worker
        var documents = 0
        var seconds = 0.0

        var isWorn: Bool {
            documents >= WorkerThread.documentsPerChild || seconds >= WorkerThread.secondsPerChild
        }
    }

    /// A worker that is out of step may be so by what it read before: it is ended, and the document has a second one
    /// before it is blamed.
    ///
    /// - Parameter take: takes the answer; false for one that makes no sense.
    /// - Returns: why there is no answer; nil where one was taken.
    func answer(
        to request: Frame, with held: inout HeldWorker?, take: (Frame) -> Bool
    ) -> WorkerError? {
        var isSecond = false
        while true {
            let worker: Worker
            do throws(WorkerError) {
                worker = try ready(&held)
            } catch {
                return error
            }
            do throws(Worker.Fault) {
                guard take(try ask(worker, request, &held)) else {
                    throw .outOfStep(why: "its answer could not be read")
                }
                return nil
            } catch {
                held = nil
                guard case .outOfStep(let why) = error, !isSecond else {
                    return failure(error)
                }
                tell(.ended(why: why))
                isSecond = true
            }
        }
    }

    /// The worker in hand, or a fresh one.
    private func ready(_ held: inout HeldWorker?) throws(WorkerError) -> Worker {
        if let current = held, !current.isWorn {
            if current.worker.isReady { return current.worker }
            // One that ended while it held nothing is no fault of the document that comes next.
            if !current.worker.hasEnded { tell(.ended(why: "it spoke without being asked")) }
        }
        held = nil
        let worker = try Worker(executable: executable, latest: { inbox.latest })
        held = HeldWorker(worker: worker)
        tell(.caged(.init(worker.cage)))
        return worker
    }

    private func ask(
        _ worker: Worker, _ request: Frame, _ held: inout HeldWorker?
    ) throws(Worker.Fault) -> Frame {
        let start = ChildProcess.monotonicNow()
        let limit = start + Int64(timeout) * 1_000_000_000
        defer { if let said = worker.takeComplaint() { tell(.said(said)) } }
        let answer = try worker.answer(to: request) { min(limit, inbox.latest ?? limit) }
        held?.documents += 1
        held?.seconds += Double(ChildProcess.monotonicNow() - start) / 1e9
        return answer
    }

    private func failure(_ fault: Worker.Fault) -> WorkerError {
        switch fault {
        case .ended(let how): .died(how: how)
        case .outOfStep(let why): .died(how: why)
        case .timedOut: inbox.latest == nil ? .timedOut(seconds: timeout) : .stopped
        }
    }
}
