import Glibc
import Synchronization

/// A mail server on a loopback port that keeps what it is given, or answers otherwise where a test wants it to. It stops when
/// the last reference goes.
final class MailServer: Sendable {
    private let listener: LoopbackListener
    private let said: Log

    /// What it was told, line by line, a message's own lines included.
    var lines: [String] { said.lines.withLock { $0 } }
    var url: String { "smtp://127.0.0.1:\(listener.port)" }

    /// As long as anybody asks for it.
    private final class Log: Sendable {
        let lines = Mutex<[String]>([])
    }

    /// - Parameter answers: by the first word of a command, in place of the usual ones; "." is the end of a message.
    init(_ answers: [String: String] = [:]) throws {
        let said = Log()
        self.said = said
        listener = try LoopbackListener { connection in
            MailServer.talk(connection, answers) { line in said.lines.withLock { $0.append(line) } }
            _ = close(connection)
        }
    }

    private static let usual = [
        "EHLO": "250-here\r\n250 AUTH PLAIN", "AUTH": "235 welcome", "DATA": "354 go on",
        "QUIT": "221 bye",
    ]

    private static func talk(
        _ connection: Int32, _ answers: [String: String], _ heard: (String) -> Void
    ) {
        func say(_ text: String) {
            let bytes = Array((text + "\r\n").utf8)
            _ = unsafe send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }
        var pending: [UInt8] = []
        var isMessage = false
        say("220 here")
        while true {
            while let end = pending.firstIndex(of: 10) {
                let line = String(
                    decoding: pending[..<end].filter { $0 != 13 }, as: UTF8.self)
                pending.removeFirst(end + 1)
                heard(line)
                if isMessage, line != "." { continue }
                let word = isMessage ? "." : String(line.prefix { $0 != " " && $0 != ":" })
                isMessage = word == "DATA" && answers[word] == nil
                say(answers[word] ?? usual[word] ?? "250 well")
                if word == "QUIT" { return }
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = unsafe recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            pending += buffer[..<count]
        }
    }
}
