import BriefModel
import Curl
import Foundation
import Synchronization
import Testing

@testable import FeedFetching

@Suite struct FeedFetcherTests {
    private let start = "https://feeds.example/feed"

    private func fetch(
        _ server: ReplyClient, _ settings: HTTPSettings = HTTPSettings(),
        change: (inout FetchRequest) -> Void = { _ in }
    ) async -> FetchOutcome {
        var request = FetchRequest(url: start, kind: .feed)
        change(&request)
        let fetcher = FeedFetcher(
            client: server, gate: FreeGate(), settings: settings, agent: "briefd/1 (test)",
            now: { Date(timeIntervalSince1970: 0) })
        return await fetcher.fetch(request)
    }

    private func validators(_ outcome: FetchOutcome) -> [String?] {
        [outcome.validators.etag, outcome.validators.lastModified]
    }

    @Test func `sends both validators byte for byte`() async {
        let server = ReplyClient { _ in .init(status: 304, headers: ["ETag": "\"new\""]) }
        let old = Validators(etag: "W/\"a,  b\"", lastModified: "Tue, 3 Nov 2026", url: start)
        let outcome = await fetch(server) { $0.validators = old }
        let sent = server.requests[0].headers
        #expect(sent.contains(HTTPHeader("If-None-Match", "W/\"a,  b\"")))
        #expect(sent.contains(HTTPHeader("If-Modified-Since", "Tue, 3 Nov 2026")))
        guard case .notModified = outcome.result else {
            Issue.record("\(outcome.result)")
            return
        }
        #expect(validators(outcome) == ["\"new\"", "Tue, 3 Nov 2026"])
    }

    @Test func `drops the validators where a document comes without any`() async {
        let server = ReplyClient { _ in .init(body: "feed") }
        let outcome = await fetch(server) {
            $0.validators = Validators(etag: "\"a\"", url: "https://feeds.example/feed")
        }
        #expect(outcome.validators.isEmpty)
    }

    @Test func `takes a 304 that was not asked for as an error`() async {
        let outcome = await fetch(ReplyClient { _ in .init(status: 304) })
        #expect(error(outcome) == .unaskedNotModified(url: start))
    }

    @Test func `follows redirects and remembers the permanent ones before a temporary`() async {
        let targets = ["feed": (301, "b"), "b": (308, "c"), "c": (302, "d"), "d": (301, "e")]
        let server = ReplyClient { request in
            let name = request.url.split(separator: "/").last.map(String.init) ?? ""
            guard let (status, next) = targets[name] else { return .init(body: "feed") }
            return .init(status: status, redirect: "https://feeds.example/" + next)
        }
        let outcome = await fetch(server)
        #expect(outcome.url == "https://feeds.example/e")
        #expect(outcome.permanentURL == "https://feeds.example/c")
    }

    @Test func `sends secrets to their own origin only`() async {
        let server = ReplyClient { request in
            request.url == "https://feeds.example/feed"
                ? .init(status: 302, redirect: "https://feeds.example:8443/x") : .init(body: "feed")
        }
        _ = await fetch(server) {
            $0.headers = [HTTPHeader("X-Token", "secret")]
            $0.credential = .bearer(token: "secret")
        }
        #expect(server.requests[0].credential != nil)
        #expect(server.requests[0].headers.contains(HTTPHeader("X-Token", "secret")))
        #expect(server.requests[1].credential == nil)
        #expect(!server.requests[1].headers.contains(HTTPHeader("X-Token", "secret")))
    }

    @Test(arguments: ["http://feeds.example/", "file:///etc/passwd", "ftp://x/", "https://u:p@x/"])
    func `does not follow a redirect that leads astray`(target: String) async {
        let server = ReplyClient { _ in .init(status: 301, redirect: target) }
        guard case .redirectRefused = error(await fetch(server)) else {
            Issue.record("followed to \(target)")
            return
        }
        #expect(server.requests.count == 1)
    }

    @Test func `follows from https to http where that is allowed`() async {
        let server = ReplyClient { request in
            request.url.hasPrefix("https")
                ? .init(status: 301, redirect: "http://feeds.example/") : .init(body: "feed")
        }
        let outcome = await fetch(server, HTTPSettings(allowDowngrade: true))
        #expect(outcome.url == "http://feeds.example/")
    }

    @Test func `stops in a circle and after too many hops`() async {
        let circle = ReplyClient { request in
            .init(status: 302, redirect: request.url == self.start ? self.start + "2" : self.start)
        }
        #expect(error(await fetch(circle)) == .redirectLoop(url: start))
        let chain = ReplyClient { .init(status: 302, redirect: $0.url + "x") }
        #expect(error(await fetch(chain)) == .tooManyRedirects(url: start, limit: 10))
        #expect(chain.requests.count == 11)
    }

    @Test func `takes an empty body for an error and gzip without a label for its content`() async {
        #expect(
            error(await fetch(ReplyClient { _ in .init(body: " \n") })) == .emptyBody(url: start)
        )
        let zip = Data(base64Encoded: "H4sIAAAAAAAC/0tLTU0BAKtEQCMEAAAA") ?? Data()
        let outcome = await fetch(ReplyClient { _ in .init(bytes: Array(zip)) })
        if case .document(let bytes) = outcome.result {
            #expect(bytes == Array("feed".utf8))
        } else {
            Issue.record("\(outcome.result)")
        }
    }

    @Test func `names itself, what it takes, and nothing else`() async {
        let server = ReplyClient { _ in .init(body: "feed") }
        _ = await fetch(server)
        #expect(server.requests[0].userAgent == "briefd/1 (test)")
        #expect(server.requests[0].headers.map(\.name) == ["Accept"])
    }

    private func error(_ outcome: FetchOutcome) -> FeedFetchError? {
        guard case .failed(let error) = outcome.result else { return nil }
        return error
    }
}

/// A gate that is always open.
private struct FreeGate: HostGate {
    func enter(_ host: String, isHop: Bool) async throws(FeedFetchError) {}
    func leave(_ host: String, after answer: HostAnswer) async {}
}

private final class ReplyClient: HTTPClient {
    struct Reply: Sendable {
        var status = 200
        var headers: [String: String] = [:]
        var body = ""
        var bytes: [UInt8]?
        var redirect: String?
    }

    private let seen = Mutex<[HTTPRequest]>([])
    private let answer: @Sendable (HTTPRequest) -> Reply

    init(_ answer: @escaping @Sendable (HTTPRequest) -> Reply) { self.answer = answer }

    var requests: [HTTPRequest] { seen.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse {
        seen.withLock { $0.append(request) }
        let reply = answer(request)
        return HTTPResponse(
            status: reply.status,
            headers: HTTPHeaders(reply.headers.map { HTTPHeader($0.key, $0.value) }),
            body: reply.bytes ?? Array(reply.body.utf8), url: request.url,
            redirectURL: reply.redirect)
    }
}
