import Foundation
import Testing

/// Commands that take back: forget, current, gc; and the groups of duplicates.
@Suite struct ForgetCommandTests {
    private func id(_ root: TestRoot, _ daemon: RunningDaemon, _ seed: Int) async throws -> String {
        let list = try await daemon.ctl("articles", "--json")
        let page = try #require(
            JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [String: Any])
        let items = try #require(page["items"] as? [[String: Any]])
        let item = items.first { ($0["title"] as? String) == Prose.title(seed) }
        return try #require(item?["id"] as? String)
    }

    @Test func `forget, bring back, collect, and show groups`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        try root.drop("a.txt", Prose.text(71))
        #expect(await waitUntil(limit: 120) { root.articles().count == 1 })
        let first = try await id(root, daemon, 71)
        try root.drop(
            "b.txt",
            Prose.title(72) + "\n\n"
                + (Prose.paragraphs(71) + Prose.paragraphs(72)).joined(separator: "\n\n"))
        #expect(await waitUntil(limit: 120) { root.articles().count == 2 })
        let second = try await id(root, daemon, 72)

        let groups = try await daemon.ctl("duplicates").output
        #expect(groups.contains("contains \(first) (100 %)"), "\(groups)")
        #expect(groups.contains("excerpt-of \(second) (100 %)"), "\(groups)")
        #expect(try await daemon.ctl("show", second).output.contains("contains \(first)"))

        let forgotten = try await daemon.ctl("forget", first)
        #expect(forgotten.status == 0 && forgotten.output.contains("--undo \(first)"))
        #expect(root.articles().count == 1)
        #expect(try await daemon.ctl("forget", "--undo", first).status == 0)
        #expect(root.articles().count == 2)
        #expect(try await daemon.ctl("forget", "--for-good", first).status == 0)
        let plan = try await daemon.ctl("gc", "--dry-run", "--json").output
        #expect(
            plan.contains("\"dry_run\": true") || plan.contains("\"dry_run\" : true"), "\(plan)")
        #expect(try await daemon.ctl("gc").status == 0)
        #expect(try await daemon.ctl("forget", "--undo", first).status == 1)
        try root.drop("again.txt", Prose.text(71) + "\n")
        #expect(
            try await waitUntil(limit: 120) {
                try FileManager.default.contentsOfDirectory(atPath: root.incoming.path)
                    .filter { !$0.hasPrefix(".") }.isEmpty
            })
        #expect(root.articles().count == 1)
        #expect(try await daemon.ctl("current", "0000000000000000").status == 1)
        #expect(try await daemon.ctl("forget", "--undo", "--for-good", first).status == 2)
        #expect(await daemon.stop() == 0)
        let verified = try await run("briefctl", ["verify", "--config", root.configuration.path])
        #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
    }
}
