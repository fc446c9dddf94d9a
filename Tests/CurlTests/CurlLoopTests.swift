import Glibc
import Synchronization
import Testing

@testable import Curl

@Suite(.timeLimit(.minutes(5))) struct CurlLoopTests {
    private let loop: CurlLoop

    init() throws { loop = try CurlLoop() }

    @Test func `returns status, repeated fields in order, and the body`() async throws {
        let server = try RawServer { _ in
            [.answer(200, ["X-A: 1", "x-a: 2", "ETag: W/\"ä\u{1}"], body: Array("hello".utf8))]
        }
        let answer = try await loop.send(HTTPRequest(url: server.base + "/a?b=c"))
        #expect(answer.status == 200)
        #expect(answer.headers.values("X-A") == ["1", "2"])
        #expect(answer.body == Array("hello".utf8))
        #expect(answer.primaryIP == "127.0.0.1")
        #expect(server.requests[0].target == "GET /a?b=c HTTP/1.1")
    }

    @Test func `sends a value back byte for byte`() async throws {
        let server = try RawServer { _ in [.answer(200, ["ETag: W/\"é'\\ x\""])] }
        let etag = try #require(try await loop.send(HTTPRequest(url: server.base)).headers["ETag"])
        let request = HTTPRequest(url: server.base, headers: [HTTPHeader("If-None-Match", etag)])
        _ = try await loop.send(request)
        #expect(server.requests[1].values("If-None-Match") == ["W/\"é'\\ x\""])
    }

    @Test func `sends no cookie, no referer, and says what encodings it reads`() async throws {
        let server = try RawServer { _ in [.answer(200, ["Set-Cookie: a=b; Path=/"], body: [120])] }
        for _ in 0..<2 {
            _ = try await loop.send(HTTPRequest(url: server.base, userAgent: "test/1"))
        }
        for request in server.requests {
            #expect(request.values("Cookie").isEmpty)
            #expect(request.values("Referer").isEmpty)
            #expect(request.values("User-Agent") == ["test/1"])
            #expect(request.values("Accept-Encoding").first?.contains("gzip") == true)
        }
    }

    @Test func `does not follow a redirect, and says where it leads`() async throws {
        let server = try RawServer { _ in [.answer(302, ["Location: ../x?y#z"])] }
        let answer = try await loop.send(HTTPRequest(url: server.base + "/a/b"))
        #expect(answer.status == 302)
        #expect(answer.redirectURL?.hasPrefix(server.base + "/x?y") == true)
        #expect(server.requests.count == 1)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc", "",
    ])
    func `a message that breaks off is an error`(text: String) async throws {
        let server = try RawServer { _ in [.text(text), .close] }
        guard case .truncated = await loop.error(HTTPRequest(url: server.base)) else {
            Issue.record("taken as whole")
            return
        }
    }

    @Test func `a wrong content encoding is a clear error`() async throws {
        let server = try RawServer { _ in
            [.answer(200, ["Content-Encoding: gzip"], body: Array("<rss/>".utf8))]
        }
        guard case .badEncoding = await loop.error(HTTPRequest(url: server.base)) else {
            Issue.record("no error of encoding")
            return
        }
    }

    @Test func `gives up in time on a server that never ends`() async throws {
        let server = try RawServer { _ in
            [.text("HTTP/1.1 200 OK\r\n\r\nx"), .pause(milliseconds: 1500)]
        }
        let request = HTTPRequest(url: server.base, timeout: .milliseconds(200))
        guard case .timedOut = await loop.error(request) else {
            Issue.record("no time-out")
            return
        }
    }

    @Test func `ignores the body of a 304`() async throws {
        let server = try RawServer { _ in
            [.text("HTTP/1.1 304 N\r\nETag: \"b\"\r\nContent-Length: 5\r\n\r\n")]
        }
        let answer = try await loop.send(HTTPRequest(url: server.base))
        #expect(answer.status == 304)
        #expect(answer.body.isEmpty)
        #expect(answer.headers["etag"] == "\"b\"")
    }

    @Test func `takes the body of a 304 for no part of the next answer`() async throws {
        let body = String(repeating: "<rss/>", count: 2000)
        let server = try RawServer { request in
            request.target.contains("first")
                ? [.text("HTTP/1.1 304 N\r\nContent-Length: \(body.utf8.count)\r\n\r\n" + body)]
                : [.answer(200, body: [65])]
        }
        for _ in 1...3 {
            let first = try await loop.send(HTTPRequest(url: server.base + "/first"))
            #expect(first.status == 304 && first.body.isEmpty)
            let second = try await loop.send(HTTPRequest(url: server.base + "/second"))
            #expect(second.body == [65])
        }
    }

    @Test(arguments: [0, 100])
    func `takes a body that a 304 never announced for no part of the next answer`(pause: Int)
        async throws
    {
        let smuggled = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nB"
        let server = try RawServer { request in
            request.target.contains("first")
                ? [
                    .text("HTTP/1.1 304 N\r\n\r\n"), .pause(milliseconds: pause),
                    .text(String(repeating: smuggled, count: 200)),
                ] : [.answer(200, body: [65])]
        }
        for _ in 1...3 {
            let first = try await loop.send(HTTPRequest(url: server.base + "/first"))
            #expect(first.status == 304 && first.body.isEmpty)
            try await Task.sleep(for: .milliseconds(pause * 2))
            let second = try await loop.send(HTTPRequest(url: server.base + "/second"))
            #expect(second.body == [65])
        }
    }

    @Test func `the guard sees the resolved address and refuses it`() async throws {
        let server = try RawServer { _ in [.answer(200)] }
        let seen = Mutex<[SocketAddress]>([])
        for host in ["127.0.0.1", "2130706433", "0x7f.1", "localhost"] {
            let url = "http://\(host):\(server.port)/"
            let request = HTTPRequest(url: url) { address in
                seen.withLock { $0.append(address) }
                return "not this one"
            }
            #expect(await loop.error(request) == .refusedAddress(url: url, reason: "not this one"))
        }
        #expect(server.connections == 0)
        #expect(
            seen.withLock { $0 }.contains(
                SocketAddress(bytes: [127, 0, 0, 1], port: server.port)))
    }

    @Test(arguments: ["file:///etc/hostname", "ftp://127.0.0.1/", "http://u:p@127.0.0.1/"])
    func `asks nothing but http and https, and no URL with a password`(url: String) async {
        #expect(await loop.error(HTTPRequest(url: url)) != nil)
    }

    @Test func `refuses a header that would begin another one`() async {
        let request = HTTPRequest(
            url: "http://127.0.0.1:1/", headers: [HTTPHeader("X", "a\r\nY: b")])
        guard case .invalidRequest = await loop.error(request) else {
            Issue.record("sent")
            return
        }
    }

    @Test func `sends basic and bearer credentials at once`() async throws {
        let server = try RawServer { _ in [.answer(200)] }
        let credentials: [HTTPCredential] = [
            .basic(user: "me", password: "a:b"), .bearer(token: "t0k3n"),
        ]
        for credential in credentials {
            _ = try await loop.send(HTTPRequest(url: server.base, credential: credential))
        }
        #expect(
            server.requests.map { $0.values("Authorization") }
                == [["Basic bWU6YTpi"], ["Bearer t0k3n"]])
    }

    @Test func `talks over a Unix socket, with a body and in pieces`() async throws {
        let path = "/tmp/curl-\(getpid()).sock"
        unsafe unlink(path)
        defer { unsafe unlink(path) }
        let server = try RawServer(unixPath: path) { request in
            request.target.hasPrefix("GET")
                ? [
                    .text("HTTP/1.1 200 OK\r\n\r\ndata: 1\n\n"), .pause(milliseconds: 50),
                    .text("data: 2\n\n"), .close,
                ] : [.answer(201, body: Array(request.body.utf8))]
        }
        let posted = try await loop.send(
            HTTPRequest(
                url: "http://x/v1/feeds", method: .post,
                headers: [HTTPHeader("Content-Type", "application/json")],
                body: Array("{\"a\":1}".utf8), unixSocketPath: path))
        #expect(posted.status == 201)
        #expect(posted.body == Array("{\"a\":1}".utf8))
        let deleted = try await loop.send(
            HTTPRequest(url: "http://x/v1/feeds/1", method: .delete, unixSocketPath: path))
        #expect(deleted.status == 201)
        let pieces = Mutex<[String]>([])
        let streamed = try await loop.send(
            HTTPRequest(url: "http://x/v1/events", timeout: nil, unixSocketPath: path),
            onBody: { piece in
                pieces.withLock { $0.append(String(decoding: piece, as: UTF8.self)) }
            })
        #expect(streamed.body.isEmpty)
        #expect(pieces.withLock { $0.joined() } == "data: 1\n\ndata: 2\n\n")
        #expect(
            server.requests.map { String($0.target.prefix(6)) } == ["POST /", "DELETE", "GET /v"])
    }

    @Test func `a cancelled task ends at once`() async throws {
        let server = try RawServer { _ in [.pause(milliseconds: 30_000), .close] }
        let loop = loop
        let base = server.base
        let clock = ContinuousClock()
        let began = clock.now
        let task = Task { () -> TransferError? in
            do throws(TransferError) {
                _ = try await loop.send(HTTPRequest(url: base))
                return nil
            } catch {
                return error
            }
        }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        #expect(await task.value == .cancelled(url: base))
        #expect(clock.now - began < .seconds(15))
    }

    @Test func `many requests at once stay within the connections allowed`() async throws {
        let server = try RawServer { _ in [.pause(milliseconds: 5), .answer(200, body: [1])] }
        let narrow = try CurlLoop(maxConnections: 4)
        let base = server.base
        let done = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    (try? await narrow.send(HTTPRequest(url: base)))?.status == 200
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(done == 200)
        #expect(server.connections <= 8)
    }
}
