import Foundation
import Testing

private let python3 = "/usr/bin/python3"

/// The log of evidence, by the built programs and by the manual's own program in Python.
@Suite struct EvidenceTests {
    /// The program in docs/proof.md.
    private static func checker() throws -> String {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let manual = try String(
            contentsOf: folder.appending(path: "docs/proof.md"), encoding: .utf8)
        let start = try #require(manual.range(of: "```python\n")).upperBound
        let end = try #require(manual.range(of: "\n```", range: start..<manual.endIndex)).lowerBound
        return String(manual[start..<end]) + "\n"
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python3)))
    func `an article is proved to a stranger, and nothing else is`() async throws {
        let root = try TestRoot()
        try root.configure("[store]\nproof = true\n")
        for seed in 0..<5 { try root.drop("page-\(seed).html", Prose.page(seed)) }
        let once = try await run("briefd", ["run", "--once", "--config", root.configuration.path])
        #expect(once.status == 0, "\(once.errors)")
        let sound = try await run(
            "briefctl", ["verify", "--proof", "--config", root.configuration.path])
        #expect(sound.status == 0, "\(sound.output)\(sound.errors)")
        let articles = root.store.appending(path: "articles")
        let name = try #require(
            FileManager.default.subpathsOfDirectory(atPath: articles.path).first {
                $0.hasSuffix(".md")
            })
        let file = articles.appending(path: name)
        let id = try #require(
            try String(contentsOf: file, encoding: .utf8).firstMatch(of: /id: "([0-9a-f]+)"/)
        ).1
        let proof = try await run(
            "briefctl", ["prove", String(id), "--config", root.configuration.path])
        #expect(proof.status == 0, "\(proof.errors)")
        let checker = root.url.appending(path: "check.py")
        let source = try Self.checker()
        #expect(source.split(separator: "\n", omittingEmptySubsequences: false).count <= 61)
        try source.write(to: checker, atomically: true, encoding: .utf8)
        let paper = root.url.appending(path: "proof.json")
        try proof.output.write(to: paper, atomically: true, encoding: .utf8)
        let proved = try await run(python3, [checker.path, paper.path, file.path])
        #expect(proved.status == 0 && proved.output.hasPrefix("PROVED: filed \(id)"), "\(proved)")
        for (old, new) in [
            ("\"index\" : ", "\"index\" : 1"), ("filed", "filet"), ("\\n6\\n", "\\n7\\n"),
        ] {
            #expect(proof.output.contains(old), "\(old) in \(proof.output)")
            try proof.output.replacing(old, with: new).write(
                to: paper, atomically: true, encoding: .utf8)
            let refused = try await run(python3, [checker.path, paper.path])
            #expect(refused.status == 1 && refused.errors.contains("NOT PROVED"), "\(refused)")
        }
        try proof.output.write(to: paper, atomically: true, encoding: .utf8)
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: file)
        let altered = try await run(python3, [checker.path, paper.path, file.path])
        #expect(altered.status == 1 && altered.errors.contains("is not the file of the entry"))
        let found = try await run(
            "briefctl", ["verify", "--proof", "--json", "--config", root.configuration.path])
        #expect(found.status == 1 && found.output.contains(name), "\(found.output)")
    }

    @Test func `over kills each filing has one entry`() async throws {
        let root = try TestRoot()
        try root.configure("[store]\nproof = true\n")
        let count = 48
        for round in 0..<6 {
            let daemon = try RunningDaemon(root)
            for seed in 0..<(count / 6) {
                try root.drop("kill-\(round)-\(seed).txt", Prose.text(9_000 + round * 100 + seed))
            }
            let least = root.articles().count + 1 + round % 4
            _ = await waitUntil(limit: 60) { root.articles().count >= least }
            daemon.kill()
        }
        let once = try await run("briefd", ["run", "--once", "--config", root.configuration.path])
        #expect(once.status == 0, "\(once.errors)")
        #expect(root.articles().count == count)
        let verified = try await run(
            "briefctl", ["verify", "--proof", "--config", root.configuration.path])
        #expect(verified.status == 0, "\(verified.output)")
        let log = try String(
            contentsOf: root.store.appending(path: "proof/log"), encoding: .utf8)
        let filed = log.matches(of: /"id":"([0-9a-f]+)","kind":"filed"/).map { $0.1 }
        #expect(filed.count == count && Set(filed).count == count)
    }
}
