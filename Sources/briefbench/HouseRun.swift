import Foundation
import LinuxIO
import Storage

/// A daemon that runs beside this program on folders of its own, which go with it.
final class HouseRun {
    let root: URL
    private let daemon = Process()

    var spool: URL { root.appendingPathComponent("state/spool") }
    var store: URL { root.appendingPathComponent("state/store") }
    var runtime: URL { root.appendingPathComponent("run") }
    /// Of the daemon.
    var processIdentifier: Int32 { daemon.processIdentifier }

    /// The folders and the configuration; the daemon is started by `start`.
    ///
    /// - Parameter settings: what stands in the configuration besides the paths.
    init(_ settings: String) throws {
        root = ScratchFolder.path()
        for folder in [spool.appendingPathComponent("incoming"), runtime] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        let paths = "[paths]\nstate = \"state\"\nruntime = \"run\"\n"
        try (paths + settings).write(to: configuration, atomically: true, encoding: .utf8)
    }

    deinit {
        stop()
        try? FileManager.default.removeItem(at: root)
    }

    /// Ends the daemon and leaves the folders.
    func stop() {
        guard daemon.isRunning else { return }
        daemon.terminate()
        daemon.waitUntilExit()
    }

    private var configuration: URL { root.appendingPathComponent("briefd.toml") }

    /// Another program of ours, beside this one.
    static func program(_ name: String) throws -> URL {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(name)
    }

    func start() throws {
        daemon.executableURL = try Self.program("briefd")
        daemon.arguments = ["run", "--config", configuration.path]
        daemon.standardError = FileHandle.nullDevice
        try daemon.run()
    }

    /// The moment at which the daemon answers at its socket.
    func waitForReadiness() throws -> ContinuousClock.Instant {
        let socket = runtime.appendingPathComponent("status.sock").path
        return try wait(every: 0.005) { FileManager.default.fileExists(atPath: socket) }
    }

    /// The moment at which so many articles are filed.
    func wait(for count: Int) throws -> ContinuousClock.Instant {
        var reader: StoreReader?
        return try wait(every: 0.01) {
            // The store may not be there yet.
            if reader == nil { reader = try? StoreReader(at: self.store.path) }
            return (try? reader?.catalogue.counts().total).map { $0 >= count } ?? false
        }
    }

    /// The moment at which no document lies in the spool's `active` any more.
    func waitForEmptySpool() throws -> ContinuousClock.Instant {
        let active = spool.appendingPathComponent("active").path
        return try wait(every: 0.005) {
            let names = try? FileManager.default.contentsOfDirectory(atPath: active)
            return names?.allSatisfy { $0.hasPrefix(".") } ?? false
        }
    }

    private func wait(
        every interval: TimeInterval, until isSo: () throws -> Bool
    ) throws -> ContinuousClock.Instant {
        while daemon.isRunning {
            if try isSo() { return .now }
            Thread.sleep(forTimeInterval: interval)
        }
        throw CocoaError(.executableLoad)
    }
}
