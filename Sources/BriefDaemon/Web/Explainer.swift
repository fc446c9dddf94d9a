import BriefModel
import ControlServer
import Storage
import Synchronization
import Workers

/// Says of an article's original what was kept of it and why, in a caged child, one at a time.
final class Explainer: Sendable {
    /// Seconds of the processor for one document.
    private static let seconds = 20
    /// Who may wait. A browser that asks ten thousand times is told to come later.
    private static let mostWaiting = 4

    private let store: ArticleStore
    private let thread = SerialThread("explain")
    private let waiting = Mutex(0)

    init(store: ArticleStore) { self.store = store }

    func explain(_ id: String) async throws -> Explanation {
        let isIn = waiting.withLock { count in
            guard count < Self.mostWaiting else { return false }
            count += 1
            return true
        }
        guard isIn else {
            throw ControlFailure(
                503, "busy", "Not now",
                detail: "several documents are being looked into; try again in a while")
        }
        defer { waiting.withLock { $0 -= 1 } }
        do {
            return try await thread.run { [store] in
                let front = try store.catalogue.article(id).front
                let bytes = try store.original(front.original)
                return try CagedReader(seconds: Self.seconds)
                    .explain(front.request(rereading: bytes))
            }
        } catch let error as WorkerError {
            throw ControlFailure(500, "not-read", "Not explained", detail: error.description)
        }
    }
}
