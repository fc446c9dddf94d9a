import Foundation
import Glibc
import Testing

/// As another user than root, whom permissions bind.
@Suite(.enabled(if: getuid() == 0)) struct PermissionTests {
    private static let nobody = 65534

    /// What to do stands in the status: it is done, and has to work.
    @Test(arguments: ["file", "folder"])
    func `advice about permissions works when it is followed`(what: String) async throws {
        let root = try TestRoot()
        try root.configure()
        try root.drop("a/brief.html", Prose.page(9101))
        try root.drop("a/other.html", Prose.page(9102))
        let folder = root.incoming.appendingPathComponent("a").path
        #expect(try await shell("chown -R \(Self.nobody):\(Self.nobody) '\(root.url.path)'") == 0)
        let names = what == "file" ? ["brief.html", "other.html"] : []
        for name in names { _ = chmodded(folder + "/" + name, 0) }
        for name in names { _ = owned(folder + "/" + name, 0) }
        if what == "folder" {
            _ = owned(folder, 0)
            _ = chmodded(folder, 0o755)
        }
        let daemon = Process()
        daemon.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
        daemon.arguments = [
            "--reuid=\(Self.nobody)", "--regid=\(Self.nobody)", "--clear-groups",
            Programs.path(of: "briefd"), "run", "--config", root.configuration.path,
        ]
        daemon.standardError = FileHandle.nullDevice
        try daemon.run()
        defer { daemon.terminate() }
        func status() async throws -> [[String: Any]] {
            let text = try await run(
                "briefctl", ["status", "--json", "--runtime", root.runtime.path]
            ).output
            let json = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            return (json?["problems"] as? [[String: Any]]) ?? []
        }
        let code = what == "file" ? "spool-stuck" : "spool-folder-closed"
        #expect(
            try await waitUntil(limit: 60) {
                try await status().contains {
                    $0["code"] as? String == code
                        && ($0["what"] as? String)?.hasPrefix("2 files") == true
                }
            })
        let next = try #require(
            try await status().first { $0["code"] as? String == code }?["next"] as? String)
        #expect(!next.contains("disk"))
        // "…: chgrp briefd 'PATH'; chmod g+r 'PATH'. …": with the group that it runs as.
        let commands = next.split(separator: ": ", maxSplits: 1)[1].split(separator: ". ")[0]
            .replacingOccurrences(of: "chgrp briefd", with: "chgrp \(Self.nobody)")
        #expect(commands.contains("chgrp \(Self.nobody) '"), "\(next)")
        let paths = what == "file" ? ["brief.html", "other.html"] : [""]
        for path in paths {
            let first = commands.contains("/brief.html") ? "brief.html" : "other.html"
            let command = path.isEmpty ? commands : commands.replacing(first, with: path)
            #expect(try await shell(String(command)) == 0, "\(command)")
        }
        #expect(await waitUntil(limit: 20) { root.articles().count == 2 })
        #expect(
            try await waitUntil(limit: 20) {
                try await !status().contains { $0["code"] as? String == code }
            })
    }

    private func shell(_ command: String) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        try process.run()
        _ = await waitUntil(limit: 20) { !process.isRunning }
        return process.terminationStatus
    }

    private func chmodded(_ path: String, _ mode: mode_t) -> Int32 { unsafe chmod(path, mode) }
    private func owned(_ path: String, _ owner: uid_t) -> Int32 { unsafe chown(path, owner, owner) }
}
