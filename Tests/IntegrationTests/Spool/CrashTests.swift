import Foundation
import Testing

@Suite(.serialized) struct CrashTests {
    @Test func `files each of many files exactly once although it is killed again and again`()
        async throws
    {
        let root = try TestRoot()
        try root.configure()
        let count = 120
        for seed in 0..<count {
            try root.drop("drop-\(seed).txt", Prose.text(1000 + seed))
        }
        for round in 1...6 {
            let daemon = try RunningDaemon(root)
            try await Task.sleep(for: .milliseconds(150 + 110 * round))
            daemon.kill()
        }
        let daemon = try RunningDaemon(root)
        let filed = await waitUntil(limit: 120) {
            root.articles().count >= count && root.files(below: root.incoming).isEmpty
        }
        #expect(filed, "\(root.articles().count) articles; \(daemon.logText.suffix(2000))")
        #expect(await daemon.stop() == 0)
        #expect(root.articles().count == count)
        let texts = root.articleTexts()
        for seed in 0..<count {
            let first = Prose.paragraphs(1000 + seed)[0]
            #expect(texts.filter { $0.contains(first) }.count == 1, "article \(seed)")
        }
        #expect(root.files(below: root.corrupt).isEmpty)
    }

    @Test func `hands back what is in hand when it is told to stop`() async throws {
        let root = try TestRoot()
        try root.configure()
        for seed in 0..<60 { try root.drop("stop-\(seed).txt", Prose.text(2000 + seed)) }
        let daemon = try RunningDaemon(root)
        let isAtWork = await waitUntil(limit: 120) {
            !root.articles().isEmpty
        }
        #expect(isAtWork, "\(daemon.logText)")
        // Its own limit is 9 s.
        #expect(await daemon.stop(limit: 30) == 0, "\(daemon.logText.suffix(2000))")
        let active = root.incoming.deletingLastPathComponent().appendingPathComponent("active")
        #expect(root.files(below: active).isEmpty)
        let left = root.files(below: root.incoming).count
        #expect(left + root.articles().count == 60)
    }
}
