import LinuxIO

/// Drives one child: sends it a document, waits for the answer, starts another child when this one dies.
struct WorkerThread: Sendable {
    struct Job: Sendable {
        var request: Frame
        var resume: @Sendable (Result<Frame, WorkerError>) -> Void
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
            job.resume(answer(to: job.request, with: &held))
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

    /// A worker that is out of step may be so by what it read before: the document has a second one before it is blamed.
    func answer(
        to request: Frame, with held: inout HeldWorker?
    ) -> Result<Frame, WorkerError> {
        var isSecond = false
        while true {
            let worker: Worker
            do throws(WorkerError) {
                worker = try ready(&held)
            } catch {
                return .failure(error)
            }
            do throws(Worker.Fault) {
                return .success(try ask(worker, request, &held))
            } catch {
                held = nil
                guard case .outOfStep(let why) = error, !isSecond else {
                    return .failure(failure(error))
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
