import ControlProtocol
import Curl
import Foundation
import LinuxIO
import Logging
import Testing

@testable import ControlServer

@Suite final class ControlServerTests {
    private let folder: URL
    private let loop: CurlLoop
    private let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "briefd-\(UUID())")
        loop = try CurlLoop()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func serve(
        _ service: ScriptedService = ScriptedService(), in runtime: URL? = nil,
        _ body: (ControlServer) async throws -> Void
    ) async throws {
        let server = try await ControlServer(
            runtime: (runtime ?? folder).path, inherited: [:], service: service, log: log)
        do {
            try await body(server)
        } catch {
            await server.close()
            throw error
        }
        await server.close()
    }

    private func ask(
        _ path: String, _ method: HTTPRequest.Method = .get, socket: String = "status.sock"
    ) async throws -> HTTPResponse {
        try await loop.send(
            HTTPRequest(
                url: "http://localhost" + path, method: method,
                unixSocketPath: folder.appending(path: socket).path))
    }

    private func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(
            atPath: folder.appending(path: name).path)
        return (attributes[.posixPermissions] as? Int) ?? 0
    }

    @Test func `status is answered, with every field there`() async throws {
        try await serve { _ in
            let answer = try await ask("/v1/status")
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "application/json")
            let text = String(decoding: answer.body, as: UTF8.self)
            #expect(text.contains(#""next_due":null"#))
            #expect(text.contains(#""last_filed":null"#))
        }
    }

    @Test func `the sockets have the permissions of their purpose`() async throws {
        try await serve { _ in
            let status = try mode("status.sock")
            #expect(status == 0o660)
            let control = try mode("control.sock")
            #expect(control == 0o600)
        }
    }

    @Test func `posting is refused on the status socket and taken on the other`() async throws {
        try await serve { _ in
            let refused = try await ask("/v1/reload", .post)
            #expect(refused.status == 405)
            #expect(refused.headers["allow"] == "GET, HEAD")
            let answer1 = try await ask("/v1/reload", .post, socket: "control.sock")
            #expect(answer1.status == 200)
        }
    }

    @Test func `a head has the length and no body`() async throws {
        try await serve { _ in
            let answer = try await ask("/healthz", .head)
            #expect(answer.headers["content-length"] == "3")
            #expect(answer.body.isEmpty)
        }
    }

    @Test func `events are streamed`() async throws {
        let event = EventItem(
            id: 7, when: "2026-11-21T06:00:00Z", kind: "filed", subject: "ab", what: "filed ab")
        try await serve(ScriptedService(happenings: [event, event])) { _ in
            let answer = try await ask("/v1/events")
            #expect(answer.headers["content-type"] == "text/event-stream")
            let text = String(decoding: answer.body, as: UTF8.self)
            #expect(text.components(separatedBy: "id: 7\nevent: filed\ndata: {").count == 3)
        }
    }

    @Test func `a head beyond the limit is refused, and the client told why`() async throws {
        try await serve { _ in
            let request = HTTPRequest(
                url: "http://localhost/v1/status",
                headers: [HTTPHeader("X-Long", String(repeating: "a", count: 20_000))],
                unixSocketPath: folder.appending(path: "status.sock").path)
            #expect(try await loop.send(request).status == 431)
            #expect(try await ask("/v1/" + String(repeating: "a", count: 7_000)).status == 404)
            for length in [9_000, 15_000, 60_000] {
                #expect(try await ask("/v1/" + String(repeating: "a", count: length)).status == 414)
            }
            let answer2 = try await ask("/healthz")
            #expect(answer2.status == 200)
        }
    }

    @Test func `more fields than are read are refused, and the client told why`() async throws {
        try await serve { _ in
            let fields = (0..<150).map { HTTPHeader("X-\($0)", "a") }
            let request = HTTPRequest(
                url: "http://localhost/v1/status", headers: fields,
                unixSocketPath: folder.appending(path: "status.sock").path)
            let answer = try await loop.send(request)
            #expect(answer.status == 431)
            #expect(answer.headers["content-type"] == "application/problem+json")
        }
    }

    @Test func `what is no HTTP is told so`() async throws {
        try await serve { _ in
            let client = try UnixClient(folder.appending(path: "status.sock").path)
            let answer = client.ask("GET /v1/status\u{1} NONSENSE\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
            #expect(answer.contains("application/problem+json"))
            #expect(answer.contains("bad-request"))
        }
    }

    @Test func `connections that rest keep nobody out`() async throws {
        try await serve { _ in
            let path = folder.appending(path: "status.sock").path
            var resting: [UnixClient] = []
            // All at once: none may be turned away before it was looked at.
            for _ in 0..<300 { resting.append(try UnixClient(path, waits: false)) }
            for _ in 1...3 { #expect(try await ask("/healthz").status == 200) }
            #expect(resting.count == 300)
        }
    }

    @Test func `a live socket is never taken over`() async throws {
        try await serve { _ in
            await #expect(throws: ControlServerError.self) {
                _ = try await ControlServer(
                    runtime: folder.path, inherited: [:], service: ScriptedService(), log: log)
            }
            let answer3 = try await ask("/healthz")
            #expect(answer3.status == 200)
        }
    }

    @Test func `a live socket of somebody without our lock is not taken over either`() async throws
    {
        try await serve { _ in
            let directory = try Directory(at: folder.path)
            let isAlive = UnixListener.answers(FileName("status.sock"), in: directory)
            #expect(isAlive)
            #expect(throws: UnixListenerError.self) {
                _ = try UnixListener(
                    FileName("status.sock"), in: try Directory(at: folder.path), mode: 0o600)
            }
        }
    }

    @Test func `a stale socket is replaced and our sockets go with us`() async throws {
        let listener = try UnixListener(
            FileName("status.sock"), in: try Directory(creating: folder.path), mode: 0o600)
        #expect(listener.descriptor >= 0)
        try await serve { _ in
            let answer4 = try await ask("/healthz")
            #expect(answer4.status == 200)
        }
        let left = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(left?.contains { $0.hasSuffix(".sock") } != true)
    }

    @Test func `a file that is no socket is left alone`() async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "control.sock")
        try Data("mine".utf8).write(to: file)
        await #expect(throws: ControlServerError.self) {
            _ = try await ControlServer(
                runtime: folder.path, inherited: [:], service: ScriptedService(), log: log)
        }
        #expect(try Data(contentsOf: file) == Data("mine".utf8))
    }

    @Test func `a socket that another put in our place stays`() async throws {
        try await serve { server in
            let socket = folder.appending(path: "status.sock")
            try FileManager.default.removeItem(at: socket)
            try Data().write(to: socket)
            await server.close()
            #expect(FileManager.default.fileExists(atPath: socket.path))
        }
    }

    @Test func `a path longer than an address holds is served`() async throws {
        let deep = folder.appending(path: String(repeating: "d", count: 120))
        try await serve(in: deep) { _ in
            #expect(FileManager.default.fileExists(atPath: deep.path + "/status.sock"))
        }
    }
}
