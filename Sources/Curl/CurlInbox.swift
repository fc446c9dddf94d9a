import CCurl
import Synchronization

/// What other threads ask of the loop's thread, in their order.
final class CurlInbox: Sendable {
    struct Order: Sendable {
        let id: UInt64
        let request: HTTPRequest
        let onBody: (@Sendable ([UInt8]) -> Void)?
        let finish: @Sendable (Result<HTTPResponse, TransferError>) -> Void
    }

    enum Message: Sendable {
        case start(Order)
        case cancel(UInt64)
        case stop
    }

    private struct State {
        var messages: [Message] = []
        /// The multi handle as a number, while the thread lives: curl_multi_wakeup(3) may be called from any
        /// thread, but not after the handle is gone, so every call is made under the lock.
        var multi: UInt?
        var isClosed = false
    }

    private let state = Mutex(State())

    /// Returns false once the thread has ended.
    @discardableResult
    func post(_ message: Message) -> Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            state.messages.append(message)
            if let number = state.multi {
                unsafe curl_multi_wakeup(UnsafeMutableRawPointer(bitPattern: number))
            }
            return true
        }
    }

    func open(_ multi: UnsafeMutableRawPointer) {
        let number = UInt(bitPattern: multi)
        state.withLock { $0.multi = number }
    }

    func take() -> [Message] {
        state.withLock { state in
            defer { state.messages = [] }
            return state.messages
        }
    }

    /// Nothing can be posted any more; returns what was still waiting.
    func close() -> [Message] {
        state.withLock { state in
            state.isClosed = true
            state.multi = nil
            defer { state.messages = [] }
            return state.messages
        }
    }
}
