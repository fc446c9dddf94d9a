import LinuxIO

/// One child that reads documents, and our end of the talk with it. Killed when the value goes.
///
/// Nothing that it says is believed unseen: an answer bears the number of its request, is no larger than the request
/// allows, and comes when it is asked for. Whatever else comes, the child is out of step and must go.
final class Worker {
    enum Fault: Error, Equatable {
        /// It ended while it held the document: "signal 11".
        case ended(how: String)
        case timedOut
        /// Something came that was not asked for. It need not be the fault of the document in hand.
        case outOfStep(why: String)
    }

    /// A start takes some milliseconds, and on a machine that is very busy some seconds.
    private static let startSeconds: Int64 = 30
    /// So much of what a child says on standard error is worth a line in the log.
    private static let errorLimit = 2 << 10

    /// SIGSYS: what the list of calls has for those that only an intruder makes.
    private static let forbidden = "signal 31"

    /// What came of its cage.
    let cage: Cage
    private let child: ChildProcess
    private var number: UInt32 = 0

    /// - Throws: `.notStarted`: no document was in its hands yet.
    init(executable: String, latest: @escaping () -> Int64?) throws(WorkerError) {
        do {
            child = try ChildProcess(path: executable, argument: "worker")
        } catch {
            throw .notStarted(reason: error.description)
        }
        do throws(Fault) {
            let limit = ChildProcess.monotonicNow() + Worker.startSeconds * 1_000_000_000
            let frame = try Worker.frame(from: child, limit: Frame.readyLimit) {
                min(limit, latest() ?? limit)
            }
            guard frame.kind == .ready, let cage = try? frame.decodeHead(as: Cage.self) else {
                throw .outOfStep(why: "it does not say that it is ready")
            }
            self.cage = cage
        } catch {
            child.kill()
            if latest() != nil { throw .stopped }
            throw .notStarted(reason: Worker.reason(error, child))
        }
    }

    /// Whether it can be given the next document: it lives, and has said nothing since its last answer.
    var isReady: Bool { !hasEnded && !child.hasUnreadOutput }

    var hasEnded: Bool { child.hasEnded() }

    /// Sends a request and waits for its answer until `deadline` (monotonic). After a fault the child is dead.
    func answer(to request: Frame, deadline: () -> Int64) throws(Fault) -> Frame {
        number &+= 1
        var request = request
        request.number = number
        do throws(Fault) {
            try send(request, deadline)
            let limit = request.answerLimit
            let answer = try Worker.frame(from: child, limit: limit, number: number, deadline)
            guard answer.kind == .answer || answer.kind == .refusal else {
                throw .outOfStep(why: "it does not answer")
            }
            return answer
        } catch {
            child.kill()
            throw error
        }
    }

    /// What it has had of the processor, in nanoseconds; nil where that cannot be told.
    var processorTime: Int64? { child.processorTime }

    /// It has less of the processor than others from now on, where that may be said.
    func giveWay() { child.giveWay() }

    /// What it has said on standard error since this was last asked, without the white space around it; nil for nothing.
    func takeComplaint() -> String? {
        let text = String(decoding: child.takeErrors(limit: Worker.errorLimit), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline)
        return lines.isEmpty ? nil : lines.joined(separator: " | ")
    }

    private func send(_ request: Frame, _ deadline: () -> Int64) throws(Fault) {
        do throws(ChildProcess.Failure) {
            for piece in request.pieces { try child.write(piece, deadline: deadline) }
        } catch {
            throw Worker.fault(error, child)
        }
    }

    private static func frame(
        from child: ChildProcess, limit: Int, number: UInt32 = 0, _ deadline: () -> Int64
    ) throws(Fault) -> Frame {
        let prefix = try read(Frame.prefixLength, from: child, deadline)
        guard let next = Frame.parse(prefix: prefix, limit: limit) else {
            throw .outOfStep(why: "its answer makes no sense, or is too large")
        }
        guard next.number == number else {
            throw .outOfStep(why: "it answers what it was not asked")
        }
        let head = try read(next.head, from: child, deadline)
        let body = try read(next.body, from: child, deadline)
        return Frame(kind: next.kind, number: number, head: head, body: body)
    }

    private static func read(
        _ count: Int, from child: ChildProcess, _ deadline: () -> Int64
    ) throws(Fault) -> [UInt8] {
        do throws(ChildProcess.Failure) {
            return try child.read(count, deadline: deadline)
        } catch {
            throw fault(error, child)
        }
    }

    private static func fault(_ failure: ChildProcess.Failure, _ child: ChildProcess) -> Fault {
        if case .timedOut = failure { return .timedOut }
        child.kill()
        let how = child.wait()
        return .ended(
            how: how == forbidden ? "\(how): it made a system call that no reader makes" : how)
    }

    private static func reason(_ fault: Fault, _ child: ChildProcess) -> String {
        switch fault {
        case .ended(let how): "it ended at its start (\(how))"
        case .timedOut: "it was not ready within \(startSeconds) s"
        case .outOfStep(let why): why
        }
    }
}
