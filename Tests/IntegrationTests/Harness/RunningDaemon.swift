import Foundation

/// `briefd run` on a test's root, killed at the latest when the value goes.
final class RunningDaemon {
    private let process = Process()
    private let root: TestRoot
    let log: URL

    /// - Parameter environment: further variables.
    init(_ root: TestRoot, environment: [String: String] = [:]) throws {
        self.root = root
        log = root.url.appendingPathComponent("log-" + UUID().uuidString.prefix(6))
        try Data().write(to: log)
        process.executableURL = URL(fileURLWithPath: Programs.path(of: "briefd"))
        process.arguments = ["run", "--config", root.configuration.path]
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
    }

    deinit { kill() }

    var isRunning: Bool { process.isRunning }
    var identifier: Int32 { process.processIdentifier }

    func signal(_ number: Int32) {
        Foundation.kill(process.processIdentifier, number)
    }

    /// SIGKILL: a power cut as far as the process can tell.
    func kill() {
        guard process.isRunning else { return }
        signal(SIGKILL)
        process.waitUntilExit()
    }

    /// SIGTERM; the exit status, or nil when it is still there after `limit` seconds.
    func stop(limit: Double = 60) async -> Int32? {
        _ = await waitUntil(limit: limit) { isStoppable || !isRunning }
        signal(SIGTERM)
        guard await waitUntil(limit: limit, { !isRunning }) else { return nil }
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    /// Waits until the status socket answers.
    func waitUntilReady(limit: Double = 60) async -> Bool {
        await waitUntil(limit: limit) {
            let status = try? await run("briefctl", ["--runtime", root.runtime.path, "status"])
            return status?.status ?? 3 < 2
        }
    }

    func ctl(_ arguments: String...) async throws -> Finished {
        try await run("briefctl", ["--runtime", root.runtime.path] + arguments)
    }

    /// Before that, SIGTERM ends it as it ends any process.
    var isStoppable: Bool { caughtSignals & 1 << UInt64(SIGTERM - 1) != 0 }

    /// The signals that the process catches, SigCgt of proc(5); 0 where the process is not there.
    var caughtSignals: UInt64 {
        let text = try? String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)
        let line = text?.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
        return line.flatMap { UInt64($0.suffix(16), radix: 16) } ?? 0
    }

    var logText: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }
}

/// Looks again every 25 ms until `condition` holds; false after `limit` seconds, which are those of a quiet machine: a
/// busy one is given three times as many, for a wait that comes true costs nothing more by that.
func waitUntil(
    limit: Double, _ condition: () async throws -> Bool
) async rethrows -> Bool {
    let end = ContinuousClock.now + .milliseconds(Int(limit * 3000))
    while ContinuousClock.now < end {
        if try await condition() { return true }
        try? await Task.sleep(for: .milliseconds(25))
    }
    return try await condition()
}
