import Foundation
import Testing

@Suite struct ListTests {
    /// Each on a port of its own, so that all are asked at once, and refused.
    private func feeds(_ count: Int) -> String {
        (0..<count).map {
            "[[feed]]\nurl = \"http://127.0.0.1:\(20_000 + $0)/f\"\nname = \"Feed no \($0)\"\n"
        }.joined()
    }

    @Test func `a list says what it left out, and shows it when asked`() async throws {
        let root = try TestRoot()
        try root.configure(feeds(130))
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        // All have failed: none changes its place any more.
        let haveFailed = try await waitUntil(limit: 120) {
            try await daemon.ctl("status", "--json").output.contains("\"failing\" : 130")
        }
        #expect(haveFailed)
        let some = try await daemon.ctl("feeds", "--limit", "7").output
        #expect(some.contains("7 of 130 feeds: --all"), "\(some)")
        let all = try await daemon.ctl("feeds", "--all", "--json").output
        #expect(all.components(separatedBy: "\"url\"").count == 131)
        #expect(
            all.contains("\"total\" : 130") && all.contains("\"next\" : null"), "\(all.suffix(99))")
        let plain = try await daemon.ctl("feeds", "--all").output
        #expect(!plain.contains("--cursor"))
        // Going on where it said.
        let cursor = try #require(
            some.components(separatedBy: "--cursor ").last?.components(separatedBy: " ").first)
        let rest = try await daemon.ctl("feeds", "--cursor", cursor, "--limit", "1000", "--json")
        #expect(rest.output.components(separatedBy: "\"url\"").count == 124, "\(cursor)")
        #expect(await daemon.stop() == 0)
    }

    @Test func `feeds answer to id, short id, address and name, whatever stands in it`()
        async throws
    {
        let root = try TestRoot()
        try root.configure(
            feeds(2)
                + "[[feed]]\nurl = \"http://127.0.0.1:9/x?a=b&c=%20d#e\"\nname = \"Häfen / 50 %\"\n"
        )
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let list = try await daemon.ctl("feeds").output
        let id = try #require(
            list.split(separator: "\n").first { $0.contains("Häfen") }?.split(separator: " ").first)
        for name in [
            String(id), String(id.prefix(6)), "Häfen / 50 %", "häfen / 50 %",
            "http://127.0.0.1:9/x?a=b&c=%20d#e",
        ] {
            let pause = try await daemon.ctl("feed", "pause", name)
            #expect(pause.status == 0, "\(name): \(pause.errors)")
            let resume = try await daemon.ctl("feed", "resume", name)
            #expect(resume.output.contains("/x?a=b"), "\(name): \(resume.output)")
        }
        let poll = try await daemon.ctl("feed", "pause", "Feed no 1")
        #expect(poll.status == 0)
        let asked = try await daemon.ctl("feed", "poll", "Feed no 1")
        #expect(asked.status == 1 && asked.errors.contains("resume"), "\(asked.errors)")
        #expect(await daemon.stop() == 0)
    }

    @Test func `errors are there after a restart, one line a cause`() async throws {
        let root = try TestRoot()
        try root.configure()
        for name in ["a", "b", "c"] { try root.drop("\(name).html", Data("%PDF-1".utf8)) }
        let first = try RunningDaemon(root)
        #expect(
            await waitUntil(limit: 60) { root.files(below: root.corrupt).count == 6 },
            "\(first.logText)")
        #expect(await first.stop() == 0)
        let second = try RunningDaemon(root)
        #expect(await second.waitUntilReady(), "\(second.logText)")
        let said = try await second.ctl("errors")
        #expect(said.status == 0)
        #expect(said.output.split(separator: "\n").count == 1, "\(said.output)")
        #expect(said.output.contains("and 2 more"), "\(said.output)")
        let json = try await second.ctl("errors", "--json", "--limit", "2").output
        #expect(json.contains("\"total\" : 3") && json.contains("\"count\" : 1"), "\(json)")
        #expect(json.components(separatedBy: "\"subject\"").count == 3)
        #expect(await second.stop() == 0)
    }
}
