import Foundation
import GRDB
import Testing

/// Fields of the sockets' JSON that nothing else looks at.
@Suite struct ContractTests {
    private func items(_ path: String, _ root: TestRoot) async throws -> [[String: Any]] {
        let bytes = try await SocketQuestion.ask(
            .GET, path, socket: root.runtime.appendingPathComponent("status.sock").path)
        let page = try #require(
            try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        return try #require(page["items"] as? [[String: Any]], "\(page)")
    }

    @Test func `an article says whether it was edited`() async throws {
        let root = try TestRoot()
        try root.configure()
        for number in [1, 2] { try root.drop("\(number).html", Prose.page(number)) }
        let once = ["run", "--once", "--config", root.configuration.path]
        #expect(try await run("briefd", once).status == 0)
        let path = try #require(root.articles().first)
        let file = root.store.appendingPathComponent("articles/" + path)
        let text = try String(contentsOf: file, encoding: .utf8)
        try (text + "\nA note by hand.\n").write(to: file, atomically: true, encoding: .utf8)
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let articles = try await items("/v1/articles", root)
        #expect(articles.count == 2)
        for article in articles {
            let isEdited = article["path"] as? String == "articles/" + path
            #expect(article["edited"] as? Bool == isEdited, "\(article)")
        }
        #expect(await daemon.stop() == 0)
    }

    @Test func `what is left alone is listed with all=true only`() async throws {
        let root = try TestRoot()
        try root.configure()
        try root.drop("desktop.ini", "[a]")
        try root.drop("later.part", "half")
        try root.drop("bad.html", Data("%PDF-1".utf8))
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        #expect(await waitUntil(limit: 60) { !root.files(below: root.corrupt).isEmpty })
        let some = try await items("/v1/spool", root)
        #expect(some.compactMap { $0["name"] as? String } == ["bad.html"])
        #expect(try await items("/v1/spool?all=false", root).count == 1)
        let all = try await items("/v1/spool?all=true", root)
        let ignored = all.filter { $0["queue"] as? String == "ignored" }
        #expect(Set(ignored.compactMap { $0["name"] as? String }) == ["desktop.ini", "later.part"])
        #expect(all.count == 3)
        #expect(await daemon.stop() == 0)
    }

    @Test func `failing_since stays over a restart, and a JSON list is named as what it is`()
        async throws
    {
        let site = try LoopbackServer { _ in
            .init(headers: [("Content-Type", "application/json")], body: "[{\"a\": 1}, 2]")
        }
        let root = try TestRoot()
        try root.configure(
            "[http]\nallow_hosts = [\"127.0.0.1\"]\n[polling]\nminimum_interval = \"10ms\"\n"
                + "backoff_start = \"100ms\"\n[[feed]]\nurl = \"\(site.address)/list\"\n")
        func since() async throws -> String? {
            try await items("/v1/feeds", root).first?["failing_since"] as? String
        }
        let first = try RunningDaemon(root)
        #expect(await first.waitUntilReady(), "\(first.logText)")
        #expect(try await waitUntil(limit: 60) { try await since() != nil })
        let began = try await since()
        #expect(try await first.ctl("feeds").output.contains("JSON array"))
        #expect(try await first.ctl("errors").output.contains("JSON array"))
        #expect(first.logText.contains("JSON array"))
        // Times are in whole seconds.
        try await Task.sleep(for: .milliseconds(1_200))
        #expect(await first.stop() == 0)
        let second = try RunningDaemon(root)
        #expect(await second.waitUntilReady(), "\(second.logText)")
        #expect(try await since() == began)
        try root.drop("list.json", "[1, 2]")
        #expect(await waitUntil(limit: 60) { !root.files(below: root.corrupt).isEmpty })
        #expect(try await second.ctl("spool").output.contains("JSON array"))
        #expect(await second.stop() == 0)
    }

    @Test func `what cannot be read of the feeds' state is told, and stops nothing`() async throws {
        let site = try LoopbackServer { _ in
            .init(
                headers: [("Content-Type", "application/rss+xml")],
                body: "<rss version=\"2.0\"><channel><title>Tide</title></channel></rss>")
        }
        let root = try TestRoot()
        try root.configure(
            "[http]\nallow_hosts = [\"127.0.0.1\"]\n[polling]\nminimum_interval = \"10ms\"\n"
                + "[[feed]]\nurl = \"\(site.address)/a\"\n[[feed]]\nurl = \"\(site.address)/b\"\n")
        let once = ["run", "--once", "--config", root.configuration.path]
        #expect(try await run("briefd", once).status == 0)
        let state = root.url.appendingPathComponent("state/feeds.sqlite").path
        try await DatabaseQueue(path: state).write { db in
            try db.execute(sql: "UPDATE feeds SET state = '{\"id' WHERE url LIKE '%/a'")
        }
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let status = try await daemon.ctl("status", "--json")
        #expect(status.status == 1 && status.output.contains("feed-rows-set-aside"))
        #expect(status.output.contains(site.address + "/a"), "\(status.output)")
        #expect(try await daemon.ctl("errors").output.contains(site.address + "/a"))
        #expect(daemon.logText.contains("row set aside"))
        #expect(try await daemon.ctl("feed", "poll", site.address + "/a").status == 0)
        #expect(await daemon.stop() == 0)
        // As it says: until the next start.
        let next = try RunningDaemon(root)
        #expect(await next.waitUntilReady(), "\(next.logText)")
        #expect(try await next.ctl("status").status == 0)
        #expect(await next.stop() == 0)
        // A file that is no database any more.
        try Data(repeating: 7, count: 9_000).write(to: URL(fileURLWithPath: state))
        let last = try RunningDaemon(root)
        #expect(await last.waitUntilReady(), "\(last.logText)")
        #expect(try await last.ctl("status").output.contains("feed-state-made-anew"))
        #expect(await last.stop() == 0)
    }
}
