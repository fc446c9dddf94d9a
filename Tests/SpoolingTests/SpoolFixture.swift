import Foundation
import LinuxIO
import Spooling

/// A spool in a temporary directory, removed when the value goes, and a clock that the test turns.
final class SpoolFixture {
    let root: URL
    private(set) var spool: SpoolDirectory
    private let settings: SpoolDirectory.Settings
    /// The real time at the start: files made by the test are of that time.
    let start = Date()

    init(settle: Duration = .seconds(1), keepDone: Bool = false) throws {
        root = FileManager.default.temporaryDirectory
            .appendingPathComponent("briefd-spool-\(UUID().uuidString)")
        settings = SpoolDirectory.Settings(settle: settle, keepDone: keepDone)
        spool = try SpoolDirectory(at: root.path, settings: settings)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func at(_ seconds: TimeInterval) -> Date { start.addingTimeInterval(seconds) }

    func url(_ path: String) -> URL { root.appendingPathComponent(path) }

    func drop(_ path: String, _ content: String = "Words of a document.") throws {
        let url = url("incoming/" + path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(content.utf8).write(to: url)
        try SpoolFixture.waitForWriters(of: url)
    }

    /// A program that another test starts holds what this process has open for the moment between its fork(2) and
    /// its exec(2): a file that we have closed may still look as if somebody wrote it.
    static func waitForWriters(of url: URL) throws {
        let folder = try Directory(at: url.deletingLastPathComponent().path)
        let file = try folder.openFile(FileName(url.lastPathComponent))
        for _ in 0..<6000 where file.writers() == .some { Thread.sleep(forTimeInterval: 0.005) }
    }

    func exists(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: url(path).path)) != nil
    }

    func content(_ path: String) -> String? { try? String(contentsOf: url(path), encoding: .utf8) }

    /// The paths of all files beneath a queue, those that start with a dot excepted.
    func files(_ queue: String) -> [String] {
        let base = url(queue)
        let all = FileManager.default.enumerator(atPath: base.path)?.allObjects as? [String] ?? []
        return all.filter { path in
            let full = base.appendingPathComponent(path).path
            let type = try? FileManager.default.attributesOfItem(atPath: full)[.type]
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            return type as? FileAttributeType != .typeDirectory && !isHidden
        }.sorted()
    }

    func reason(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: url(path))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// What is ready after the files have been watched for `settle`.
    func settled(at seconds: TimeInterval = 0) throws -> SpoolScan {
        _ = try spool.scan(now: at(seconds))
        return try spool.scan(now: at(seconds + 2))
    }

    /// Claims the only file that is ready.
    func claimOne(at seconds: TimeInterval = 0) throws -> Claim {
        let ready = try settled(at: seconds).ready
        guard let item = ready.first, ready.count == 1 else { throw Unexpected(count: ready.count) }
        return try spool.claim(item, now: at(seconds + 2))
    }

    /// As after SIGKILL: the old daemon's lock is gone, a new one opens the spool and recovers.
    func restart(at seconds: TimeInterval = 100) throws {
        let temporary = FileManager.default.temporaryDirectory
            .appendingPathComponent("briefd-spool-\(UUID().uuidString)")
        spool = try SpoolDirectory(at: temporary.path)
        defer { try? FileManager.default.removeItem(at: temporary) }
        spool = try reopened()
        try spool.recover(now: at(seconds))
    }

    /// A program that another test starts holds the old lock too, between its fork(2) and its exec(2).
    private func reopened() throws -> SpoolDirectory {
        for _ in 0..<600 {
            if let spool = try? SpoolDirectory(at: root.path, settings: settings) { return spool }
            Thread.sleep(forTimeInterval: 0.05)
        }
        return try SpoolDirectory(at: root.path, settings: settings)
    }

    func run(_ program: String, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        try process.run()
        process.waitUntilExit()
    }

    struct Unexpected: Error { let count: Int }
}
