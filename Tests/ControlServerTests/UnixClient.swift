import Foundation

/// A connection to a socket that says and reads what it is told to.
final class UnixClient: Sendable {
    private let descriptor: Int32

    /// - Parameter waits: whether it waits where the queue is full; else it fails.
    init(_ path: String, waits: Bool = true) throws {
        let kind = SOCK_STREAM.rawValue | (waits ? 0 : SOCK_NONBLOCK.rawValue)
        descriptor = socket(AF_UNIX, Int32(kind), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { buffer in
            unsafe buffer.copyBytes(from: path.utf8.prefix(107))
        }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let code = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, size)
            }
        }
        guard code == 0 else { throw CocoaError(.fileReadUnknown) }
    }

    /// Sends bytes, and waits for all that comes until the connection is closed.
    func ask(_ text: String) -> String {
        guard say(text) else { return "" }
        return readAll()
    }

    /// The same, away from the cooperative threads, which the answer needs.
    func answer(to text: String) async -> String { await waiting { $0.ask(text) } }

    /// The first bytes of the answer; those behind them stay where they are.
    func beginning(of text: String) async -> String {
        await waiting { $0.say(text) ? $0.begin() : "" }
    }

    func rest() async -> String { await waiting { $0.readAll() } }

    private func waiting<Value: Sendable>(
        _ body: @escaping @Sendable (UnixClient) -> Value
    ) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: body(self)) }
        }
    }

    private func say(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return unsafe send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
            == bytes.count
    }

    private func begin() -> String {
        var piece = [UInt8](repeating: 0, count: "HTTP/1.1 200".utf8.count)
        let got = unsafe recv(descriptor, &piece, piece.count, 0)
        return String(decoding: piece.prefix(max(0, got)), as: UTF8.self)
    }

    private func readAll() -> String {
        var all: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { return String(decoding: all, as: UTF8.self) }
            all += piece.prefix(count)
        }
    }

    deinit { close(descriptor) }
}
