import ControlProtocol
import Foundation
import Testing

@testable import ControlServer

@Suite struct WebServerTests {
    private struct Desk: WebDoor {
        func page(_ request: WebRequest) async throws -> WebPage {
            switch request.segments {
            case []: .html("<p>hello")
            case ["style.css"]: WebPage(type: "text/css", bytes: [0x61], isSteady: true)
            default: throw ControlFailure(404, "no", "No such page", detail: "no")
            }
        }
        func act(_ request: WebRequest) async throws -> WebDone {
            WebDone(message: request.segments.joined(separator: " "), next: "/")
        }
        func problem(_ failure: ControlFailure) -> WebPage { .html(failure.reply.title) }
    }

    private func ask(
        _ path: String, _ method: String = "GET", host: String? = "localhost:8460",
        hosts: Set<String> = WebRouter.names(port: 8460, ["briefd.example.org"]),
        fields: [String: String] = [:]
    ) async -> ControlResponse.Body? {
        var fields = fields
        fields["host"] = host
        let request = ControlRequest(method: method, target: path, fields: fields, body: [])
        let answer = await WebRouter(door: Desk(), hosts: hosts).answer(request)
        guard case .body(let body) = answer else { return nil }
        return body
    }

    @Test(arguments: [
        "evil.example", "evil.example:8460", "127.0.0.1.evil.example:8460", "localhost",
        "localhost:80", "", "briefd.example.org:8460", "localhost:8460, evil.example",
    ])
    func `a foreign name is refused, so that no page gets in by its DNS`(host: String) async {
        #expect(await ask("/", host: host)?.status == 421)
    }

    @Test func `without a name it is refused too`() async {
        #expect(await ask("/", host: nil)?.status == 421)
    }

    @Test(arguments: [
        "localhost:8460", "127.0.0.1:8460", "[::1]:8460", "LOCALHOST:8460", "briefd.example.org",
    ])
    func `its own names are taken`(host: String) async {
        #expect(await ask("/", host: host)?.status == 200)
    }

    @Test func `behind a socket whatever the proxy lets through is taken, unless names are given`()
        async
    {
        #expect(await ask("/", host: "any.example", hosts: [])?.status == 200)
        #expect(await ask("/", host: "any.example", hosts: ["one.example"])?.status == 421)
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
    func `it is for looking`(method: String) async {
        let answer = await ask("/", method)
        #expect(answer?.status == 405)
        #expect(answer?.allow == "GET, HEAD")
    }

    @Test(arguments: ["/", "/nothing", "/style.css"])
    func `every answer forbids scripts and frames`(path: String) async {
        let fields = await ask(path)?.fields ?? [:]
        let policy = fields["Content-Security-Policy"] ?? ""
        #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe") && !policy.contains("script-src"))
        #expect(fields["X-Content-Type-Options"] == "nosniff")
        #expect(fields["Set-Cookie"] == nil)
    }

    @Test func `what is steady is not sent twice`() async {
        let etag = await ask("/style.css")?.etag ?? ""
        #expect(await ask("/style.css", fields: ["if-none-match": etag])?.status == 304)
    }
}
