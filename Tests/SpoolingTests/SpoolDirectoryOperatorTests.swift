import Foundation
import LinuxIO
import Spooling
import Testing

@Suite struct SpoolDirectoryOperatorTests {
    @Test func `a second daemon is refused, and told who holds the spool`() throws {
        let fixture = try SpoolFixture()
        let error = #expect(throws: SpoolError.self) {
            _ = try SpoolDirectory(at: fixture.root.path)
        }
        let pid = ProcessInfo.processInfo.processIdentifier
        #expect(error?.description.contains("process \(pid)") == true)
    }

    @Test func `an item keeps its id from queue to queue`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("a/brief.txt")
        let item = try #require(try fixture.settled().ready.first)
        try fixture.spool.hold(id: item.id, now: fixture.at(5))
        let held = try #require(try fixture.spool.list(queue: .hold).entries.first)
        #expect(held.id == item.id)
        #expect(held.name == "a/brief.txt")
        #expect(held.reason == SpoolReason.held.why)
        #expect(try fixture.spool.scan(now: fixture.at(9)).ready.isEmpty)
        try fixture.spool.release(id: item.id)
        #expect(fixture.files("incoming") == ["a/brief.txt"])
        #expect(fixture.files("hold").isEmpty)
        try fixture.spool.discard(id: item.id)
        #expect(fixture.files("incoming").isEmpty)
        #expect(throws: SpoolError.noSuchItem(id: item.id)) {
            try fixture.spool.discard(id: item.id)
        }
    }

    @Test func `refuses verbs that do not apply`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("brief.txt")
        let claim = try fixture.claimOne()
        #expect(throws: SpoolError.self) { try fixture.spool.discard(id: claim.item.id) }
        #expect(throws: SpoolError.self) { try fixture.spool.retry(id: claim.item.id) }
        #expect(fixture.files("active").count == 1)
    }

    @Test func `lists in pages that go on where the last one ended`() throws {
        let fixture = try SpoolFixture()
        for number in 1...7 { try fixture.drop("f\(number).txt") }
        try fixture.drop("late.part")
        var names: [String] = []
        var cursor: String?
        repeat {
            let page = try fixture.spool.list(after: cursor, limit: 3)
            #expect(page.entries.count <= 3)
            names += page.entries.map(\.name)
            cursor = page.next
        } while cursor != nil
        #expect(names == (1...7).map { "f\($0).txt" } + ["late.part"])
        #expect(try fixture.spool.counts().incoming == 7)
        let late = try fixture.spool.list().entries.last
        #expect(late?.reason == "Left alone: its name ends in .part.")
    }

    @Test func `discards a page with its folder`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("Page.html")
        try fixture.drop("Page_files/x.css")
        try fixture.claimOne().quarantine(.killedWorkers, now: fixture.at(3))
        #expect(fixture.files("corrupt").count == 3)
        let entry = try #require(try fixture.spool.list(queue: .corrupt).entries.first)
        try fixture.spool.discard(id: entry.id)
        #expect(fixture.files("corrupt").isEmpty)
        #expect(!fixture.exists("corrupt/Page_files"))
    }
}
