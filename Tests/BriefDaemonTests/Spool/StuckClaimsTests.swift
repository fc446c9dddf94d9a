import Foundation
import Spooling
import Testing

@testable import BriefDaemon

@Suite struct StuckClaimsTests {
    private let root = FileManager.default.temporaryDirectory
        .appendingPathComponent("briefd-stuck-\(UUID().uuidString)")
    private let stuck = StuckClaims()
    private let start = Date()

    /// Claims a dropped file, and puts a file in the place of a queue's folder, so that nothing can go there.
    private func claim(blocking queue: String) throws -> (SpoolDirectory, Claim) {
        let settings = SpoolDirectory.Settings(settle: .zero, keepDone: true)
        let spool = try SpoolDirectory(at: root.path, settings: settings)
        try Data("Words.".utf8).write(to: root.appendingPathComponent("incoming/a.txt"))
        let item = try #require(try spool.scan(now: start).ready.first)
        let claim = try spool.claim(item, now: start)
        let folder = root.appendingPathComponent(queue)
        try FileManager.default.removeItem(at: folder)
        try Data().write(to: folder)
        return (spool, claim)
    }

    @Test func `lets a filed document go once it can`() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        let (spool, claim) = try claim(blocking: "done")
        #expect(throws: SpoolError.self) { try claim.finish() }
        stuck.add(claim, isFiled: true, why: "it says so", now: start)
        stuck.tryAgain(now: start + 31)
        #expect(stuck.count == 1)
        #expect(stuck.first?.name == "a.txt")
        try FileManager.default.removeItem(at: root.appendingPathComponent("done"))
        stuck.tryAgain(now: start + 32)
        #expect(stuck.count == 1, "tried too soon")
        stuck.tryAgain(now: start + 62)
        #expect(stuck.count == 0)
        #expect(try spool.counts() == SpoolCounts())
        let done = root.appendingPathComponent("done/a.txt")
        #expect(FileManager.default.fileExists(atPath: done.path))
    }

    @Test func `hands another one back, though the clock was set back`() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        let (spool, claim) = try claim(blocking: "incoming")
        #expect(throws: SpoolError.self) { try claim.release() }
        stuck.add(claim, isFiled: false, why: "it says so", now: start)
        try FileManager.default.removeItem(at: root.appendingPathComponent("incoming"))
        stuck.tryAgain(now: start - 3600)
        #expect(stuck.count == 0)
        #expect(try spool.counts().incoming == 1)
    }

    @Test func `forgets one whose file is gone`() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        let (spool, claim) = try claim(blocking: "done")
        stuck.add(claim, isFiled: false, why: "it says so", now: start)
        for entry in try FileManager.default.contentsOfDirectory(atPath: root.path + "/active") {
            try FileManager.default.removeItem(atPath: root.path + "/active/" + entry)
        }
        stuck.tryAgain(now: start + 60)
        #expect(stuck.count == 0)
        #expect(try spool.counts() == SpoolCounts())
    }
}
