import Foundation
import Synchronization
import Testing

/// `openssl s_server` on loopback, with a certificate of our own authority or another fault. It answers a path
/// with the file of that name, byte for byte, and says which it gave.
final class SecureServer {
    enum Certificate {
        case good, expired, otherHost, selfSigned
    }

    private let folder: URL
    private let process = Process()
    private(set) var port = 0
    private let log: URL

    init(_ certificate: Certificate, options: [String] = ["-HTTP"]) async throws {
        let authority = try Authority.shared.get()
        folder = authority.folder.appendingPathComponent(UUID().uuidString)
        log = folder.appendingPathExtension("log")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data().write(to: log)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["openssl", "s_server", "-accept", "127.0.0.1:0", "-key", authority.key.path]
            + ["-cert", try authority.certificate(certificate).path] + options
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: log)
        process.standardError = process.standardOutput
        try process.run()
        _ = await waitUntil(limit: 60) { port(in: output) != nil }
        self.port = try #require(port(in: output), "openssl: \(output)")
    }

    deinit {
        // Not terminate(): what this thread blocks, its children block, and that may be SIGTERM.
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: folder)
        try? FileManager.default.removeItem(at: log)
    }

    var url: String { "https://localhost:\(port)" }
    /// PEM of the authority.
    var authority: String { (try? Authority.shared.get().file.path) ?? "" }
    private var output: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

    /// The names of the files that were asked for.
    var asked: [String] {
        output.split(separator: "\n").filter { $0.hasPrefix("FILE:") }.map {
            String($0.dropFirst(5))
        }
    }

    func serve(_ name: String, _ reply: ScenarioReply) throws {
        var bytes: [UInt8] = []
        for case .bytes(let piece) in reply.pieces { bytes += piece }
        try Data(bytes).write(to: folder.appendingPathComponent(name))
    }

    private func port(in text: String) -> Int? {
        text.split(separator: "\n").first { $0.hasPrefix("ACCEPT") }
            .flatMap { $0.split(separator: ":").last }.flatMap { Int($0) }
    }
}

/// A certificate authority that lives as long as the tests run.
struct Authority {
    static let shared = Result { try Authority() }

    let folder: URL
    var file: URL { folder.appendingPathComponent("ca.pem") }
    var key: URL { folder.appendingPathComponent("server.key") }
    private let ready: [String: URL]

    private init() throws {
        folder = try RunFolder.url.get().appendingPathComponent("tls")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let names =
            "DNS:localhost,DNS:strict.localhost,DNS:xn--bcher-kva.localhost,IP:127.0.0.1"
        let script = """
            set -e
            new="-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
            openssl req -x509 $new -keyout ca.key -out ca.pem -days 2 -subj "/CN=Quay test"
            openssl req $new -keyout server.key -out server.csr -subj "/CN=localhost"
            echo "subjectAltName=\(names)" >good.ext
            echo "subjectAltName=DNS:elsewhere.example" >other.ext
            sign() { openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key "$@"; }
            sign -set_serial 2 -days 2 -extfile good.ext -out good.pem
            sign -set_serial 3 -days 2 -extfile other.ext -out other.pem
            sign -set_serial 4 -days -1 -extfile good.ext -out expired.pem \
              || sign -set_serial 4 -not_before 20240101000000Z -not_after 20240102000000Z \
                -extfile good.ext -out expired.pem
            openssl x509 -req -in server.csr -signkey server.key -days 2 -extfile good.ext -out self.pem
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "openssl is needed to make certificates")
        let folder = folder
        ready = Dictionary(
            uniqueKeysWithValues: ["good", "other", "expired", "self"].map {
                ($0, folder.appendingPathComponent($0 + ".pem"))
            })
    }

    func certificate(_ kind: SecureServer.Certificate) throws -> URL {
        let name =
            switch kind {
            case .good: "good"
            case .expired: "expired"
            case .otherHost: "other"
            case .selfSigned: "self"
            }
        return try #require(ready[name])
    }
}
