import Glibc
import LinuxIO
import Synchronization

/// A mail server on a loopback port that keeps what it is given, or answers otherwise where a test wants it to. It stops when
/// the last reference goes.
final class MailServer: Sendable {
    let port: UInt16
    private let listener: Int32
    private let said = Mutex<[String]>([])

    /// What it was told, line by line, a message's own lines included.
    var lines: [String] { said.withLock { $0 } }
    var url: String { "smtp://127.0.0.1:\(port)" }

    /// - Parameter answers: by the first word of a command, in place of the usual ones; "." is the end of a message.
    init(_ answers: [String: String] = [:]) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                _ = unsafe bind(listener, address, length)
                _ = unsafe getsockname(listener, address, &length)
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        listen(listener, 8)
        try DedicatedThread.start(name: "mail-server") { [weak self] in
            // Whoever accepts on it closes it: its number would soon be that of another test's server.
            defer { _ = close(listener) }
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                MailServer.talk(connection, answers) { line in
                    self?.said.withLock { $0.append(line) }
                }
                _ = close(connection)
            }
        }
    }

    deinit { _ = shutdown(listener, Int32(SHUT_RDWR)) }

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
