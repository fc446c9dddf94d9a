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

    let executable: String
    let timeout: Int
    let inbox: WorkerInbox

    func run() {
        var child: ChildProcess?
        var documents = 0
        while true {
            let (job, isIdle) = inbox.take(idle: WorkerThread.idleSeconds)
            guard let job else {
                child = nil
                if isIdle { continue }
                return
            }
            // A child that ended while it held nothing is no fault of the document that comes next.
            if documents >= WorkerThread.documentsPerChild || child?.hasEnded() == true {
                child = nil
            }
            if child == nil {
                documents = 0
                do {
                    child = try ChildProcess(path: executable, argument: "worker")
                } catch {
                    job.resume(.failure(.notStarted(reason: error.description)))
                    continue
                }
            }
            guard let current = child else { continue }
            documents += 1
            let result = answer(to: job.request, from: current)
            if case .failure = result { child = nil }
            job.resume(result)
        }
    }

    private func answer(to request: Frame, from child: ChildProcess) -> Result<Frame, WorkerError> {
        let limit = ChildProcess.monotonicNow() + Int64(timeout) * 1_000_000_000
        let deadline = { min(limit, inbox.latest ?? limit) }
        do {
            try child.write(request.prefix, deadline: deadline)
            try child.write(request.head, deadline: deadline)
            try child.write(request.body, deadline: deadline)
            let prefix = try child.read(Frame.prefixLength, deadline: deadline)
            guard let lengths = Frame.parse(prefix: prefix) else {
                child.kill()
                return .failure(.died(how: "its answer is out of step"))
            }
            let head = try child.read(lengths.head, deadline: deadline)
            let body = try child.read(lengths.body, deadline: deadline)
            return .success(Frame(kind: lengths.kind, head: head, body: body))
        } catch .timedOut {
            child.kill()
            return .failure(inbox.latest == nil ? .timedOut(seconds: timeout) : .stopped)
        } catch {
            child.kill()
            return .failure(.died(how: child.wait()))
        }
    }
}
