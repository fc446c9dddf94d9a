import Foundation
import Testing

/// `briefctl verify` beside a running daemon, and what the status tells of it.
@Suite struct VerifyTests {
    private struct Report: Decodable {
        struct Finding: Decodable {
            var kind: String
            var path: String
        }
        var ok: Bool
        var part: String?
        var articles: Int
        var findings: [Finding]
    }

    private func verify(_ root: TestRoot, _ more: String...) async throws -> (Int32, Report) {
        let done = try await run(
            "briefctl", ["verify", "--json", "--config", root.configuration.path] + more)
        let report = try JSONDecoder().decode(Report.self, from: Data(done.output.utf8))
        return (done.status, report)
    }

    private func status(_ daemon: RunningDaemon) async throws -> [String: Any] {
        let text = try await daemon.ctl("status", "--json").output
        return try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func problems(_ daemon: RunningDaemon) async throws -> [String: String] {
        let found = try await status(daemon)["problems"] as? [[String: Any]] ?? []
        return Dictionary(
            uniqueKeysWithValues: found.compactMap { problem in
                (problem["code"] as? String).map { ($0, problem["next"] as? String ?? "") }
            })
    }

    @Test func `finds nothing in a store that is filed in, revised and cleared all the time`()
        async throws
    {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        var number = 0
        for round in 0..<6 {
            // Some of them are new, some are copies; all are being filed while the command looks.
            for _ in 0..<60 {
                number += 1
                try root.drop("\(number).html", Prose.page(number % 150))
            }
            if round > 2, let first = try await listed(daemon).first {
                // An answer may come too late on a busy machine; what was asked is done all the same.
                let isForgotten = try await waitUntil(limit: 60) {
                    _ = try await daemon.ctl("forget", first)
                    return try await !listed(daemon).contains(first)
                }
                #expect(isForgotten)
                let isCleared = try await waitUntil(limit: 60) {
                    try await daemon.ctl("gc").status == 0
                }
                #expect(isCleared)
            }
            let (status, report) = try await verify(root)
            #expect(report.findings.isEmpty && status == 0, "\(report)")
        }
        let isFiled = await waitUntil(limit: 60) { root.files(below: root.incoming).isEmpty }
        #expect(isFiled)
        let (_, last) = try await verify(root)
        #expect(last.findings.isEmpty && last.articles > 100, "\(last)")
        #expect(await daemon.stop() == 0)
    }

    private func listed(_ daemon: RunningDaemon) async throws -> [String] {
        let text = try await daemon.ctl("articles", "--json").output
        let page = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return (page?["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }

    @Test func `what it finds stands in the status, until its remedy was followed`() async throws {
        let root = try TestRoot()
        try root.configure()
        for number in 1...3 { try root.drop("\(number).html", Prose.page(number)) }
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        #expect(await waitUntil(limit: 60) { root.articles().count == 3 })
        #expect(try await status(daemon)["verified"] is NSNull)
        let path = root.store.appendingPathComponent("articles/" + root.articles()[1])
        try Data([0, 1, 2]).write(to: path)
        let (code, report) = try await verify(root)
        #expect(code == 1 && report.findings.map(\.kind) == ["corrupt"])
        let advice = try #require(try await problems(daemon)["store-damaged"])
        #expect(advice.contains("systemctl stop briefd") && advice.contains("briefctl rebuild"))
        let verified = try await status(daemon)["verified"] as? [String: Any]
        #expect(verified?["faults"] as? Int == 1 && verified?["articles"] as? Int == 3)
        #expect(try await daemon.ctl("status").output.contains("verified"))
        #expect(await daemon.stop() == 0)
        let rebuilt = try await run("briefctl", ["rebuild", "--config", root.configuration.path])
        #expect(rebuilt.status == 0, "\(rebuilt.errors)")
        let again = try RunningDaemon(root)
        #expect(await again.waitUntilReady(), "\(again.logText)")
        let (after, sound) = try await verify(root)
        #expect(after == 0 && sound.findings.isEmpty, "\(sound)")
        #expect(try await problems(again)["store-damaged"] == nil)
        #expect(await again.stop() == 0)
    }

    @Test func `goes through the parts night by night, and holds no daemon up`() async throws {
        let root = try TestRoot()
        try root.configure()
        for number in 1...6 { try root.drop("\(number).html", Prose.page(number)) }
        let once = ["run", "--once", "--config", root.configuration.path]
        #expect(try await run("briefd", once).status == 0)
        var (parts, articles): ([String?], Int) = ([], 0)
        for _ in 1...3 {
            let (status, report) = try await verify(root, "--part", "next/3")
            #expect(status == 0)
            parts.append(report.part)
            articles += report.articles
        }
        #expect(parts == ["1/3", "2/3", "3/3"] && articles == 6)
        let wrong = try await run(
            "briefctl", ["verify", "--part", "4/3", "--config", root.configuration.path])
        #expect(wrong.status == 2 && wrong.errors.contains("next/COUNT"), "\(wrong.errors)")
    }
}
