import Foundation
import GRDB
import Testing

/// What the status advises is done, to the end: the problem goes.
@Suite struct RemedyTests {
    private static let polling = """
        [http]
        allow_hosts = ["127.0.0.1", "localhost"]
        max_body = "20 KiB"
        [polling]
        minimum_interval = "10ms"
        interval = "10ms"
        adaptive = false
        per_host_spacing = "1ms"
        backoff_start = "10ms"
        backoff_ceiling = "50ms"
        redirect_confirmations = 1
        page_grace = "10ms"
        page_retry = "10ms"

        """

    private static func feed(_ items: String = "") -> LoopbackServer.Response {
        .init(
            headers: [("Content-Type", "application/rss+xml")],
            body: "<rss version=\"2.0\"><channel><title>Tide</title>\(items)</channel></rss>")
    }

    private func problems(_ daemon: RunningDaemon) async throws -> [String: String] {
        let text = try await daemon.ctl("status", "--json").output
        let status = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        var found: [String: String] = [:]
        for problem in status?["problems"] as? [[String: Any]] ?? [] {
            guard let code = problem["code"] as? String else { continue }
            found[code] = problem["next"] as? String
        }
        return found
    }

    /// The advice, once the problem is there.
    private func advice(_ code: String, _ daemon: RunningDaemon) async throws -> String {
        let isThere = try await waitUntil(limit: 60) { try await problems(daemon)[code] != nil }
        #expect(isThere, "\(code): \(daemon.logText.suffix(2_000))")
        return try await problems(daemon)[code] ?? ""
    }

    private func isGone(_ code: String, _ daemon: RunningDaemon) async throws -> Bool {
        try await waitUntil(limit: 60) { try await problems(daemon)[code] == nil }
    }

    @Test func `what is wrong with feeds goes when its advice is followed`() async throws {
        let isBack = Switch()
        let site = try LoopbackServer { request in
            switch request.path {
            case "/large": Self.feed("<!--" + String(repeating: "x", count: 30_000) + "-->")
            case "/old": .init(status: 301, headers: [("Location", "/new")])
            case "/late" where !isBack.isOn: .init(status: 500)
            case "/pages":
                Self.feed("<item><title>Ebb</title><link>/ebb</link><guid>e</guid></item>")
            case "/ebb": .init(status: 500)
            default: Self.feed()
            }
        }
        func entry(_ path: String, _ more: String = "") -> String {
            "[[feed]]\nurl = \"\(site.address)\(path)\"\n\(more)\n"
        }
        let root = try TestRoot()
        let rest = entry("/late")
        try root.configure(
            Self.polling + rest + entry("/large") + entry("/old") + entry("/pages"))
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        #expect(try await advice("feeds-too-large", daemon).contains("[http] max_body"))
        #expect(try await advice("feeds-moved", daemon).contains("new address"))
        #expect(try await advice("pages-failing", daemon).contains("full_text = \"never\""))
        #expect(try await advice("feeds-failing", daemon).contains("by themselves"))
        isBack.turnOn()
        #expect(try await isGone("feeds-failing", daemon))
        try root.configure(
            Self.polling.replacing("20 KiB", with: "80 KiB") + rest + entry("/large")
                + entry("/new") + entry("/pages", "full_text = \"never\""))
        #expect(try await daemon.ctl("reload").status == 0)
        #expect(try await daemon.ctl("feed", "poll", site.address + "/large").status == 0)
        for code in ["feeds-too-large", "feeds-moved", "pages-failing"] {
            #expect(try await isGone(code, daemon), "\(code)")
        }
        #expect(await daemon.stop() == 0)
    }

    @Test func `a feed whose authority nobody knows is followed once it is named`() async throws {
        let server = try await SecureServer(.good)
        try server.serve(
            "feed",
            .ok(
                "<rss version=\"2.0\"><channel><title>Tide</title></channel></rss>",
                ["Connection: close"]))
        let root = try TestRoot()
        let feed = "[[feed]]\nurl = \"\(server.url)/feed\"\n"
        try root.configure(Self.polling + feed)
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        #expect(try await advice("feeds-certificate", daemon).contains("ca_file"))
        try root.configure(Self.polling + feed + "ca_file = \"\(server.authority)\"\n")
        #expect(try await daemon.ctl("reload").status == 0)
        #expect(try await daemon.ctl("feed", "poll", server.url + "/feed").status == 0)
        #expect(try await isGone("feeds-certificate", daemon), "\(daemon.logText)")
        #expect(await daemon.stop() == 0)
    }

    @Test func `what is wrong in the spool goes when its advice is followed`() async throws {
        let root = try TestRoot()
        let inbox = root.url.appendingPathComponent("inbox")
        let notes = root.url.appendingPathComponent("notes")
        try FileManager.default.createDirectory(at: notes, withIntermediateDirectories: true)
        try Data("%PDF-1".utf8).write(to: notes.appendingPathComponent("bad.html"))
        try root.configure(
            "[[watch]]\npath = \"\(inbox.path)\"\n[[watch]]\npath = \"\(notes.path)\"\nleave = true\n"
        )
        try root.drop("work.tmp/page.html", Prose.page(1))
        let deep = Array(repeating: "d", count: 40).joined(separator: "/")
        try root.drop(deep + "/page.html", Prose.page(2))
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        #expect(try await advice("watch-missing", daemon).contains("Make or mount it"))
        #expect(try await advice("watch-failed", daemon).contains("Mend or remove the file"))
        #expect(try await advice("spool-folder-left", daemon).contains("another name"))
        #expect(try await advice("spool-too-deep", daemon).contains("further up"))
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Data(Prose.page(3).utf8).write(to: notes.appendingPathComponent("bad.html"))
        let incoming = root.incoming
        try FileManager.default.moveItem(
            at: incoming.appendingPathComponent("work.tmp"),
            to: incoming.appendingPathComponent("work"))
        try FileManager.default.moveItem(
            at: incoming.appendingPathComponent(deep + "/page.html"),
            to: incoming.appendingPathComponent("deep.html"))
        try FileManager.default.removeItem(at: incoming.appendingPathComponent("d"))
        for code in ["watch-missing", "watch-failed", "spool-folder-left", "spool-too-deep"] {
            #expect(try await isGone(code, daemon), "\(code)")
        }
        #expect(await waitUntil(limit: 60) { root.articles().count == 3 }, "\(daemon.logText)")
        #expect(await daemon.stop() == 0)
    }

    @Test func `what is wrong in the store goes when its advice is followed`() async throws {
        let root = try TestRoot()
        try root.configure()
        for number in 1...3 { try root.drop("\(number).html", Prose.page(number)) }
        let once = ["run", "--once", "--config", root.configuration.path]
        #expect(try await run("briefd", once).status == 0)
        let articles = root.store.appendingPathComponent("articles")
        let names = root.articles()
        #expect(names.count == 3)
        // One is gone, of one nothing can be read.
        try FileManager.default.removeItem(at: articles.appendingPathComponent(names[0]))
        try Data([0, 1, 2]).write(to: articles.appendingPathComponent(names[1]))
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let found = try await problems(daemon)
        #expect(found["store-missing"] != nil || found["store-left-out"] != nil, "\(found)")
        for next in found.values { #expect(next.contains("briefctl rebuild"), "\(next)") }
        #expect(await daemon.stop() == 0)
        _ = try await run("briefctl", ["rebuild", "--config", root.configuration.path])
        // A catalogue of a later briefd.
        let catalogue = root.store.appendingPathComponent("catalogue.sqlite").path
        try await DatabaseQueue(path: catalogue).write { db in
            try db.execute(sql: "PRAGMA user_version = 99")
        }
        let refused = try await run("briefd", once)
        #expect(refused.status != 0 && refused.errors.contains("briefctl rebuild"))
        let rebuilt = try await run("briefctl", ["rebuild", "--config", root.configuration.path])
        #expect(rebuilt.status == 0, "\(rebuilt.errors) \(rebuilt.output)")
        let again = try RunningDaemon(root)
        #expect(await again.waitUntilReady(), "\(again.logText)")
        #expect(try await problems(again) == [:])
        #expect(root.articles().count == 3)
        #expect(await again.stop() == 0)
    }
}
