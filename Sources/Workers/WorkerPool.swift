import BriefModel
import Foundation
import LinuxIO
import Synchronization

/// The parent's side of the workers: a few children, each driven by a thread of its own that waits for it.
/// A child holds one document at a time; one that dies or takes too long is replaced and its document refused.
public final class WorkerPool: Sendable {
    private typealias Job = WorkerThread.Job

    private let inbox: WorkerInbox
    private let threads: Int
    private let rules = Mutex(SiteRules())
    private let cage = Mutex<Sandbox?>(nil)

    /// How the workers are caged: the last one that was started, before the first what this kernel offers.
    public var sandbox: Sandbox { cage.withLock { $0 } ?? .offered }

    /// - Parameters:
    ///   - executable: the program that answers to the argument "worker".
    ///   - count: how many children; they are started when there is work.
    ///   - timeout: seconds for one document; the child is killed after that.
    ///   - tell: hears of what is not an answer, on the worker's thread.
    public init(
        executable: String, count: Int, timeout: Int = 20,
        tell: @escaping @Sendable (WorkerNews) -> Void = { _ in }
    ) {
        // A child that dies while it is written to must not take this process along.
        ChildProcess.ignoreBrokenPipes()
        inbox = WorkerInbox()
        threads = max(1, count)
        for number in 1...threads {
            let worker = WorkerThread(
                executable: executable, timeout: timeout, inbox: inbox,
                tell: { [weak self] news in
                    if self?.isKnown(news) != true { tell(news) }
                })
            let thread = Thread { worker.run() }
            thread.name = "worker-\(number)"
            thread.start()
        }
    }

    deinit { inbox.close() }

    /// Whether it says no more than was said before of the cage.
    private func isKnown(_ news: WorkerNews) -> Bool {
        guard case .caged(let sandbox) = news else { return false }
        return cage.withLock { known in
            defer { known = sandbox }
            return known == sandbox
        }
    }

    /// Refuses all that waits, and lets every child end.
    public func close() {
        inbox.close()
    }

    /// From now on pages are read by these site rules; each travels to the worker with its page.
    public func follow(_ fresh: SiteRules) {
        rules.withLock { $0 = fresh }
    }

    public func read(_ request: ExtractionRequest) async throws(WorkerError) -> ReadDocument {
        var request = request
        if request.siteRule == nil, request.scope == .page {
            request.siteRule = rules.withLock { $0.rule(for: request.url) }
        }
        return try await answer(to: { try .request(request) }, as: { try $0.decodeDocument() })
    }

    /// Why each passage of a document was kept or dropped.
    public func explain(_ request: ExtractionRequest) async throws(WorkerError) -> Explanation {
        try await answer(
            to: { try .explain(request) }, as: { try $0.decodeHead(as: Explanation.self) })
    }

    /// What gzip bytes hold.
    ///
    /// - Throws: `.refused` with the code "unpacks-too-large" where more than `limit` bytes come out, and "not-gzip".
    public func unpack(_ bytes: [UInt8], limit: Int) async throws(WorkerError) -> [UInt8] {
        try await answer(to: { try .unpack(bytes, limit: limit) }, as: { $0.body })
    }

    public func parseFeed(_ request: FeedRequest) async throws(WorkerError) -> ParsedFeed {
        try await answer(
            to: { try .request(request) }, as: { try $0.decodeFeed() })
    }

    public func feedLinks(inHTML bytes: [UInt8], baseURL: String) async throws(WorkerError)
        -> [String]
    {
        try await answer(
            to: { try .feedLinks(inHTML: bytes, baseURL: baseURL) },
            as: { try $0.decodeHead(as: [String].self) })
    }

    private func answer<Value: Sendable>(
        to request: () throws -> Frame, as decode: @escaping @Sendable (Frame) throws -> Value
    ) async throws(WorkerError) -> Value {
        guard let frame = try? request() else {
            throw .refused(ReadingError(code: "not-sent", description: "the request has no JSON"))
        }
        let result: Result<Value, WorkerError> = await withCheckedContinuation { continuation in
            inbox.put(
                Job(
                    request: frame,
                    take: { answer in
                        guard let value = answer.value(decode) else { return false }
                        continuation.resume(returning: value)
                        return true
                    }, fail: { continuation.resume(returning: .failure($0)) }))
        }
        return try result.get()
    }
}
