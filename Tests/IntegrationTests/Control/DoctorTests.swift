import Foundation
import Testing

/// `briefctl doctor`: what briefd stands on.
@Suite struct DoctorTests {
    private struct Report: Decodable {
        struct Finding: Decodable {
            var check: String
            var level: String
            var what: String
            var next: String?
        }

        var ok: Bool
        var findings: [Finding]
    }

    /// What of a machine for tests is its own business.
    private static let others = ["unit", "certificates", "sandbox", "inotify", "disk"]

    private func examine(_ root: TestRoot) async throws -> (status: Int32, report: Report) {
        let end = try await run(
            "briefctl",
            [
                "doctor", "--json", "--config", root.configuration.path, "--runtime",
                root.runtime.path,
            ])
        return (end.status, try JSONDecoder().decode(Report.self, from: Data(end.output.utf8)))
    }

    private func faults(_ report: Report) -> [String] {
        report.findings.filter { $0.level == "fault" && !Self.others.contains($0.check) }.map(
            \.check)
    }

    @Test func `finds nothing wrong where all is well, and says what it looked at`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        defer { daemon.kill() }
        #expect(await daemon.waitUntilReady())
        let (_, report) = try await examine(root)
        #expect(faults(report).isEmpty, "\(report)")
        let checks = Set(report.findings.map(\.check))
        for check in [
            "configuration", "daemon", "control", "unit", "state", "drop folder", "store", "clock",
        ] {
            #expect(checks.contains(check), "\(check)")
        }
        #expect(report.findings.allSatisfy { ($0.level == "ok") == ($0.next == nil) })
        let words = try await run(
            "briefctl",
            ["doctor", "--config", root.configuration.path, "--runtime", root.runtime.path])
        #expect(words.output.contains("ok    daemon: answers at"), "\(words.output)")
        #expect(
            words.output.split(separator: "\n").allSatisfy { $0.count <= 80 || !$0.contains(" ") })
        #expect(await daemon.stop() == 0)
    }

    @Test func `asks where the environment says, as all commands do`() async throws {
        let root = try TestRoot()
        try root.configure()
        func asked(_ variable: String, _ more: String...) async throws -> String {
            let end = try await run(
                "/usr/bin/env",
                [
                    "BRIEFD_RUNTIME=" + variable, Programs.path(of: "briefctl"), "doctor", "--json",
                    "--config", root.configuration.path,
                ] + more)
            let report = try JSONDecoder().decode(Report.self, from: Data(end.output.utf8))
            return report.findings.first { $0.check == "daemon" }?.what ?? ""
        }
        #expect(try await asked("/nowhere/named").contains("/nowhere/named/"))
        #expect(try await asked("/nowhere/named", "--runtime", "/given").contains("/given/"))
        #expect(try await asked("").contains(root.runtime.path))
    }

    @Test func `says what is wrong while briefd does not run, and what to do`() async throws {
        let root = try TestRoot()
        try root.configure(
            """
            [[watch]]
            path = "/nowhere/at-all"
            [[feed]]
            url = "https://no-such-host.invalid/feed"
            """)
        let (status, report) = try await examine(root)
        #expect(status == 1 && !report.ok)
        #expect(Set(faults(report)).isSuperset(of: ["daemon", "store", "watch", "names"]))
        for finding in report.findings where finding.level != "ok" {
            #expect(finding.next?.isEmpty == false, "\(finding)")
        }
        let daemon = report.findings.first { $0.check == "daemon" }
        #expect(daemon?.next?.contains("systemctl start briefd") == true)
    }

    @Test func `tells a bad configuration, and looks at the rest all the same`() async throws {
        let root = try TestRoot()
        try root.configure("[pollin]\ninterval = \"1h\"")
        let (status, report) = try await examine(root)
        #expect(status == 1 && faults(report).contains("configuration"))
        #expect(report.findings.contains { $0.what.contains("did you mean") })
        #expect(report.findings.contains { $0.check == "clock" })
    }

    @Test func `passes on what the daemon itself complains of`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        defer { daemon.kill() }
        #expect(await daemon.waitUntilReady())
        try root.drop("broken.html.gz", Data("not gzip at all".utf8))
        #expect(await waitUntil(limit: 60) { !root.files(below: root.corrupt).isEmpty })
        let (_, report) = try await examine(root)
        let told = report.findings.first { $0.check == "spool-corrupt" }
        #expect(told?.level == "note" && told?.next?.isEmpty == false, "\(report)")
        #expect(await daemon.stop() == 0)
    }
}
