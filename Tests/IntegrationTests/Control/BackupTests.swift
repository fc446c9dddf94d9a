import Foundation
import Testing

/// `briefctl backup` beside a running daemon, and onto a disk that is full.
@Suite struct BackupTests {
    private struct Report: Decodable {
        var files: Int
        var linked: Int
        var removed: Int
    }

    private struct Verified: Decodable {
        var ok: Bool
        var articles: Int
    }

    private func ctl<Reply: Decodable>(
        _ type: Reply.Type, _ root: TestRoot, _ arguments: String...
    ) async throws -> Reply {
        let done = try await run(
            "briefctl", arguments + ["--json", "--config", root.configuration.path])
        #expect(done.status == 0, "\(arguments): \(done.errors)")
        return try JSONDecoder().decode(Reply.self, from: Data(done.output.utf8))
    }

    @Test func `each backup is whole although files are filed meanwhile`() async throws {
        let root = try TestRoot()
        try root.configure()
        let shelf = root.url.appendingPathComponent("backups")
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        var copied: [Report] = []
        for round in 0..<3 {
            for number in 0..<40 {
                let seed = round * 40 + number
                try root.drop("\(seed).html", Prose.page(9700 + seed))
            }
            copied.append(try await ctl(Report.self, root, "backup", "--to", shelf.path))
        }
        #expect(await waitUntil(limit: 60) { root.articles().count == 120 })
        #expect(await daemon.stop() == 0)
        let last = try await ctl(Report.self, root, "backup", "--to", shelf.path, "--keep", "2")
        #expect(last.removed == 2 && last.linked >= copied[2].files)
        let again = try await ctl(Report.self, root, "backup", "--to", shelf.path)
        // Sightings alone, which are appended to, are never shared.
        #expect(again.files < 3 && again.linked >= 240, "\(again)")
        var counts: [Int] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: shelf.path).sorted()
        where !name.hasPrefix(".") {
            let other = try TestRoot()
            try other.configure()
            _ = try await ctl(
                Report.self, other, "restore", shelf.appendingPathComponent(name).path)
            let verified = try await ctl(Verified.self, other, "verify")
            #expect(verified.ok, "\(name): \(verified)")
            counts.append(verified.articles)
        }
        // The first of them was made while the last of the files were on their way.
        #expect(counts.count == 3 && counts.suffix(2) == [120, 120], "\(counts)")
    }

    @Test(.enabled(if: OwnDisk.isAllowed))
    func `a full disk leaves no backup, and says what to do`() async throws {
        let root = try TestRoot()
        try root.configure()
        for seed in 0..<40 { try root.drop("\(seed).html", Prose.page(9900 + seed)) }
        let once = ["run", "--once", "--config", root.configuration.path]
        #expect(try await run("briefd", once).status == 0)
        let program = Programs.path(of: "briefctl")
        let done = try await run(
            "/usr/bin/env",
            [
                "unshare", "-Urm", "sh", "-c",
                """
                cd '\(root.url.path)' && mkdir disk && mount -t tmpfs -o size=400k x disk || exit 90
                '\(program)' backup --to disk/b --config briefd.toml; echo "rc $?"
                ls -A disk/b; df --output=used disk | tail -1
                '\(program)' restore disk/b --config briefd.toml; echo "rc $?"
                """,
            ])
        #expect(done.output.components(separatedBy: "rc 1").count == 3, "\(done)")
        #expect(done.errors.contains("no backup was made: "), "\(done.errors)")
        #expect(done.errors.contains("remove an older backup"), "\(done.errors)")
        #expect(done.errors.contains("holds no whole backup"), "\(done.errors)")
        #expect(!done.output.contains("unfinished"), "\(done.output)")
    }
}
