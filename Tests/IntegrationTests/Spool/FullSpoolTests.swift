import Foundation
import Testing

/// A spool on a file system of its own, filled to the brim. Needs a namespace in which mounting is allowed.
@Suite(.enabled(if: OwnDisk.isAllowed)) struct FullSpoolTests {
    @Test(arguments: ["", "a/b/"])
    func `empties a spool that has no room for another file`(folder: String) async throws {
        let root = try TestRoot()
        try root.configure()
        let pages = root.url.appendingPathComponent("pages")
        try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
        for seed in 0..<60 {
            try Prose.page(8000 + seed).write(
                to: pages.appendingPathComponent("\(seed).html"), atomically: false, encoding: .utf8
            )
        }
        let script = root.url.appendingPathComponent("script")
        try """
        set -u
        cd '\(root.url.path)' && mount -t tmpfs -o nr_inodes=60 x state/spool || exit 90
        briefd() { '\(Programs.path(of: "briefd"))' run --once --config briefd.toml; }
        briefd || exit 91
        mkdir -p state/spool/incoming/\(folder)
        n=0
        while cp pages/$n.html state/spool/incoming/\(folder)$n.html 2>/dev/null; do n=$((n + 1)); done
        [ $n -gt 20 ] || exit 92
        echo $n
        '\(Programs.path(of: "briefd"))' run --config briefd.toml & daemon=$!
        # Half a minute: less than the interval at which it looks in any case.
        for i in $(seq 300); do [ -z "$(find state/spool/incoming state/spool/active -type f)" ] && break; sleep 0.1; done
        kill $daemon && wait $daemon
        """.write(to: script, atomically: false, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["unshare", "-Urm", "sh", script.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) == root.articles().count)
    }
}
