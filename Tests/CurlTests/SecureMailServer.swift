import Foundation

/// A mail server on loopback that goes over to TLS when it is asked to (RFC 3207), with a certificate of its own. Swift has no
/// TLS for servers without more packages, so this is a program in Python; tests of it are left out where that is not there.
final class SecureMailServer {
    static let python = "/usr/bin/python3"

    private static let script = """
        import socket, ssl, sys
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain("cert.pem", "key.pem")
        listener = socket.create_server(("127.0.0.1", 0))
        print(listener.getsockname()[1], flush=True)
        def talk(peer):
            way, message = "plain", False
            lines = peer.makefile("rb")
            peer.sendall(b"220 here\\r\\n")
            while line := lines.readline():
                text = line.decode().rstrip("\\r\\n")
                print(way, text, flush=True)
                if message and text != ".":
                    continue
                word = text.split(" ")[0].upper()
                message = word == "DATA"
                plain = b"250-here\\r\\n250 STARTTLS\\r\\n"
                answers = {"EHLO": b"250-here\\r\\n250 AUTH PLAIN\\r\\n" if way == "secret" else plain,
                           "STARTTLS": b"220 go on\\r\\n", "AUTH": b"235 welcome\\r\\n",
                           "DATA": b"354 go on\\r\\n", "QUIT": b"221 bye\\r\\n"}
                peer.sendall(answers.get(word, b"250 well\\r\\n"))
                if word == "QUIT":
                    return
                if word == "STARTTLS":
                    peer = context.wrap_socket(peer, server_side=True)
                    way, lines = "secret", peer.makefile("rb")
        while True:
            try:
                talk(listener.accept()[0])
            except OSError as error:
                print("broken", type(error).__name__, flush=True)
        """

    private let folder: URL
    private let process = Process()
    private let output = Pipe()
    private var heard = Data()
    private(set) var port = 0

    /// PEM of its certificate, which signs itself.
    var certificate: String { folder.appendingPathComponent("cert.pem").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "mail-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let maker = Process()
        maker.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        maker.arguments =
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
            + ["-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "2"]
            + ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
        maker.currentDirectoryURL = folder
        maker.standardError = FileHandle.nullDevice
        try maker.run()
        maker.waitUntilExit()
        process.executableURL = URL(fileURLWithPath: Self.python)
        process.arguments = ["-c", Self.script]
        process.currentDirectoryURL = folder
        process.standardOutput = output
        try process.run()
        port = Int(line() ?? "") ?? 0
    }

    deinit {
        end()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Not terminate(): what this thread blocks, its children block, and that may be SIGTERM.
    private func end() { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// The next line that it says; nil where it says nothing more.
    private func line() -> String? {
        while true {
            if let end = heard.firstIndex(of: 10) {
                let line = String(decoding: heard[..<end], as: UTF8.self)
                heard = Data(heard[(end + 1)...])
                return line
            }
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { return nil }
            heard += more
        }
    }

    /// Ends it, and says what it was told: "plain EHLO x", "secret DATA", "broken SSLError".
    func lines() -> [String] {
        end()
        process.waitUntilExit()
        var lines: [String] = []
        while let line = line() { lines.append(line) }
        return lines
    }
}
