import LinuxIO

/// Drives one child at a time: sends it a document, waits for the answer, starts another child when this one dies.
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
    /// A child that read a document of so many bytes is not used again: what it took would stay with it.
    static let largeDocument = 4 << 20
    /// A document may keep its worker so many times as long as it may take of the processor: a machine that is busy
    /// with other things blames nobody.
    static let patience: Int64 = 10
    /// Bytes of a document for which it has a second more.
    static let bytesPerSecond = 2 << 20

    let executable: String
    /// Seconds of the processor for one document.
    let timeout: Int
    let inbox: WorkerInbox
    let tell: @Sendable (WorkerNews) -> Void

    func run() {
        while true {
            var (next, held, isIdle) = inbox.take(idle: WorkerThread.idleSeconds)
            guard var turn = next.take() else {
                if isIdle { continue }
                return
            }
            let start = ChildProcess.monotonicNow()
            let (request, take) = (turn.job.request, turn.job.take)
            let error = answer(to: request, seconds: turn.seconds, with: &held, take: take) {
                inbox.giveWay(&turn)
            }
            if turn.isSlow { held = nil }
            inbox.end(
                turn, seconds: Double(ChildProcess.monotonicNow() - start) / 1e9,
                death: error?.death, worker: held)
            if let error { turn.job.fail(error) }
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
    /// - Parameters:
    ///   - seconds: of the processor; nil for as many as any document has.
    ///   - take: takes the answer; false for one that makes no sense.
    ///   - whenSlow: called, perhaps several times, once it takes longer than `FairQueue.slowAfter`.
    /// - Returns: why there is no answer; nil where one was taken.
    func answer(
        to original: Frame, seconds: Int? = nil, with held: inout HeldWorker?,
        take: (Frame) -> Bool, whenSlow: () -> Void = {}
    ) -> WorkerError? {
        let request: Frame
        do throws(WorkerError) {
            request = try rendered(original)
        } catch {
            return error
        }
        let limit = seconds ?? timeout + request.length / WorkerThread.bytesPerSecond
        var isSecond = false
        while true {
            let worker: Worker
            do throws(WorkerError) {
                worker = try ready(&held)
            } catch {
                return error
            }
            do throws(Worker.Fault) {
                guard take(try ask(worker, request, limit, &held, whenSlow)) else {
                    throw .outOfStep(why: "its answer could not be read")
                }
                return nil
            } catch {
                held = nil
                guard case .outOfStep(let why) = error, !isSecond else {
                    return failure(error, limit)
                }
                tell(.ended(why: why))
                isSecond = true
            }
        }
    }

    /// A document that no worker can read as it is, in the form in which one can.
    private func rendered(_ request: Frame) throws(WorkerError) -> Frame {
        guard request.holdsDocument, PDFRenderer.isPDF(request.body) else { return request }
        var rendered = request
        rendered.body = try PDFRenderer.render(request.body) { inbox.latest }.bytes
        return rendered
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
        _ worker: Worker, _ request: Frame, _ seconds: Int, _ held: inout HeldWorker?,
        _ whenSlow: () -> Void
    ) throws(Worker.Fault) -> Frame {
        let start = ChildProcess.monotonicNow()
        let limit = Int64(seconds) * 1_000_000_000
        let wall = start + WorkerThread.patience * limit
        let spent = worker.processorTime
        defer { if let said = worker.takeComplaint() { tell(.said(said)) } }
        let answer = try worker.answer(to: request) {
            let now = ChildProcess.monotonicNow()
            if Double(now - start) / 1e9 >= FairQueue<Job>.slowAfter {
                worker.giveWay()
                whenSlow()
            }
            // Where the processor's time cannot be told, the wall clock's counts.
            let used = worker.processorTime.flatMap { now in spent.map { now - $0 } }
            if used ?? (now - start) >= limit { return now }
            return min(wall, inbox.latest ?? wall)
        }
        held?.documents += 1
        held?.seconds += Double(ChildProcess.monotonicNow() - start) / 1e9
        // It ends before its answer is made use of: the memory of both is not needed at once.
        if max(request.length, answer.length) >= WorkerThread.largeDocument { held = nil }
        return answer
    }

    private func failure(_ fault: Worker.Fault, _ seconds: Int) -> WorkerError {
        // Whatever ends while the pool closes was ended by it: that blames no document.
        guard inbox.latest == nil else { return .stopped }
        return switch fault {
        case .ended(let how): .died(how: how)
        case .outOfStep(let why): .died(how: why)
        case .timedOut: .timedOut(seconds: seconds)
        }
    }
}
