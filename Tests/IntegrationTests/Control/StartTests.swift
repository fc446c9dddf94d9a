import Foundation
import Testing

/// What systemd is told: when the daemon does not start (RestartPreventExitStatus=2), and over NOTIFY_SOCKET.
@Suite struct StartTests {
    @Test func `a bad configuration is for an operator`() async throws {
        let root = try TestRoot()
        try root.configure("[pollin]\ninterval = \"1h\"")
        let start = try await run("briefd", ["run", "--config", root.configuration.path])
        #expect(start.status == 2)
        #expect(start.errors.contains("briefd.toml:"), "\(start.errors)")
    }

    @Test func `tells the service manager of a reload and how it is afterwards`() async throws {
        let root = try TestRoot()
        try root.configure()
        let systemd = try NotifySocket(in: root.url)
        let daemon = try RunningDaemon(root, environment: ["NOTIFY_SOCKET": systemd.path])
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        try root.configure("[pollin]\ninterval = \"1h\"")
        daemon.signal(SIGHUP)
        var heard: [String] = []
        let isTold = await waitUntil(limit: 60) {
            heard += systemd.messages()
            return heard.last?.contains("configuration was not reloaded") == true
        }
        #expect(isTold, "\(heard)")
        #expect(heard.first?.hasPrefix("READY=1\nSTATUS=All is well") == true, "\(heard)")
        #expect(heard.contains { $0.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") }, "\(heard)")
        #expect(heard.last?.hasPrefix("READY=1\n") == true, "\(heard)")
        #expect(await daemon.stop() == 0)
    }

    @Test func `what may pass by itself is tried again`() async throws {
        let root = try TestRoot()
        try root.configure()
        try Data().write(to: root.store)
        let start = try await run("briefd", ["run", "--config", root.configuration.path])
        #expect(start.status == 1)
        #expect(start.errors.contains("store"), "\(start.errors)")
    }

    @Test func `a stop in order closes the store, and the next start opens it`() async throws {
        let root = try TestRoot()
        try root.configure()
        let note = root.store.appendingPathComponent(".closed").path
        for _ in 1...2 {
            let daemon = try RunningDaemon(root)
            #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
            #expect(!FileManager.default.fileExists(atPath: note))
            #expect(await daemon.stop() == 0)
            #expect(FileManager.default.fileExists(atPath: note), "\(daemon.logText)")
        }
    }

    /// The note of the store's close is not left where the stop came to its limit of time.
    @Test func `a stop does not wait for all that lies in the spool`() async throws {
        let root = try TestRoot()
        try root.configure()
        for number in 1...4000 {
            try root.drop(
                "\(number).txt",
                "Number \(number)\n\n\(Prose.paragraphs(number, count: 1).joined())\n")
        }
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        #expect(await waitUntil(limit: 60) { !root.articles().isEmpty }, "\(daemon.logText)")
        #expect(await daemon.stop() == 0)
        let note = root.store.appendingPathComponent(".closed").path
        #expect(FileManager.default.fileExists(atPath: note), "\(daemon.logText)")
        #expect(root.articles().count < 4000)
    }
}
