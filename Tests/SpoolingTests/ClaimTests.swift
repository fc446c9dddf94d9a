import Foundation
import LinuxIO
import Spooling
import Testing

@Suite struct ClaimTests {
    private let fault = SpoolReason(
        code: "disk-full", what: "Not filed yet.", why: "No space left.", next: "Make room.")

    @Test func `finish removes the file from the spool`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("a/brief.txt")
        let claim = try fixture.claimOne()
        #expect(fixture.files("incoming").isEmpty)
        #expect(fixture.files("active").count == 1)
        try claim.finish()
        #expect(try fixture.spool.counts() == SpoolCounts())
        #expect(throws: SpoolError.claimIsOver(name: "a/brief.txt")) { try claim.finish() }
    }

    @Test func `finish keeps the file in done when asked, never over another`() throws {
        let fixture = try SpoolFixture(keepDone: true)
        for number in 1...2 {
            try fixture.drop("a/brief.html.gz", "Version \(number)")
            try fixture.claimOne(at: Double(number) * 10).finish()
        }
        #expect(fixture.files("done") == ["a/brief (2).html.gz", "a/brief.html.gz"])
        #expect(fixture.content("done/a/brief (2).html.gz") == "Version 2")
    }

    @Test func `the folder of a claim that ended serves the next one`() throws {
        let fixture = try SpoolFixture()
        let active = try Directory(at: fixture.url("active").path)
        let spares = try active.entries().count
        for number in 1...5 {
            try fixture.drop("brief \(number).txt")
            let claim = try fixture.claimOne(at: Double(number) * 10)
            // Only the first of them has a folder made.
            #expect(try active.entries().count == spares + 1)
            #expect(try fixture.spool.counts().active == 1)
            try claim.finish()
            #expect(try active.entries().count == spares + 1)
            #expect(try fixture.spool.counts() == SpoolCounts())
        }
    }

    @Test func `keeps no more than a few folders when many claims end`() throws {
        let fixture = try SpoolFixture()
        for number in 1...120 { try fixture.drop("\(number).txt") }
        do {
            let claims = try fixture.settled().ready.map {
                try fixture.spool.claim($0, now: fixture.at(2))
            }
            #expect(claims.count == 120)
            for claim in claims { try claim.finish() }
        }
        let active = try Directory(at: fixture.url("active").path)
        #expect(try active.entries().count <= 80)
        // They are taken up again at the next start, and make no more of themselves.
        try fixture.restart()
        #expect(try active.entries().count <= 80)
        #expect(try fixture.spool.counts() == SpoolCounts())
    }

    @Test func `keeps no folder for reuse that somebody put something into`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("brief.txt")
        var note = ""
        do {
            let claim = try fixture.claimOne()
            let active = try Directory(at: fixture.url("active").path)
            let folder = try #require(
                try active.entries().first { $0.name.bytes.first != UInt8(ascii: ".") })
            note = "active/\(folder.name.printable)/note.txt"
            try Data("Words by hand.".utf8).write(to: fixture.url(note))
            try claim.finish()
        }
        #expect(fixture.content(note) == "Words by hand.")
        try fixture.restart()
        #expect(fixture.content("incoming/note.txt") == "Words by hand.")
    }

    @Test(arguments: ["2", "4f", "99"])
    func `brings back what lies in a spare folder`(number: String) throws {
        let fixture = try SpoolFixture()
        let folder = fixture.url("active/.spare-\(number)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("Words by hand.".utf8).write(to: folder.appendingPathComponent("note.txt"))
        try fixture.restart()
        #expect(fixture.content("incoming/note.txt") == "Words by hand.")
        try fixture.drop("brief.txt")
        let ready = try fixture.settled(at: 200).ready
        #expect(ready.map(\.name).sorted() == ["brief.txt", "note.txt"])
        for item in ready { try fixture.spool.claim(item, now: fixture.at(202)).finish() }
        #expect(try fixture.spool.counts() == SpoolCounts())
    }

    @Test func `reads no more than the limit`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("brief.txt", "12345")
        let claim = try fixture.claimOne()
        #expect(throws: SpoolError.tooLarge(name: "brief.txt", size: 5, limit: 4)) {
            try claim.read(maxBytes: 4)
        }
        #expect(try claim.read(maxBytes: 5).count == 5)
    }

    @Test func `puts off no longer than it is told to`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("brief.txt")
        var due = try fixture.claimOne().putOff(fault, now: fixture.at(2))
        for _ in 1...4 {
            let now = due
            let item = try #require(try fixture.spool.scan(now: now).ready.first)
            due = try fixture.spool.claim(item, now: now)
                .putOff(fault, now: now, longest: .seconds(300))
            #expect(due == now.addingTimeInterval(300))
        }
    }

    @Test func `puts off, later and later, and keeps count over a restart`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("a/brief.txt")
        let due = try fixture.claimOne().putOff(fault, now: fixture.at(2))
        #expect(due == fixture.at(62))
        let reason = try fixture.reason("deferred/a/brief.txt.reason.json")
        #expect(reason["attempts"] as? Int == 1)
        #expect(reason["code"] as? String == "disk-full")
        let early = try fixture.spool.scan(now: fixture.at(61))
        #expect(early.ready.isEmpty)
        #expect(early.nextLook == due)
        try fixture.restart()
        let item = try #require(try fixture.spool.scan(now: fixture.at(63)).ready.first)
        #expect(item.attempts == 1)
        #expect(item.name == "a/brief.txt")
        #expect(item.tags == ["a"])
        let again = try fixture.spool.claim(item, now: fixture.at(63))
        #expect(try again.putOff(fault, now: fixture.at(63)) == fixture.at(363))
    }

    @Test func `quarantines with the reason beside the file`() throws {
        let fixture = try SpoolFixture()
        for _ in 1...2 {
            try fixture.drop("brief.html")
            try fixture.claimOne().quarantine(
                .notSupported(suffix: "html"), now: fixture.at(2))
        }
        #expect(
            fixture.files("corrupt") == [
                "brief (2).html", "brief (2).html.reason.json", "brief.html",
                "brief.html.reason.json",
            ])
        let reason = try fixture.reason("corrupt/brief (2).html.reason.json")
        #expect(reason["file"] as? String == "brief.html")
    }

    @Test func `a dropped file with a record's name is no record`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("brief.html.reason.json", "Mine")
        try fixture.claimOne().quarantine(fault, now: fixture.at(2))
        try fixture.drop("brief.html")
        try fixture.claimOne(at: 10).quarantine(fault, now: fixture.at(12))
        try fixture.restart()
        #expect(try fixture.spool.counts().corrupt == 2)
        #expect(fixture.content("corrupt/brief.html.reason.json_") == "Mine")
        for entry in try fixture.spool.list(queue: .corrupt).entries {
            try fixture.spool.retry(id: entry.id)
        }
        #expect(fixture.files("incoming") == ["brief.html", "brief.html.reason.json"])
        #expect(fixture.content("incoming/brief.html.reason.json") == "Mine")
    }

    @Test func `release hands the file back as it came`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("a/Page.html")
        try fixture.drop("a/Page_files/x.css")
        try fixture.claimOne().release()
        #expect(fixture.files("incoming") == ["a/Page.html", "a/Page_files/x.css"])
        #expect(fixture.files("active").isEmpty)
    }

    @Test func `brings claims back after a crash`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("a/b/Page.html", "First")
        try fixture.drop("a/b/Page_files/x.css")
        _ = try fixture.claimOne()
        try fixture.drop("a/b/Page.html", "Second")
        try fixture.restart()
        #expect(
            fixture.files("incoming") == [
                "a/b/Page (2).html", "a/b/Page.html", "a/b/Page_files/x.css",
            ])
        #expect(fixture.content("incoming/a/b/Page (2).html") == "First")
        #expect(fixture.files("active").isEmpty)
    }

    @Test func `brings claims back when their folders are gone`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("a/b/brief.txt")
        _ = try fixture.claimOne()
        try FileManager.default.removeItem(at: fixture.url("incoming/a"))
        try fixture.restart()
        #expect(fixture.files("incoming") == ["a/b/brief.txt"])
    }

    @Test func `does not double a copy whose original was not yet removed`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("brief.txt", "Words")
        _ = try fixture.claimOne()
        try fixture.drop("brief.txt", "Words")
        try fixture.restart()
        #expect(fixture.files("incoming") == ["brief.txt"])
    }

    @Test func `counts workers' deaths over a restart`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("brief.html")
        #expect(try fixture.claimOne().recordWorkerDeath(now: fixture.at(3)) == 1)
        try fixture.restart()
        let item = try #require(try fixture.spool.scan(now: fixture.at(101)).ready.first)
        #expect(item.queue == .deferred)
        #expect(item.attempts == 0)
        let claim = try fixture.spool.claim(item, now: fixture.at(101))
        #expect(claim.workerDeaths == 1)
        #expect(try claim.recordWorkerDeath(now: fixture.at(102)) == 2)
        try claim.quarantine(.killedWorkers, now: fixture.at(103))
        #expect(fixture.files("corrupt") == ["brief.html", "brief.html.reason.json"])
        #expect(fixture.files("active").isEmpty)
    }

    @Test func `the daemon's own death leaves no mark on the document`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("brief.html")
        for round in 1...5 {
            _ = try fixture.claimOne(at: Double(round) * 100)
            try fixture.restart(at: Double(round) * 100 + 10)
            #expect(fixture.files("incoming") == ["brief.html"])
            #expect(fixture.files("active").isEmpty)
        }
        #expect(try fixture.claimOne(at: 600).workerDeaths == 0)
    }

    @Test func `removes a saved folder of any depth`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("Page.html", "<p>Words</p>")
        var deep = try Directory(at: fixture.url("incoming").path)
        try deep.makeDirectory("Page_files")
        deep = try deep.directory("Page_files")
        for _ in 1...100 {
            try deep.makeDirectory("d")
            try deep.createFile("f").write([1])
            deep = try deep.directory("d")
        }
        try fixture.claimOne().finish()
        #expect(fixture.files("active").isEmpty)
        #expect(!fixture.exists("incoming/Page_files"))
    }

    @Test func `recovery that failed is tried again, and touches no claim of this run`() throws {
        let fixture = try SpoolFixture()
        // As a daemon leaves it that died.
        try FileManager.default.createDirectory(
            at: fixture.url("active/9/a"), withIntermediateDirectories: true)
        try Data("First".utf8).write(to: fixture.url("active/9/a/brief.txt"))
        try FileManager.default.removeItem(at: fixture.url("incoming"))
        try Data().write(to: fixture.url("incoming"))
        #expect(throws: SpoolError.self) { try fixture.spool.recover(now: fixture.at(1)) }
        #expect(!fixture.spool.isRecovered)
        #expect(fixture.files("active").count == 1)
        try FileManager.default.removeItem(at: fixture.url("incoming"))
        try fixture.drop("other.txt", "Second")
        let claim = try fixture.claimOne(at: 200)
        #expect(try fixture.spool.recover(now: fixture.at(210)) == 1)
        #expect(fixture.spool.isRecovered)
        #expect(fixture.content("incoming/a/brief.txt") == "First")
        #expect(try claim.read(maxBytes: 10) == Array("Second".utf8))
        #expect(try fixture.spool.recover(now: fixture.at(220)) == 0)
        #expect(fixture.files("active").count == 1)
    }

    @Test func `what was put into active by hand comes back, whatever its name`() throws {
        let fixture = try SpoolFixture()
        try Data("Mine".utf8).write(to: fixture.url("active/notes.bak"))
        try fixture.restart()
        #expect(fixture.content("incoming/notes.bak") == "Mine")
    }
}
