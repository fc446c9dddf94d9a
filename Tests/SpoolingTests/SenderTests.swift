import BriefModel
import Foundation
import LinuxIO
import Testing

@testable import Spooling

/// A sender is never robbed: what is being written stays where it is.
@Suite struct SenderTests {
    @Test(arguments: ["scan.xlsx", "film.mp4", "empty.html"])
    func `does not move aside what somebody writes`(name: String) throws {
        let fixture = try SpoolFixture(settle: .seconds(1))
        try fixture.drop(name, name == "empty.html" ? "" : "Half")
        let url = fixture.url("incoming/" + name)
        let writer = try FileHandle(forWritingTo: url)
        for second in [0.0, 2, 20, 40, 4000] {
            let scan = try fixture.spool.scan(now: fixture.at(second))
            #expect(scan.quarantined.isEmpty)
            #expect(scan.pending == 1)
        }
        #expect(fixture.exists("incoming/" + name))
        #expect(
            try fixture.spool.list().entries.first?.reason?.contains("open for writing") == true)
        try writer.close()
        try SpoolFixture.waitForWriters(of: url)
        let scans = try [4001.5, 4020].map { try fixture.spool.scan(now: fixture.at($0)) }
        #expect(scans.flatMap(\.quarantined).count == 1)
    }

    @Test func `a paused upload under a temporary name is the sender's`() throws {
        let fixture = try SpoolFixture(settle: .seconds(1))
        for name in ["a.html.x1y2.partial", "b.html.filepart", "c.opdownload", "Thumbs.db"] {
            try fixture.drop(name, "Half")
        }
        for second in [0.0, 5, 100] {
            let scan = try fixture.spool.scan(now: fixture.at(second))
            #expect(scan.ready.isEmpty && scan.quarantined.isEmpty && scan.pending == 0)
        }
        #expect(try fixture.spool.counts().ignored == 4)
        #expect(try fixture.spool.counts().incoming == 0)
        #expect(try fixture.spool.list(all: false).entries.isEmpty)
        let all = try fixture.spool.list(all: true).entries
        #expect(all.count == 4)
        #expect(all.allSatisfy { $0.standing == .ignored && $0.reason != nil })
        try FileManager.default.moveItem(
            at: fixture.url("incoming/a.html.x1y2.partial"), to: fixture.url("incoming/a.html"))
        #expect(try fixture.settled(at: 200).ready.map(\.name) == ["a.html"])
    }

    @Test(arguments: ["talk~", "talk.part", "talk.tmp", "talk.download"])
    func `tells of a folder that is left alone for its name`(folder: String) throws {
        let fixture = try SpoolFixture(settle: .seconds(1))
        try fixture.drop("a/\(folder)/deep/brief.html")
        #expect(try fixture.spool.scan(now: fixture.at(0)).notTaken.isEmpty)
        let scan = try fixture.spool.scan(now: fixture.at(11))
        #expect(scan.notTaken.map(\.name) == ["a/" + folder])
        #expect(scan.ready.isEmpty)
        let listed = try fixture.spool.list(all: false).entries
        #expect(listed.map(\.name) == ["a/\(folder)/deep/brief.html"])
        #expect(listed.first?.standing == .notTaken)
        #expect(listed.first?.next?.contains("another name") == true)
        #expect(try fixture.spool.counts().notTaken == 1)
        try FileManager.default.moveItem(
            at: fixture.url("incoming/a/\(folder)"), to: fixture.url("incoming/a/talk"))
        #expect(try fixture.settled(at: 20).ready.count == 1)
        #expect(try fixture.spool.counts().notTaken == 0)
    }

    @Test(arguments: ["@eaDir", "__MACOSX", ".stversions", "$RECYCLE.BIN", "lost+found"])
    func `says nothing of folders that systems make`(folder: String) throws {
        let fixture = try SpoolFixture(settle: .seconds(1))
        try fixture.drop("\(folder)/brief.html")
        _ = try fixture.spool.scan(now: fixture.at(0))
        let scan = try fixture.spool.scan(now: fixture.at(11))
        #expect(scan.notTaken.isEmpty && scan.ready.isEmpty)
        #expect(try fixture.spool.list(all: false).entries.isEmpty)
        #expect(try fixture.spool.list(all: true).entries.count == 1)
        #expect(try fixture.spool.counts().ignored == 1)
    }

    @Test func `an empty folder of such a name is nothing to tell of`() throws {
        let fixture = try SpoolFixture(settle: .seconds(1))
        try FileManager.default.createDirectory(
            at: fixture.url("incoming/a.part"), withIntermediateDirectories: true)
        _ = try fixture.spool.scan(now: fixture.at(0))
        #expect(try fixture.spool.scan(now: fixture.at(20)).notTaken.isEmpty)
    }

    @Test func `what is configured to be ignored is, and after a reload is not`() throws {
        let fixture = try SpoolFixture(settle: .seconds(1))
        fixture.spool.settings.names = NameRules(ignore: [try #require(GlobPattern("draft-*"))])
        try fixture.drop("Draft-7.html")
        try fixture.drop("draft-8/brief.html")
        #expect(try fixture.settled().ready.isEmpty)
        #expect(try fixture.spool.counts().ignored == 2)
        fixture.spool.settings.names = NameRules()
        #expect(try fixture.settled(at: 10).ready.count == 2)
        #expect(try fixture.spool.counts().ignored == 0)
    }

    @Test func `litter that programs leave beside corrupt files raises no alarm`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("scan.xlsx")
        _ = try fixture.settled()
        try Data("x".utf8).write(to: fixture.url("corrupt/Thumbs.db"))
        let counts = try fixture.spool.counts()
        #expect(counts.corrupt == 1)
        #expect(counts.ignored == 1)
    }

    @Test func `says of a folder too deep that it is`() throws {
        let fixture = try SpoolFixture()
        let path = (1...40).map { "d\($0)" }.joined(separator: "/")
        try fixture.drop(path + "/brief.html")
        let scan = try fixture.settled()
        let stuck = try #require(scan.stuck.first)
        #expect(stuck.fault.kind == .tooDeep)
        #expect(stuck.why.contains("32 folders deep"))
    }

    @Test func `counts what lies in each folder`() throws {
        let fixture = try SpoolFixture()
        for name in ["a.html", "b/c.txt", "d.part", "e/Thumbs.db", "f.tmp/g.html", ".h"] {
            try fixture.drop(name)
        }
        let counts = try fixture.spool.counts()
        #expect(counts.incoming == 2)
        #expect(counts.ignored == 3)
        #expect(counts.notTaken == 1)
        let listed = try fixture.spool.list(all: true).entries
        #expect(listed.count == 6)
    }
}
