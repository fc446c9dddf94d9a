import Foundation
import Hashing
import Testing

/// Lists of addresses: each is its own.
@Suite struct LinkListTests {
    private let root: TestRoot
    private let server: LoopbackServer

    init() throws {
        root = try TestRoot()
        try root.configure(
            """
            [http]
            allow_hosts = ["127.0.0.0/8"]
            [polling]
            per_host_spacing = "1ms"
            """)
        server = try LoopbackServer { request in
            switch request.path {
            case "/gone": .init(status: 410)
            case "/missing": .init(status: 404)
            case "/broken": .init(status: 500)
            case "/paper.pdf":
                .init(headers: [("Content-Type", "application/pdf")], body: "%PDF-1.7 \u{1}\u{2}")
            case "/empty": .init(headers: [("Content-Type", "text/html")], body: "<html></html>")
            case "/nothing": .init()
            default:
                .init(
                    headers: [("Content-Type", "text/html; charset=utf-8")],
                    body: Prose.page(Int(request.path.dropFirst(2)) ?? 0))
            }
        }
    }

    private func once() async throws -> Finished {
        try await run("briefd", ["run", "--once", "--config", root.configuration.path])
    }

    private func asked(_ path: String) -> Int {
        server.requests.count { $0.path == path }
    }

    private func reason(_ folder: String, _ name: String) throws -> [String: Any] {
        let url = root.url.appendingPathComponent("state/spool/\(folder)/\(name).reason.json")
        return try #require(
            JSONSerialization.jsonObject(with: try Data(contentsOf: url)) as? [String: Any])
    }

    @Test func `one bad address stops no other, and ends with its cause`() async throws {
        let base = server.address
        let bad = ["/gone", "/paper.pdf", "/empty", "/nothing"].map { base + $0 }
        try root.drop(
            "reading.url",
            """
            # For the weekend
            \(base)/p101
            \(bad[0])
            \(bad[1])
            \(base)/p102
            \(base)/p101
            \(bad[2])
            \(bad[3])
            ftp://127.0.0.1/file
            http://10.1.2.3/private

            \(base)/p103
            """)
        #expect(try await once().status == 1)
        #expect(root.articles().count == 3)
        #expect(asked("/p101") == 1)
        let left = try String(
            contentsOf: root.corrupt.appendingPathComponent("reading.url"), encoding: .utf8)
        let lines = left.split(separator: "\n").map(String.init)
        #expect(Set(lines) == Set(bad + ["ftp://127.0.0.1/file", "http://10.1.2.3/private"]))
        let reason = try reason("corrupt", "reading.url")
        let why = try #require(reason["why"] as? String)
        for line in lines { #expect(why.contains(line), "\(line) in \(why)") }
        let progress = try #require(reason["progress"] as? [String: Any])
        let refused = try #require(progress["refused"] as? [[String: String]])
        #expect(refused.count == 6)
        #expect(refused.first { $0["address"] == bad[1] }?["why"]?.contains("PDF") == true)
    }

    @Test func `only what may work later waits, and what is filed is not fetched again`()
        async throws
    {
        let base = server.address
        try root.drop(
            "reading.url",
            "\(base)/p111\n\(base)/broken\n\(base)/gone\n\(base)/missing\n\(base)/p112\n")
        #expect(try await once().status == 1)
        #expect(root.articles().count == 2)
        #expect(root.files(below: root.corrupt).isEmpty)
        let reason = try reason("deferred", "reading.url")
        #expect((reason["why"] as? String)?.contains(base + "/broken") == true)
        #expect((reason["why"] as? String)?.contains(base + "/p111") == false)
        server.setAnswer { request in
            request.path == "/gone"
                ? .init(status: 410)
                : .init(
                    headers: [("Content-Type", "text/html")],
                    body: Prose.page(request.path == "/broken" ? 113 : 114))
        }
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let listed = try await daemon.ctl("spool", "--json").output
        let page = try #require(
            JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [String: Any])
        let item = try #require((page["items"] as? [[String: Any]])?.first)
        #expect(item["queue"] as? String == "deferred")
        #expect(item["next_try"] is String)
        let id = try #require(item["id"] as? String)
        let retried = try await daemon.ctl("retry", "nothing", String(id.prefix(6)))
        #expect(retried.status == 1, "one of them is not there")
        #expect(retried.output.contains("reading.url: tried again"), "\(retried.output)")
        #expect(await waitUntil(limit: 60) { root.articles().count == 4 }, "\(daemon.logText)")
        #expect(await waitUntil(limit: 60) { !root.files(below: root.corrupt).isEmpty })
        #expect(await daemon.stop() == 0)
        let left = try String(
            contentsOf: root.corrupt.appendingPathComponent("reading.url"), encoding: .utf8)
        #expect(left == base + "/gone\n")
        #expect(asked("/p111") == 1)
        #expect(asked("/gone") == 1)
    }

    @Test func `a compressed list is one too, and what is left of it stays compressed`()
        async throws
    {
        let base = server.address
        let list = "\(base)/p121\r\n\(base)/gone\r\n\(base)/p122\r\n"
        try root.drop("a/reading.url.gz", Data(Gzip.compress(Array(list.utf8))))
        #expect(try await once().status == 1)
        #expect(root.articles().count == 2)
        #expect(root.articleTexts().allSatisfy { $0.contains("tags: [\"a\"]") })
        let left = [UInt8](
            try Data(contentsOf: root.corrupt.appendingPathComponent("a/reading.url.gz")))
        let text = String(
            decoding: try Compression.gzip.decompress(left, limit: 1000), as: UTF8.self)
        #expect(text == base + "/gone\n")
        let why = try #require(try reason("corrupt", "a/reading.url.gz")["why"] as? String)
        #expect(why.contains(base + "/gone"))
    }
}
