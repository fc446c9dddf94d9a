import Glibc
import LinuxIO
import Synchronization

/// A server on a loopback port or a Unix socket that answers with whatever bytes a test wants, right or wrong.
/// It stops when the last reference goes.
final class RawServer: Sendable {
    enum Step: Sendable {
        case send([UInt8])
        case pause(milliseconds: Int)
        /// Ends the connection; without it the next request is read.
        case close
    }

    struct Request: Sendable {
        var lines: [String]
        var body: String

        var target: String { lines[0] }

        func values(_ name: String) -> [String] {
            lines.dropFirst().compactMap { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                guard parts.first?.lowercased() == name.lowercased() else { return nil }
                return parts.count == 2 ? String(parts[1].drop { $0 == " " }) : ""
            }
        }
    }

    /// What came, as long as anybody asks for it.
    private final class Log: Sendable {
        struct State {
            var requests: [Request] = []
            var connections = 0
        }

        let value = Mutex(State())
    }

    private let listener: LoopbackListener
    private let state: Log

    var port: UInt16 { listener.port }
    var requests: [Request] { state.value.withLock { $0.requests } }
    var connections: Int { state.value.withLock { $0.connections } }
    var base: String { "http://127.0.0.1:\(port)" }

    init(_ answer: @escaping @Sendable (Request) -> [Step]) throws {
        let state = Log()
        self.state = state
        listener = try LoopbackListener { RawServer.serve($0, state, answer) }
    }

    init(unixPath path: String, _ answer: @escaping @Sendable (Request) -> [Step]) throws {
        let state = Log()
        self.state = state
        listener = try LoopbackListener(unixPath: path) { RawServer.serve($0, state, answer) }
    }

    private static func serve(
        _ connection: Int32, _ state: Log, _ answer: @escaping @Sendable (Request) -> [Step]
    ) {
        state.value.withLock { $0.connections += 1 }
        try? DedicatedThread.start(name: "raw-talk") {
            talk(connection) { request in
                state.value.withLock { $0.requests.append(request) }
                return answer(request)
            }
            _ = close(connection)
        }
    }

    private static func talk(_ connection: Int32, _ answer: (Request) -> [Step]) {
        var pending: [UInt8] = []
        while let request = read(connection, &pending) {
            for step in answer(request) {
                switch step {
                case .send(let bytes):
                    guard send(connection, bytes) else { return }
                case .pause(let milliseconds): usleep(UInt32(milliseconds) * 1000)
                case .close: return
                }
            }
        }
    }

    private static func read(_ connection: Int32, _ pending: inout [UInt8]) -> Request? {
        while true {
            if let request = take(&pending) { return request }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = unsafe recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            pending += buffer[..<count]
        }
    }

    private static func take(_ pending: inout [UInt8]) -> Request? {
        let end: [UInt8] = [13, 10, 13, 10]
        guard pending.count >= 4,
            let head = (0...(pending.count - 4)).first(where: {
                pending[$0..<($0 + 4)].elementsEqual(end)
            })
        else { return nil }
        let text = String(decoding: pending[..<head], as: UTF8.self)
        var request = Request(
            lines: text.split(separator: "\r\n").map(String.init), body: "")
        let length = request.values("Content-Length").first.flatMap { Int($0) } ?? 0
        guard pending.count >= head + 4 + length else { return nil }
        request.body = String(decoding: pending[(head + 4)..<(head + 4 + length)], as: UTF8.self)
        pending.removeFirst(head + 4 + length)
        return request
    }

    private static func send(_ connection: Int32, _ bytes: [UInt8]) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let sent = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.send(
                    connection, buffer.baseAddress?.advanced(by: offset), buffer.count - offset,
                    Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return false }
            offset += sent
        }
        return true
    }
}

extension RawServer.Step {
    static func text(_ text: String) -> Self { .send(Array(text.utf8)) }

    /// A whole answer with a Content-Length.
    static func answer(_ status: Int, _ fields: [String] = [], body: [UInt8] = []) -> Self {
        let head = ["HTTP/1.1 \(status) X", "Content-Length: \(body.count)"] + fields
        return .send(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }
}
