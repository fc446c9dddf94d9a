import ControlProtocol
import Foundation
import Testing

/// Those who follow what is filed.
@Suite struct FollowTests {
    private func socket(_ root: TestRoot) -> String {
        root.runtime.appendingPathComponent("status.sock").path
    }

    /// Asks again where a busy machine was too slow: a reader does the same.
    private func answer(_ path: String, _ root: TestRoot) async throws -> [UInt8] {
        for _ in 0..<10 {
            if let bytes = try? await SocketQuestion.ask(.GET, path, socket: socket(root)) {
                return bytes
            }
        }
        return try await SocketQuestion.ask(.GET, path, socket: socket(root))
    }

    /// Follows the list from `cursor` to its end.
    private func follow(_ root: TestRoot, from cursor: inout String) async throws -> [ArticleItem] {
        var items: [ArticleItem] = []
        while true {
            let bytes = try await answer("/v1/articles?since=\(cursor)&limit=3", root)
            let page = try WireJSON.decode(ItemPage<ArticleItem>.self, from: bytes)
            items += page.items
            cursor = try #require(page.since)
            if page.next == nil { return items }
        }
    }

    @Test func `kills and a rebuild show a reader no article twice, and hide none`() async throws {
        let root = try TestRoot()
        try root.configure()
        var cursor = "0"
        var seen: [String] = []
        var number = 0
        for life in 0..<3 {
            let daemon = try RunningDaemon(root)
            #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
            for _ in 0..<5 {
                number += 1
                try root.drop("a/n\(number).html", Prose.page(number))
            }
            let wanted = number
            #expect(await waitUntil(limit: 60) { root.articles().count >= wanted - life })
            seen += try await follow(root, from: &cursor).map(\.id)
            daemon.kill()
            if life == 1 {
                let made = try await run(
                    "briefctl", ["rebuild", "--config", root.configuration.path])
                #expect(made.status == 0, "\(made.errors)")
            }
        }
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        #expect(await waitUntil(limit: 60) { root.articles().count == number })
        let isWhole = try await waitUntil(limit: 60) {
            seen += try await follow(root, from: &cursor).map(\.id)
            return Set(seen).count == number
        }
        #expect(isWhole && seen.count == number, "\(seen.count) of \(number)")
        let item = try await first(root)
        #expect(item.tags == ["a"] && item.wordCount ?? 0 > 20 && item.partial == false)
        #expect(await daemon.stop() == 0)
    }

    private func first(_ root: TestRoot) async throws -> ArticleItem {
        var cursor = "0"
        return try #require(try await follow(root, from: &cursor).first)
    }

    @Test func `parameters that make no sense are refused with what would`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        for (query, word) in [
            ("order=title", "filed, published"), ("order=relevance", "q="),
            ("fields=body", "markdown"),
            ("since=0&order=published", "CURSOR"), ("since=c1.zz", "2026"),
            ("order=following", "filed"),
            ("order=published&cursor=1.2", "cursor"), ("cursor=%00", "cursor"),
        ] {
            let bytes = try await SocketQuestion.ask(
                .GET, "/v1/articles?\(query)", socket: socket(root))
            let problem = try WireJSON.decode(ProblemReply.self, from: bytes)
            #expect(problem.status == 400 && problem.detail.contains(word), "\(query): \(problem)")
        }
        #expect(await daemon.stop() == 0)
    }

    @Test func `briefctl events goes on over a restart, and knows the articles`() async throws {
        let root = try TestRoot()
        try root.configure()
        let first = try RunningDaemon(root)
        #expect(await first.waitUntilReady(), "\(first.logText)")
        let output = root.url.appendingPathComponent("events")
        try Data().write(to: output)
        let follower = Process()
        follower.executableURL = URL(fileURLWithPath: Programs.path(of: "briefctl"))
        follower.arguments = ["--runtime", root.runtime.path, "events", "--json", "--after", "0"]
        follower.standardOutput = try FileHandle(forWritingTo: output)
        follower.standardError = FileHandle.nullDevice
        follower.standardInput = FileHandle.nullDevice
        try follower.run()
        defer { follower.terminate() }
        func filed() throws -> [EventItem] {
            try String(contentsOf: output, encoding: .utf8).split(separator: "\n").compactMap {
                try? WireJSON.decode(EventItem.self, from: Array($0.utf8))
            }.filter { $0.kind == "filed" }
        }
        try root.drop("t/one.html", Prose.page(1))
        #expect(try await waitUntil(limit: 60) { try filed().count == 1 })
        #expect(await first.stop() == 0)
        try root.drop("t/two.html", Prose.page(2))
        let second = try RunningDaemon(root)
        #expect(try await waitUntil(limit: 60) { try filed().count == 2 }, "\(second.logText)")
        second.kill()
        try root.drop("t/three.html", Prose.page(3))
        let third = try RunningDaemon(root)
        #expect(try await waitUntil(limit: 60) { try filed().count == 3 }, "\(third.logText)")
        let events = try filed()
        #expect(Set(events.map(\.id)).count == 3 && events.map(\.id) == events.map(\.id).sorted())
        for event in events {
            #expect(event.article == event.subject && event.tags == ["t"] && event.title != nil)
            let path = try #require(event.path)
            #expect(FileManager.default.fileExists(atPath: root.store.path + "/" + path))
        }
        #expect(await third.stop() == 0)
    }
}
