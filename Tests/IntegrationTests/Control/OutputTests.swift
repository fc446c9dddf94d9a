import Foundation
import Testing

/// Feeds that go out.
@Suite struct OutputTests {
    private func feed(_ root: TestRoot, _ name: String) -> String {
        let url = root.store.appendingPathComponent("feeds/" + name)
        return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    }

    private func entries(_ text: String) -> Int { text.components(separatedBy: "<entry").count - 1 }

    private func served(_ root: TestRoot, _ path: String) async throws -> String {
        let socket = root.runtime.appendingPathComponent("status.sock").path
        let bytes = try await SocketQuestion.ask(.GET, path, socket: socket)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `articles go out soon, by tag and search too, and over the socket`() async throws {
        let root = try TestRoot()
        try root.configure(
            """
            [[output]]
            kind = "json"
            path = "found/it.json"
            query = "nothingsaysthis"
            [[output]]
            kind = "atom"
            path = "two.atom"
            limit = 2
            pages = 3
            """)
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        #expect(await waitUntil(limit: 60) { feed(root, "recent.atom").contains("</feed>") })
        for number in 1...5 { try root.drop("t/n\(number).html", Prose.page(number)) }
        #expect(await waitUntil(limit: 60) { entries(feed(root, "recent.atom")) == 5 })
        #expect(await waitUntil(limit: 60) { entries(feed(root, "tag/t.atom")) == 5 })
        #expect(await waitUntil(limit: 60) { entries(feed(root, "two.3.atom")) == 1 })
        let second = feed(root, "two.2.atom")
        for link in [
            "first\" href=\"./two.atom", "next\" href=\"./two.3.atom",
            "previous\" href=\"./two.atom",
        ] {
            #expect(second.contains("rel=\"\(link)\""), "\(second.prefix(900))")
        }
        #expect(feed(root, "found/it.json").contains("\"items\":[]"))
        for (path, count) in [("recent.atom", 5), ("tag/t.atom", 5), ("two.2.atom", 2)] {
            #expect(entries(try await served(root, "/feeds/" + path)) == count, "\(path)")
        }
        #expect(try await served(root, "/feeds/tag/t.json").contains("\"content_html\""))
        for none in [
            "/feeds/x.atom", "/feeds/../catalogue.sqlite", "/feeds/.id", "/feeds/two.9.atom",
        ] {
            #expect(try await served(root, none).contains("\"status\":404"), "\(none)")
        }
        #expect(await daemon.stop() == 0)
        let left = root.files(below: root.store.appendingPathComponent("feeds"))
        #expect(!left.contains { $0.contains(".tmp-") }, "\(left)")
    }

    @Test func `a feed that cannot be written delays no article, and is told of`() async throws {
        let root = try TestRoot()
        try root.configure(
            "[[output]]\nkind = \"atom\"\npath = \"no.atom\"\n[[output]]\nkind = \"atom\"\n"
                + "path = \"/nowhere/at/all.atom\"\n")
        try FileManager.default.createDirectory(
            at: root.store.appendingPathComponent("feeds/no.atom"),
            withIntermediateDirectories: true)
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        try root.drop("one.html", Prose.page(1))
        #expect(await waitUntil(limit: 60) { entries(feed(root, "recent.atom")) == 1 })
        #expect(root.articles().count == 1)
        let isTold = try await waitUntil(limit: 60) {
            try await daemon.ctl("status", "--json").output.contains("output-failed")
        }
        #expect(isTold)
        // It goes when the cause does.
        try root.configure()
        #expect(try await daemon.ctl("reload").status == 0)
        let isWell = try await waitUntil(limit: 60) {
            try await !daemon.ctl("status", "--json").output.contains("output-failed")
        }
        #expect(isWell)
        #expect(await daemon.stop() == 0)
    }

    @Test func `outputs that cannot be are named with their lines`() async throws {
        let root = try TestRoot()
        try root.configure(
            """
            [[output]]
            kind = "rss"
            path = "../x.atom"
            [[output]]
            limit = 0
            [[output]]
            kind = "atom"
            path = "tag/x.atom"
            url = "ftp://x"
            pags = 3
            """)
        let check = try await run("briefd", ["check-config", "--config", root.configuration.path])
        #expect(check.status == 2)
        for words in [
            "\"rss\" is no kind", "names no file beneath", "without a kind", "without a path",
            "from 1 to 1000", "tags and sites", "no http or https", "did you mean \"pages\"?",
        ] {
            #expect(
                check.errors.contains(words) || check.output.contains(words), "\(words): \(check)")
        }
    }
}
