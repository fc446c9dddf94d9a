import Foundation
import LinuxIO
import Spooling
import Testing

@Suite struct SpoolDirectoryScanTests {
    @Test func `takes a file that was unchanged for settle`() throws {
        let fixture = try SpoolFixture(settle: .seconds(5))
        try fixture.drop("brief.txt")
        let first = try fixture.spool.scan(now: fixture.at(0))
        #expect(first.ready.isEmpty)
        #expect(first.pending == 1)
        #expect(first.nextLook == fixture.at(5))
        #expect(try fixture.spool.scan(now: fixture.at(4)).ready.isEmpty)
        let item = try #require(try fixture.spool.scan(now: fixture.at(5.1)).ready.first)
        #expect(item.name == "brief.txt")
        #expect(item.kind == SpoolKind(content: .text))
        #expect(item.tags.isEmpty)
    }

    @Test func `begins the wait anew when the file grows`() throws {
        let fixture = try SpoolFixture(settle: .seconds(5))
        try fixture.drop("brief.txt", "Half")
        _ = try fixture.spool.scan(now: fixture.at(0))
        try fixture.drop("brief.txt", "Half and half")
        try FileManager.default.setAttributes(
            [.modificationDate: fixture.at(4.4)],
            ofItemAtPath: fixture.url("incoming/brief.txt").path)
        #expect(try fixture.spool.scan(now: fixture.at(4.5)).ready.isEmpty)
        #expect(try fixture.spool.scan(now: fixture.at(5.1)).ready.isEmpty)
        #expect(try fixture.spool.scan(now: fixture.at(9.6)).ready.count == 1)
    }

    @Test func `takes an old file that is renamed in at once, if nobody writes it`() throws {
        let fixture = try SpoolFixture(settle: .seconds(5))
        try fixture.drop("brief.txt")
        let item = try #require(try fixture.spool.scan(now: fixture.at(60)).ready.first)
        let claim = try fixture.spool.claim(item, now: fixture.at(60))
        #expect(try claim.read(maxBytes: 100) == Array("Words of a document.".utf8))
    }

    @Test func `does not take a file that is open for writing, however old`() throws {
        let fixture = try SpoolFixture(settle: .seconds(1))
        try fixture.drop("brief.txt", "Half")
        let writer = try FileHandle(forWritingTo: fixture.url("incoming/brief.txt"))
        let item = try #require(try fixture.spool.scan(now: fixture.at(60)).ready.first)
        #expect(throws: SpoolError.self) { try fixture.spool.claim(item, now: fixture.at(60)) }
        #expect(fixture.exists("incoming/brief.txt"))
        #expect(try fixture.spool.scan(now: fixture.at(60.5)).ready.isEmpty)
        try writer.close()
        try SpoolFixture.waitForWriters(of: fixture.url("incoming/brief.txt"))
        let later = try #require(try fixture.spool.scan(now: fixture.at(62)).ready.first)
        _ = try fixture.spool.claim(later, now: fixture.at(62))
    }

    @Test(arguments: [
        ".hidden.txt", "a.part", "a.html.tmp", "a.CRDOWNLOAD", "a.txt~", ".git/x.txt",
    ])
    func `leaves unfinished and hidden names alone`(name: String) throws {
        let fixture = try SpoolFixture()
        try fixture.drop(name)
        let scan = try fixture.settled()
        #expect(scan.ready.isEmpty)
        #expect(scan.quarantined.isEmpty)
        #expect(fixture.exists("incoming/" + name))
    }

    @Test func `waits ten times settle for an empty file, then quarantines it`() throws {
        let fixture = try SpoolFixture(settle: .seconds(1))
        try fixture.drop("empty.html", "")
        #expect(try fixture.spool.scan(now: fixture.at(0)).quarantined.isEmpty)
        let waiting = try fixture.spool.scan(now: fixture.at(9))
        #expect(waiting.quarantined.isEmpty)
        #expect(waiting.nextLook == fixture.at(10))
        let scan = try fixture.spool.scan(now: fixture.at(10.1))
        #expect(scan.quarantined.map(\.reason.code) == ["empty"])
        let reason = try fixture.reason("corrupt/empty.html.reason.json")
        #expect(Set(reason.keys) == ["file", "since", "code", "what", "why", "next"])
        #expect(reason["file"] as? String == "empty.html")
        #expect(fixture.exists("corrupt/empty.html"))
    }

    @Test func `moves links and FIFOs aside without following them`() throws {
        let fixture = try SpoolFixture()
        try FileManager.default.createSymbolicLink(
            atPath: fixture.url("incoming/passwd.txt").path, withDestinationPath: "/etc/passwd")
        try FileManager.default.createSymbolicLink(
            atPath: fixture.url("incoming/etc").path, withDestinationPath: "/etc")
        try fixture.run("mkfifo", fixture.url("incoming/pipe.html").path)
        let scan = try fixture.settled()
        #expect(scan.ready.isEmpty)
        #expect(
            scan.quarantined.map(\.reason.code) == ["not-a-file", "not-a-file", "not-a-file"])
        let target = try FileManager.default.destinationOfSymbolicLink(
            atPath: fixture.url("corrupt/passwd.txt").path)
        #expect(target == "/etc/passwd")
        #expect(fixture.exists("corrupt/passwd.txt.reason.json"))
        #expect(fixture.exists("corrupt/pipe.html.reason.json"))
        #expect(fixture.files("incoming").isEmpty)
    }

    @Test(arguments: ["table.xlsx", "film.mp4", "archive.7z.gz", "photo.JPG"])
    func `quarantines what is not supported`(name: String) throws {
        let fixture = try SpoolFixture()
        try fixture.drop(name)
        let scan = try fixture.settled()
        #expect(scan.quarantined.map(\.reason.code) == ["not-supported"])
        #expect(fixture.exists("corrupt/\(name)"))
        #expect(fixture.exists("corrupt/\(name).reason.json"))
    }

    @Test func `finds folders that are moved in whole, and makes tags of them`() throws {
        let fixture = try SpoolFixture()
        let outside = fixture.url("outside/Europe/Energy")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        try Data("Words".utf8).write(to: outside.appendingPathComponent("brief.md"))
        try FileManager.default.moveItem(
            at: fixture.url("outside/Europe"), to: fixture.url("incoming/Europe"))
        let item = try #require(try fixture.settled().ready.first)
        #expect(item.tags == ["Europe", "Energy"])
        #expect(item.name == "Europe/Energy/brief.md")
        try fixture.spool.claim(item, now: fixture.at(3)).finish()
        #expect(fixture.exists("incoming/Europe/Energy"))
        #expect(fixture.files("active").isEmpty)
    }

    @Test func `a page's folder leaves with its page`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("Page.html", "<p>Words</p>")
        try fixture.drop("Page_files/style.css", "p {}")
        try fixture.drop("Page_files/frames/inner.html", "<p>Advertisement</p>")
        let claim = try fixture.claimOne()
        #expect(fixture.files("incoming").isEmpty)
        try claim.finish()
        #expect(!fixture.exists("incoming/Page_files"))
        #expect(fixture.files("active").isEmpty)
    }

    @Test func `waits for the page of a folder that looks saved with one`() throws {
        let fixture = try SpoolFixture(settle: .seconds(1))
        try fixture.drop("Page_files/inner.html", "<p>Advertisement</p>")
        try fixture.drop("Page_files/frames/inner.html", "<p>Advertisement</p>")
        #expect(try fixture.settled().ready.isEmpty)
        try fixture.drop("Page.html", "<p>Words</p>")
        let names = try fixture.settled(at: 5).ready.map(\.name)
        #expect(names == ["Page.html"])
    }

    @Test func `names that are not text come through whole`() throws {
        let fixture = try SpoolFixture()
        let names = [
            FileName(bytes: [0x62, 0xE9, 0xFF] + Array(".txt".utf8)),
            FileName("two\nlines.html"),
            FileName("-rf"),
            FileName(String(repeating: "n", count: 251) + ".txt"),
            FileName(String(repeating: "ü", count: 127)),
        ]
        let incoming = try Directory(at: fixture.url("incoming").path)
        for name in names { try incoming.createFile(name).write(Array("Words".utf8)) }
        let ready = try fixture.settled().ready
        #expect(Set(ready.map(\.path)) == Set(names))
        for item in ready {
            #expect(!item.name.contains("\n"))
            let claim = try fixture.spool.claim(item, now: fixture.at(3))
            #expect(try claim.read(maxBytes: 10) == Array("Words".utf8))
            try claim.quarantine(.empty, now: fixture.at(3))
        }
        #expect(try fixture.spool.counts().corrupt == names.count)
        for entry in try fixture.spool.list(queue: .corrupt).entries {
            #expect(entry.reason == SpoolReason.empty.why)
            try fixture.spool.retry(id: entry.id)
        }
        let back = try incoming.entries().map(\.name)
        #expect(Set(back) == Set(names))
        #expect(fixture.files("corrupt").isEmpty)
    }

    @Test func `gives those that came first in front, and no more than asked for`() throws {
        let fixture = try SpoolFixture()
        for name in ["c.txt", "a.txt", "b.txt"] {
            try fixture.drop(name)
            Thread.sleep(forTimeInterval: 0.02)
        }
        _ = try fixture.spool.scan(now: fixture.at(0))
        let scan = try fixture.spool.scan(now: fixture.at(2), limit: 2)
        #expect(scan.ready.map(\.name) == ["c.txt", "a.txt"])
        #expect(scan.hasMore)
    }

    @Test func `gives a part of all where that is more than asked for`() throws {
        let fixture = try SpoolFixture()
        for number in 1...8 { try fixture.drop("\(number).txt") }
        _ = try fixture.spool.scan(now: fixture.at(0))
        for (part, count) in [(2, 4), (3, 2), (8, 1), (1, 8), (Int.max, 1)] {
            let scan = try fixture.spool.scan(now: fixture.at(2), limit: 1, part: part)
            #expect(scan.ready.count == count)
            #expect(scan.hasMore == (count < 8))
        }
    }

    @Test func `finds incoming again when somebody removed and made it anew`() throws {
        let fixture = try SpoolFixture()
        try FileManager.default.removeItem(at: fixture.url("incoming"))
        #expect(try fixture.spool.scan(now: fixture.at(0)).ready.isEmpty)
        try fixture.drop("brief.txt")
        #expect(try fixture.settled(at: 1).ready.count == 1)
    }

    @Test func `the group may write in folders that people make, whatever their umask`() throws {
        let fixture = try SpoolFixture()
        try fixture.run("sh", "-c", "umask 077; mkdir '\(fixture.url("incoming/mine").path)'")
        let attributes = try FileManager.default.attributesOfItem(
            atPath: fixture.url("incoming/mine").path)
        let mode = try #require(attributes[.posixPermissions] as? Int)
        #expect(mode & 0o070 == 0o070)
    }
}
