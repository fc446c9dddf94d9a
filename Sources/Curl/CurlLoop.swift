import Synchronization

/// All HTTP of a program: libcurl's multi interface on one thread of its own.
///
/// Requests come in through an inbox and a wake-up, answers go out through one continuation each;
/// cancelling a task removes its request on that thread. The loop sleeps while nothing is under way. How many
/// requests run at once is the caller's to bound; beyond `maxConnections` they wait inside libcurl. Large bodies share
/// a budget of memory and of bytes a second, and wait for each other.
/// When the last reference goes, what is still under way ends with `.cancelled`.
public final class CurlLoop: HTTPClient {
    private let inbox: CurlInbox
    private let counter = Atomic<UInt64>(0)

    /// Starts the thread. Throws where libcurl or the system has no room for it.
    public convenience init(maxConnections: Int = 256) throws(TransferError) {
        try self.init(
            maxConnections: maxConnections, bodyLimit: 4 << 20, bodyBytesPerSecond: 24 << 20)
    }

    /// - Parameters:
    ///   - bodyLimit: beyond which bodies larger than `BodyBudget.share` come one at a time, in bytes.
    ///   - bodyBytesPerSecond: for all of them together.
    init(
        maxConnections: Int = 256, bodyLimit: Int, bodyBytesPerSecond: Int
    ) throws(TransferError) {
        let inbox = CurlInbox()
        self.inbox = inbox
        let budget = BodyBudget(limit: bodyLimit, bytesPerSecond: bodyBytesPerSecond, now: .now)
        try CurlThread.start(inbox: inbox, maxConnections: maxConnections, budget: budget)
    }

    deinit {
        inbox.post(.stop)
    }

    /// The body is in the answer.
    public func send(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse {
        try await send(request, onBody: nil)
    }

    /// With `onBody` the body goes there piece by piece as it comes, and the answer's own is empty: for
    /// server-sent events. It is called on the loop's thread and must not block.
    public func send(
        _ request: HTTPRequest, onBody: (@Sendable ([UInt8]) -> Void)?
    ) async throws(TransferError) -> HTTPResponse {
        let id = counter.add(1, ordering: .relaxed).newValue
        let result: Result<HTTPResponse, TransferError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let order = CurlInbox.Order(id: id, request: request, onBody: onBody) { result in
                    continuation.resume(returning: result)
                }
                if Task.isCancelled || !inbox.post(.start(order)) {
                    continuation.resume(returning: .failure(.cancelled(url: request.url)))
                }
            }
        } onCancel: {
            inbox.post(.cancel(id))
        }
        return try result.get()
    }
}
