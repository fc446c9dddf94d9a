import Foundation
import Testing

/// Commands that open the store themselves.
@Suite struct StoreCommandTests {
    @Test func `say what to do while briefd runs, and change nothing`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        for command in ["rebuild", "reprocess"] {
            let done = try await run("briefctl", [command, "--config", root.configuration.path])
            #expect(done.status == 1)
            #expect(done.errors.contains("process \(daemon.identifier)"), "\(done.errors)")
            #expect(done.errors.contains("systemctl stop briefd"))
        }
        #expect(await daemon.stop() == 0)
        let verified = try await run("briefctl", ["verify", "--config", root.configuration.path])
        #expect(verified.status == 0, "\(verified.errors)")
    }

    @Test(.enabled(if: geteuid() == 0))
    func `leave nothing of root's in a store of somebody else`() async throws {
        let root = try TestRoot()
        try root.configure()
        let once = try await run("briefd", ["run", "--once", "--config", root.configuration.path])
        #expect(once.status == 0)
        let nobody = 65_534
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: root.url.path)
        try give(root.store.path, to: nobody)
        for command in ["verify", "rebuild", "reprocess"] {
            let done = try await run("briefctl", [command, "--config", root.configuration.path])
            #expect(done.status == 0, "\(done.errors)")
        }
        let owners = try everything(in: root.store.path).map {
            try FileManager.default.attributesOfItem(atPath: $0)[.ownerAccountID] as? Int
        }
        #expect(owners.count > 1 && owners.allSatisfy { $0 == nobody }, "\(owners)")
    }

    private func everything(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).map { folder + "/" + $0 }
            + [folder]
    }

    private func give(_ folder: String, to user: Int) throws {
        for path in try everything(in: folder) {
            try FileManager.default.setAttributes([.ownerAccountID: user], ofItemAtPath: path)
        }
    }
}
