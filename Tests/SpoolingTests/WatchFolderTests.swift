import Foundation
import LinuxIO
import Spooling
import Synchronization
import Testing

@Suite struct WatchFolderTests {
    /// A memory that outlives the spool, as a database does.
    private final class Memory: WatchMemory {
        private let kept = Mutex<[String: WatchRecord]>([:])

        func records(in folder: String) throws(SpoolError) -> [WatchRecord] {
            kept.withLock { $0.values.filter { $0.folder == folder } }
        }

        func save(_ record: WatchRecord) throws(SpoolError) {
            kept.withLock { $0[record.folder + "\n" + record.path] = record }
        }
    }

    /// A spool that watches one folder, possibly on another file system.
    private final class Fixture {
        let root: URL
        let folder: URL
        let memory = Memory()
        let start = Date()
        var spool: SpoolDirectory?

        init(base: String = NSTemporaryDirectory(), leave: Bool) throws {
            let name = "briefd-watch-\(UUID().uuidString)"
            root = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(name)
            folder = URL(fileURLWithPath: base).appendingPathComponent(name + "-watched")
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true)
            try open(leave: leave)
        }

        deinit {
            try? FileManager.default.removeItem(at: root)
            try? FileManager.default.removeItem(at: folder)
        }

        func open(leave: Bool) throws {
            spool = nil
            let watched = WatchFolder(path: folder.path, tags: ["scans"], leave: leave)
            spool = try SpoolDirectory(
                at: root.path, settings: .init(watched: [watched]), memory: memory)
        }

        func drop(_ path: String, _ content: String = "Words") throws {
            let url = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(content.utf8).write(to: url)
            try SpoolFixture.waitForWriters(of: url)
        }

        func at(_ seconds: TimeInterval) -> Date { start.addingTimeInterval(seconds) }

        func ready(at seconds: TimeInterval) throws -> [SpoolItem] {
            _ = try spool?.scan(now: at(seconds))
            return try spool?.scan(now: at(seconds + 2)).ready ?? []
        }

        func claims(at seconds: TimeInterval) throws -> [Claim] {
            try ready(at: seconds).compactMap { try spool?.claim($0, now: at(seconds + 2)) }
        }
    }

    private static let bases = [NSTemporaryDirectory(), "/dev/shm"].filter {
        FileManager.default.isWritableFile(atPath: $0)
    }

    @Test(arguments: bases)
    func `takes files out of a folder, also over file systems`(base: String) throws {
        let fixture = try Fixture(base: base, leave: false)
        try fixture.drop("in/Page.html")
        try fixture.drop("in/Page_files/deep/x.css", "p {}")
        let claim = try #require(try fixture.claims(at: 0).first)
        #expect(claim.item.tags == ["scans", "in"])
        #expect(claim.item.source == "watch:\(fixture.folder.path)/in/Page.html")
        #expect(try claim.read(maxBytes: 10) == Array("Words".utf8))
        let left = try FileManager.default.contentsOfDirectory(
            atPath: fixture.folder.appendingPathComponent("in").path)
        #expect(left.isEmpty)
        try claim.release()
        let incoming = fixture.root.appendingPathComponent("incoming/scans/in")
        let back = try FileManager.default.subpathsOfDirectory(atPath: incoming.path).sorted()
        #expect(back == ["Page.html", "Page_files", "Page_files/deep", "Page_files/deep/x.css"])
        let again = try #require(try fixture.ready(at: 10).first)
        #expect(again.tags == ["scans", "in"])
    }

    @Test func `a link in a watched folder is moved aside, and its target is not`() throws {
        let fixture = try Fixture(leave: false)
        try FileManager.default.createSymbolicLink(
            atPath: fixture.folder.path + "/passwd.txt", withDestinationPath: "/etc/passwd")
        #expect(try fixture.ready(at: 0).isEmpty)
        let target = try FileManager.default.destinationOfSymbolicLink(
            atPath: fixture.root.path + "/corrupt/scans/passwd.txt")
        #expect(target == "/etc/passwd")
    }

    @Test func `leaves files in their place, and reads each once`() throws {
        let fixture = try Fixture(leave: true)
        try fixture.drop("a/brief.txt", "First")
        try fixture.drop("photo.jpg")
        try fixture.drop("empty.txt", "")
        for claim in try fixture.claims(at: 0) {
            #expect(claim.item.tags == ["scans", "a"])
            #expect(try fixture.ready(at: 5).isEmpty)
            #expect(try claim.read(maxBytes: 10) == Array("First".utf8))
            try claim.finish()
        }
        #expect(try fixture.ready(at: 10).isEmpty)
        try fixture.open(leave: true)
        #expect(try fixture.ready(at: 20).isEmpty)
        let left = try FileManager.default.subpathsOfDirectory(atPath: fixture.folder.path)
        #expect(left.sorted() == ["a", "a/brief.txt", "empty.txt", "photo.jpg"])
        let corrupt = try FileManager.default.contentsOfDirectory(
            atPath: fixture.root.path + "/corrupt")
        #expect(corrupt.isEmpty)
    }

    @Test func `reads each message of a mail folder once, whatever is done with it`() throws {
        let fixture = try Fixture(leave: true)
        let name = "1700000000.M1P2.host.example"
        try fixture.drop("Lists/new/" + name, "First")
        try fixture.drop("Lists/cur/1700000001.M1P2.host:2,S", "Other")
        try fixture.drop("Lists/tmp/1700000002.M1P2.host", "Half")
        for claim in try fixture.claims(at: 0) {
            #expect(claim.item.tags == ["scans", "Lists"])
            #expect(claim.item.kind.content == .unknown)
            _ = try claim.read(maxBytes: 10)
            try claim.finish()
        }
        let lists = fixture.folder.appendingPathComponent("Lists")
        try FileManager.default.moveItem(
            at: lists.appendingPathComponent("new/" + name),
            to: lists.appendingPathComponent("cur/" + name + ":2,RS"))
        #expect(try fixture.ready(at: 10).isEmpty)
        try fixture.open(leave: true)
        #expect(try fixture.ready(at: 20).isEmpty)
    }

    @Test func `reads a left file again when its content changes, not when it is touched`() throws {
        let fixture = try Fixture(leave: true)
        try fixture.drop("brief.txt", "First")
        for claim in try fixture.claims(at: 0) {
            _ = try claim.read(maxBytes: 10)
            try claim.finish()
        }
        try fixture.drop("brief.txt", "First")
        let touched = try #require(try fixture.ready(at: 10).first)
        #expect(throws: SpoolError.self) {
            _ = try fixture.spool?.claim(touched, now: fixture.at(12))
        }
        #expect(try fixture.ready(at: 20).isEmpty)
        try fixture.drop("brief.txt", "Other")
        let claim = try #require(try fixture.claims(at: 30).first)
        #expect(try claim.read(maxBytes: 10) == Array("Other".utf8))
    }

    @Test func `puts a left file off without touching it`() throws {
        let fixture = try Fixture(leave: true)
        try fixture.drop("brief.txt")
        for claim in try fixture.claims(at: 0) {
            #expect(try claim.recordWorkerDeath(now: fixture.at(2)) == 1)
            #expect(try claim.putOff(.killedWorkers, now: fixture.at(2)) == fixture.at(62))
        }
        try fixture.open(leave: true)
        #expect(try fixture.ready(at: 50).isEmpty)
        let again = try #require(try fixture.claims(at: 63).first)
        #expect(again.item.attempts == 1)
        #expect(again.workerDeaths == 1)
        try again.quarantine(.killedWorkers, now: fixture.at(65))
        #expect(try fixture.ready(at: 10_000).isEmpty)
    }

    @Test func `a folder that is not there holds up nothing else`() throws {
        let fixture = try Fixture(leave: false)
        try FileManager.default.removeItem(at: fixture.folder)
        let scan = try #require(try fixture.spool?.scan(now: fixture.at(0)))
        #expect(scan.stuck.map(\.name) == [fixture.folder.path])
    }

    @Test
    func `shows a left file that failed, also after a restart, and reads it again when told to`()
        throws
    {
        let fixture = try Fixture(leave: true)
        try fixture.drop("a/brief.txt", "First")
        for claim in try fixture.claims(at: 0) {
            _ = try claim.read(maxBytes: 10)
            try claim.quarantine(.killedWorkers, now: fixture.at(3))
        }
        try fixture.open(leave: true)
        let spool = try #require(fixture.spool)
        let entry = try #require(try spool.list(all: false).entries.first)
        #expect(entry.standing == .failed)
        #expect(entry.name == fixture.folder.path + "/a/brief.txt")
        #expect(entry.reason == SpoolReason.killedWorkers.why)
        #expect(try spool.census().firstFailed == entry)
        #expect(try spool.counts().failed == 1)
        #expect(throws: SpoolError.leftInPlace(name: entry.name, verb: "discard")) {
            try spool.discard(id: entry.id)
        }
        #expect(try fixture.ready(at: 10).isEmpty)
        try spool.retry(id: String(entry.id.prefix(8)), now: fixture.at(20))
        let claim = try #require(try fixture.claims(at: 20).first)
        #expect(try claim.read(maxBytes: 10) == Array("First".utf8))
        try claim.finish()
        #expect(try spool.counts().failed == 0)
        #expect(try spool.list().entries.isEmpty)
    }

    @Test func `a failed file that is gone or was changed is shown no more`() throws {
        let fixture = try Fixture(leave: true)
        try fixture.drop("one.txt", "First")
        try fixture.drop("two.txt", "Second")
        for claim in try fixture.claims(at: 0) {
            try claim.quarantine(.killedWorkers, now: fixture.at(3))
        }
        #expect(try fixture.spool?.counts().failed == 2)
        try FileManager.default.removeItem(at: fixture.folder.appendingPathComponent("one.txt"))
        try fixture.drop("two.txt", "Other words")
        #expect(try fixture.spool?.counts().failed == 0)
    }
}
