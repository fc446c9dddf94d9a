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

    @Test func `takes the first characters of an id, if they fit one alone`() throws {
        let fixture = try SpoolFixture()
        for number in 1...40 { try fixture.drop("f\(number).txt") }
        let ids = try fixture.spool.list().entries.map(\.id)
        let short = try #require(
            (1...16).lazy.map { String(ids[0].prefix($0)) }.first { start in
                ids.count { $0.hasPrefix(start) } == 1
            })
        #expect(try fixture.spool.discard(id: short).name == "f1.txt")
        #expect(throws: SpoolError.noSuchItem(id: short)) { try fixture.spool.discard(id: short) }
        #expect(throws: SpoolError.noSuchItem(id: "")) { try fixture.spool.discard(id: "") }
        let shared = String(ids[1].prefix(1))
        let several = ids.dropFirst().filter { $0.hasPrefix(shared) }
        if several.count > 1 {
            #expect(throws: SpoolError.ambiguous(id: shared, matches: several.sorted())) {
                try fixture.spool.hold(id: shared, now: fixture.at(1))
            }
        }
        #expect(try fixture.spool.counts().incoming == 39)
    }

    @Test func `counts tries over an operator's retry, and says what to do and when it is tried`()
        throws
    {
        let fixture = try SpoolFixture()
        try fixture.drop("brief.html")
        try fixture.claimOne().quarantine(.killedWorkers, now: fixture.at(3))
        let first = try #require(try fixture.spool.list().entries.first)
        #expect(first.attempts == 1)
        #expect(first.next == SpoolReason.killedWorkers.next)
        try fixture.spool.retry(id: first.id)
        let due = try fixture.claimOne(at: 10).putOff(.killedWorkers, now: fixture.at(12))
        #expect(due == fixture.at(72), "the schedule begins anew")
        let second = try #require(try fixture.spool.list().entries.first)
        #expect(second.attempts == 2)
        #expect(second.nextTry?.timeIntervalSince(due).magnitude ?? 9 < 1)
        let item = try #require(try fixture.spool.scan(now: fixture.at(73)).ready.first)
        try fixture.spool.claim(item, now: fixture.at(73)).quarantine(.empty, now: fixture.at(73))
        #expect(try fixture.spool.list().entries.first?.attempts == 3)
    }

    private func putOff(_ claim: Claim, done address: String, now: Date) throws {
        claim.progress.note(done: address)
        try claim.putOff(.killedWorkers, now: now)
    }

    @Test func `a list that is retried keeps what is done of it`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("list.url", "https://example.org/a\nhttps://example.org/b\n")
        try putOff(fixture.claimOne(), done: "https://example.org/a", now: fixture.at(3))
        try fixture.restart(at: 4)
        let entry = try #require(try fixture.spool.list().entries.first)
        try fixture.spool.retry(id: entry.id, now: fixture.at(5))
        let item = try #require(try fixture.spool.scan(now: fixture.at(6)).ready.first)
        let again = try fixture.spool.claim(item, now: fixture.at(6))
        #expect(again.progress.isOver("https://example.org/a"))
        #expect(!again.progress.isOver("https://example.org/b"))
        again.progress.note(refused: "https://example.org/b", why: "Gone.")
        try again.quarantine(
            .empty, keeping: Array("https://example.org/b\n".utf8), now: fixture.at(7))
        #expect(fixture.content("corrupt/list.url") == "https://example.org/b\n")
        let record = try fixture.reason("corrupt/list.url.reason.json")
        let progress = try #require(record["progress"] as? [String: Any])
        #expect(progress.keys.sorted() == ["refused"])
    }

    @Test func `a claim that is handed back goes on where it stopped`() throws {
        let fixture = try SpoolFixture()
        try fixture.drop("list.url", "https://example.org/a\n")
        let claim = try fixture.claimOne()
        claim.progress.note(done: "https://example.org/a")
        try claim.release(now: fixture.at(3))
        let item = try #require(try fixture.spool.scan(now: fixture.at(4)).ready.first)
        #expect(item.queue == .deferred)
        #expect(
            try fixture.spool.claim(item, now: fixture.at(4)).progress
                .isOver("https://example.org/a"))
    }
}
