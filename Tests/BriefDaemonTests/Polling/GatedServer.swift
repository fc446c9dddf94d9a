import Curl
import Synchronization

/// A server that lets its answers go only when it is told to, and knows how many requests for one address were
/// under way at once.
final class GatedServer: HTTPClient {
    typealias Answer = @Sendable (HTTPRequest) -> HTTPResponse

    private struct State {
        var isOpen: Bool
        var waiting: [CheckedContinuation<Void, Never>] = []
        var underWay: [String: Int] = [:]
        var most = 0
        var counts: [String: Int] = [:]
    }

    private let state: Mutex<State>
    private let answer: Answer

    init(isOpen: Bool = false, _ answer: @escaping Answer) {
        state = Mutex(State(isOpen: isOpen))
        self.answer = answer
    }

    func count(_ url: String) -> Int { state.withLock { $0.counts[url, default: 0] } }
    var waiting: Int { state.withLock { $0.waiting.count } }
    /// The most requests for one address that ever were under way at the same time.
    var mostAtOnce: Int { state.withLock { $0.most } }

    func open() {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            state.isOpen = true
            return state.waiting
        }
        for next in waiting { next.resume() }
    }

    func close() { state.withLock { $0.isOpen = false } }

    func send(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse {
        await withCheckedContinuation { continuation in
            let mayGo = state.withLock { state in
                state.counts[request.url, default: 0] += 1
                let now = state.underWay[request.url, default: 0] + 1
                state.underWay[request.url] = now
                state.most = max(state.most, now)
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if mayGo { continuation.resume() }
        }
        await Task.yield()
        state.withLock { $0.underWay[request.url, default: 1] -= 1 }
        return answer(request)
    }
}
