import Foundation
import Testing

@Suite struct ControlTests {
    @Test func `says in its first line that all is well`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let status = try await daemon.ctl("status")
        #expect(status.status == 0)
        #expect(status.output.split(separator: "\n").first?.contains("well") == true)
        #expect(await daemon.stop() == 0)
        #expect(
            !FileManager.default.fileExists(
                atPath: root.runtime.appendingPathComponent("status.sock").path))
    }

    @Test func `says in its first line what fails and what to do`() async throws {
        let root = try TestRoot()
        try root.configure(
            """
            [http]
            allow_hosts = ["127.0.0.0/8"]
            [[feed]]
            url = "http://127.0.0.1:9/feed"
            """)
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        func line() async throws -> String {
            String(try await daemon.ctl("status").output.split(separator: "\n").first ?? "")
        }
        // Once may be chance: nobody is called for it, but it is said.
        #expect(
            try await waitUntil(limit: 120) {
                try await line().hasSuffix("1 failing and tried again.")
            })
        #expect(try await daemon.ctl("feeds").output.contains("failed once, tried again in"))
        // Neither is anybody for a file that cannot be used: it is kept, and said.
        try root.drop("tide.html", Data([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31]))
        #expect(
            try await waitUntil(limit: 120) {
                try await daemon.ctl("status").output.split(whereSeparator: \.isWhitespace)
                    .joined(separator: " ").contains("; 1 file set aside.")
            })
        let notice = try await daemon.ctl("status")
        #expect(notice.status == 0)
        #expect(notice.output.contains("do:    briefctl spool lists them"), "\(notice.output)")
        try root.configure("[nonsense]")
        #expect(try await daemon.ctl("reload").status == 1)
        let grave = try await daemon.ctl("status")
        #expect(grave.status == 1)
        #expect(grave.output.hasPrefix("Not well: The configuration was"), "\(grave.output)")
        let remedy = try #require(grave.output.range(of: "  do:    "))
        #expect(remedy.lowerBound < grave.output.range(of: "1 dropped file")!.lowerBound)
        #expect(grave.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(await daemon.stop() == 0)
    }

    @Test func `refuses a second daemon and says why`() async throws {
        let root = try TestRoot()
        try root.configure()
        let first = try RunningDaemon(root)
        #expect(await first.waitUntilReady(), "\(first.logText)")
        let second = try await run("briefd", ["run", "--config", root.configuration.path])
        #expect(second.status == 2)
        #expect(second.errors.contains("\(first.identifier)"), "\(second.errors)")
        #expect(try await first.ctl("status").status == 0)
        #expect(await first.stop() == 0)
    }

    @Test func `takes --json with every command`() async throws {
        let help = try await run("briefctl", ["--help"]).output
        let names = help.split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix("  "), line.dropFirst(2).first?.isLowercase == true else {
                return nil
            }
            return line.split(separator: " ").first.map(String.init)
        }
        let below = [
            "feed add", "feed poll", "feed import", "hooks list", "hooks retry", "rules test",
            "site show", "site forget",
        ]
        let asked = names.filter { name in !below.contains { $0.hasPrefix(name + " ") } } + below
        #expect(asked.count > 20, "\(help)")
        for name in asked {
            let words = ["help"] + name.split(separator: " ").map(String.init)
            #expect(try await run("briefctl", words).output.contains("--json"), "\(name)")
        }
    }

    @Test func `exits 3 where no daemon answers`() async throws {
        let root = try TestRoot()
        let answer = try await run("briefctl", ["--runtime", root.runtime.path, "status"])
        #expect(answer.status == 3)
        #expect(answer.errors.contains("briefd"))
    }

    @Test func `keeps the old configuration when the new one is bad`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        try root.configure("[polling]\nintervall = \"1h\"")
        let reload = try await daemon.ctl("reload")
        #expect(reload.status != 0)
        #expect((reload.output + reload.errors).contains("interval"))
        #expect(daemon.isRunning)
        try root.configure("[polling]\ninterval = \"2h\"")
        #expect(try await daemon.ctl("reload").status == 0)
        #expect(await daemon.stop() == 0)
    }

    @Test func `says in the status that the spool is out of reach, and works on when it is back`()
        async throws
    {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let corrupt = root.corrupt
        try FileManager.default.removeItem(at: corrupt)
        try Data().write(to: corrupt)
        let status = try await daemon.ctl("status", "--json")
        #expect(status.status == 1)
        #expect(status.output.contains("spool-unreadable"), "\(status.errors)")
        try FileManager.default.removeItem(at: corrupt)
        #expect(try await daemon.ctl("status").status == 0)
        #expect(await daemon.stop() == 0)
    }

    @Test func `reloads at a signal that comes while it starts`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        // It catches SIGHUP (bit 0) before anything is opened.
        #expect(await waitUntil(limit: 120) { daemon.caughtSignals & 1 != 0 })
        daemon.signal(SIGHUP)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        #expect(await waitUntil(limit: 120) { daemon.logText.contains("configuration reloaded") })
        #expect(await daemon.stop() == 0)
    }

    @Test func `ends well at a signal that comes while it starts`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        // Held as soon as it catches SIGHUP (bit 0), which is before anything is opened.
        #expect(await waitUntil(limit: 120) { daemon.caughtSignals & 1 != 0 })
        for number in [SIGSTOP, SIGTERM, SIGCONT] { daemon.signal(number) }
        #expect(await waitUntil(limit: 120) { !daemon.isRunning })
        #expect(await daemon.stop() == 0, "\(daemon.logText)")
    }

    @Test func `names file, line and what to do about a bad configuration`() async throws {
        let root = try TestRoot()
        try root.configure("[pollin]\ninterval = \"1h\"")
        let check = try await run("briefd", ["check-config", "--config", root.configuration.path])
        #expect(check.status == 2)
        #expect((check.output + check.errors).contains("briefd.toml:"))
        #expect((check.output + check.errors).contains("polling"))
    }
}
