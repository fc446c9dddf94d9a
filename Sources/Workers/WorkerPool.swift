import BriefModel
import Foundation
import LinuxIO
import Synchronization

/// The parent's side of the workers: a few children, each driven by a thread that waits for it.
/// A child holds one document at a time; one that dies or takes too long is replaced and its document refused. Sources
/// of documents take turns (`FairQueue`).
public final class WorkerPool: Sendable {
    private typealias Job = WorkerThread.Job

    /// Where a document comes from, when nobody says it.
    public static let nobody = ""

    private let inbox: WorkerInbox
    private let rules = Mutex(SiteRules())
    private let cage = Mutex<Sandbox?>(nil)

    /// How the workers are caged: the last one that was started, before the first what this kernel offers.
    public var sandbox: Sandbox { cage.withLock { $0 } ?? .offered }

    /// Sources whose documents killed workers, or that take more than a source should, within the last hour.
    public var remarkable: [RemarkableSource] { inbox.remarkable }

    public func isRemarkable(_ source: String) -> Bool { inbox.isRemarkable(source) }

    /// - Parameters:
    ///   - executable: the program that answers to the argument "worker".
    ///   - count: how many children work at the same time; they are started when there is work. Up to as many again
    ///     work beside documents that take long.
    ///   - timeout: seconds of the processor for one document; the child is killed after that.
    ///   - tell: hears of what is not an answer, on the worker's thread.
    public init(
        executable: String, count: Int, timeout: Int = 20,
        tell: @escaping @Sendable (WorkerNews) -> Void = { _ in }
    ) {
        // A child that dies while it is written to must not take this process along.
        ChildProcess.ignoreBrokenPipes()
        let workers = max(1, count)
        inbox = WorkerInbox(workers: workers)
        for number in 1...2 * workers {
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

    /// - Parameter source: see `RemarkableSource.name`.
    public func read(
        _ request: ExtractionRequest, of source: String = nobody
    ) async throws(WorkerError) -> ReadDocument {
        var request = request
        if request.siteRule == nil, request.scope == .page {
            request.siteRule = rules.withLock { $0.rule(for: request.address) }
        }
        return try await answer(
            to: { try .request(request) }, of: source, as: { try $0.decodeDocument() })
    }

    /// Why each passage of a document was kept or dropped.
    public func explain(
        _ request: ExtractionRequest, of source: String = nobody
    ) async throws(WorkerError) -> Explanation {
        try await answer(
            to: { try .explain(request) }, of: source,
            as: { try $0.decodeHead(as: Explanation.self) })
    }

    /// What compressed bytes hold.
    ///
    /// - Throws: `.refused` with the code "unpacks-too-large" where more than `limit` bytes come out, and "not-gzip",
    ///   "damaged" or "not-of-format".
    public func unpack(
        _ bytes: [UInt8], limit: Int, of source: String = nobody
    ) async throws(WorkerError) -> [UInt8] {
        let unpacked = try await answer(
            to: { try .unpack(bytes, limit: limit) }, of: source, as: { $0.body })
        inbox.charge(source, unpackedBytes: unpacked.count)
        return unpacked
    }

    /// The documents that stand in a file, as many as one turn takes.
    ///
    /// - Parameters:
    ///   - promised: what the file's name says that it is.
    ///   - first: `UnpackedFile.next` of the turn before.
    /// - Throws: `.refused`, with a code of `DocumentsError`.
    public func open(
        _ bytes: [UInt8], name: String, promised: DocumentFormat?, from first: Int,
        limits: UnpackLimits, of source: String = nobody
    ) async throws(WorkerError) -> UnpackedFile {
        let opening = Opening(format: promised, name: name, first: first, limits: limits)
        let file = try await answer(
            to: { try .open(bytes, opening) }, of: source, as: { try $0.decodeParts(of: opening) })
        inbox.charge(source, unpackedBytes: file.parts.reduce(0) { $0 + $1.bytes.count })
        return file
    }

    public func parseFeed(
        _ request: FeedRequest, of source: String = nobody
    ) async throws(WorkerError) -> ParsedFeed {
        try await answer(to: { try .request(request) }, of: source, as: { try $0.decodeFeed() })
    }

    /// The feeds that a page offers: see `FeedDiscovery`.
    ///
    /// - Parameter linkFields: the values of the Link fields that came with it.
    public func feedLinks(
        inHTML bytes: [UInt8], baseURL: String, linkFields: [String], of source: String = nobody
    ) async throws(WorkerError) -> [FeedLink] {
        try await answer(
            to: { try .feedLinks(inHTML: bytes, baseURL: baseURL, linkFields: linkFields) },
            of: source, as: { Array(try $0.decodeHead(as: [FeedLink].self).prefix(64)) })
    }

    /// So many bytes of a source were set aside, because they will not work.
    public func note(quarantinedBytes: Int, of source: String) {
        inbox.charge(source, quarantinedBytes: quarantinedBytes)
    }

    private func answer<Value: Sendable>(
        to request: () throws -> Frame, of source: String,
        as decode: @escaping @Sendable (Frame) throws -> Value
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
                    }, fail: { continuation.resume(returning: .failure($0)) }), of: source)
        }
        return try result.get()
    }
}
