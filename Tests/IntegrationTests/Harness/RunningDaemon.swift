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
    func stop(limit: Double = 12) -> Int32? {
        signal(SIGTERM)
        return waitForEnd(limit: limit)
    }

    func waitForEnd(limit: Double) -> Int32? {
        let deadline = Date(timeIntervalSinceNow: limit)
        while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.02) }
        guard !process.isRunning else { return nil }
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    /// Waits until the status socket answers.
    func waitUntilReady(limit: Double = 20) -> Bool {
        waitUntil(limit: limit) {
            (try? run("briefctl", ["--runtime", root.runtime.path, "status"]))?.status ?? 3 < 2
        }
    }

    func ctl(_ arguments: String...) throws -> Finished {
        try run("briefctl", ["--runtime", root.runtime.path] + arguments)
    }

    /// The signals that the process catches, SigCgt of proc(5); 0 where the process is not there.
    var caughtSignals: UInt64 {
        let text = try? String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)
        let line = text?.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
        return line.flatMap { UInt64($0.suffix(16), radix: 16) } ?? 0
    }

    var logText: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }
}

/// Looks again every 50 ms until `condition` holds; false after `limit` seconds.
func waitUntil(limit: Double, _ condition: () throws -> Bool) rethrows -> Bool {
    let deadline = Date(timeIntervalSinceNow: limit)
    while Date() < deadline {
        if try condition() { return true }
        Thread.sleep(forTimeInterval: 0.05)
    }
    return try condition()
}
