import Foundation
import Testing

/// Answers every request of one connection with the same body, over TLS and HTTP/2 (RFC 9113) alone: openssl does
/// the TLS, and this the frames on its standard input and output.
final class MinimalHTTP2Server {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let errors = Pipe()
    private(set) var port = 0
    let authority: String

    init(body: String) async throws {
        // Only for its certificate and the place of the authority.
        let model = try await SecureServer(.good)
        authority = model.authority
        let folder = URL(fileURLWithPath: authority).deletingLastPathComponent().path
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "openssl", "s_server", "-accept", "127.0.0.1:0", "-key", folder + "/server.key",
            "-cert", folder + "/good.pem", "-alpn", "h2", "-quiet",
        ]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        let session = Session(body: Array(body.utf8))
        let writer = input.fileHandleForWriting
        output.fileHandleForReading.readabilityHandler = { handle in
            let answer = session.take(Array(handle.availableData))
            if !answer.isEmpty { try? writer.write(contentsOf: Data(answer)) }
        }
        try process.run()
        let identifier = process.processIdentifier
        _ = await waitUntil(limit: 60) { ListeningPort.of(identifier) != nil }
        port = try #require(ListeningPort.of(identifier), "openssl does not listen")
    }

    deinit {
        output.fileHandleForReading.readabilityHandler = nil
        // Not terminate(): what this thread blocks, its children block, and that may be SIGTERM.
        kill(process.processIdentifier, SIGKILL)
    }

    /// The frames of one connection. Called on one queue only.
    private final class Session: @unchecked Sendable {
        private let body: [UInt8]
        private var received: [UInt8] = []
        private var isOpen = false

        init(body: [UInt8]) { self.body = body }

        func take(_ bytes: [UInt8]) -> [UInt8] {
            received += bytes
            var answer: [UInt8] = []
            if !isOpen {
                let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
                guard received.starts(with: preface) else { return [] }
                received.removeFirst(preface.count)
                isOpen = true
                answer += frame(4, 0, 0, [])
            }
            while received.count >= 9 {
                let length = Int(received[0]) << 16 | Int(received[1]) << 8 | Int(received[2])
                guard received.count >= 9 + length else { break }
                let (type, flags, stream) = (received[3], received[4], Array(received[5..<9]))
                received.removeFirst(9 + length)
                // SETTINGS are acknowledged, PING is left unanswered.
                if type == 4, flags & 1 == 0 { answer += frame(4, 1, 0, []) }
                guard type == 1 else { continue }
                let number = stream.reduce(0) { $0 << 8 | Int($1) }
                answer += frame(1, 4, number, head) + data(number)
            }
            return answer
        }

        /// ":status: 200" from the static table, and a literal Content-Type (RFC 7541 §6).
        private var head: [UInt8] {
            let type = Array("application/rss+xml".utf8)
            return [0x88, 0x0F, 0x10, UInt8(type.count)] + type
        }

        private func data(_ stream: Int) -> [UInt8] {
            var frames: [UInt8] = []
            var rest = body[...]
            while !rest.isEmpty {
                let part = rest.prefix(16_384)
                rest = rest.dropFirst(16_384)
                frames += frame(0, rest.isEmpty ? 1 : 0, stream, Array(part))
            }
            return frames
        }

        private func frame(_ type: UInt8, _ flags: UInt8, _ stream: Int, _ payload: [UInt8])
            -> [UInt8]
        {
            let count = payload.count
            return [UInt8(count >> 16), UInt8(count >> 8 & 0xFF), UInt8(count & 0xFF), type, flags]
                + (0..<4).reversed().map { UInt8(stream >> ($0 * 8) & 0xFF) } + payload
        }
    }
}
