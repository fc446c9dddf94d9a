import BriefModel
import LinuxIO

/// Reads documents one after the other in a child of this program, caged as the daemon's workers are: whoever runs
/// briefctl, often root, parses no byte from outside in his own process.
///
/// The program answers to "worker" with `WorkerChild.run()`. Calls block; the child ends with the value, or with the
/// thread that first called. Not for sharing.
public final class CagedReader {
    private let thread: WorkerThread
    private var held: WorkerThread.HeldWorker?

    /// - Parameters:
    ///   - seconds: for one document; the child is killed after that.
    ///   - tell: hears of what is not an answer.
    public init(
        executable: String = "/proc/self/exe", seconds: Int = 60,
        tell: @escaping @Sendable (WorkerNews) -> Void = { _ in }
    ) {
        ChildProcess.ignoreBrokenPipes()
        thread = WorkerThread(
            executable: executable, timeout: seconds, inbox: WorkerInbox(), tell: tell)
    }

    public func read(_ request: ExtractionRequest) throws(WorkerError) -> ReadDocument {
        try answer(to: { try .request(request) }, as: { try $0.decodeDocument() })
    }

    /// What `briefctl extract` prints of a document: see `ExtractReport.line`.
    public func report(_ request: ExtractionRequest) throws(WorkerError) -> [UInt8] {
        try answer(to: { try .report(request) }, as: { try $0.decodeReport() })
    }

    /// Why each passage of a document was kept or dropped.
    public func explain(_ request: ExtractionRequest) throws(WorkerError) -> Explanation {
        try answer(
            to: { try .explain(request) }, as: { try $0.decodeHead(as: Explanation.self) })
    }

    public func parseFeed(_ request: FeedRequest) throws(WorkerError) -> ParsedFeed {
        try answer(to: { try .request(request) }, as: { try $0.decodeFeed() })
    }

    private func answer<Value>(
        to request: () throws -> Frame, as decode: (Frame) throws -> Value
    ) throws(WorkerError) -> Value {
        guard let frame = try? request() else {
            throw .refused(ReadingError(code: "not-sent", description: "the request has no JSON"))
        }
        var result: Result<Value, WorkerError>?
        let error = thread.answer(
            to: frame, with: &held,
            take: { answer in
                result = answer.value(decode)
                return result != nil
            })
        if let error { throw error }
        guard let result else { throw .died(how: "it gave no answer") }
        return try result.get()
    }
}
