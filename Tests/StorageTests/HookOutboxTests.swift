import Foundation
import Storage
import Testing

@Suite struct HookOutboxTests {
    private let path = NSTemporaryDirectory() + "outbox-\(UUID().uuidString).sqlite"
    private let now = Date(timeIntervalSince1970: 1_790_000_000)

    private func open(_ hooks: [(String, String)] = [("desk", "a"), ("list", "b")]) throws
        -> HookOutbox
    {
        let outbox = try HookOutbox(path: path)
        try outbox.adopt(hooks.map { (name: $0.0, target: $0.1) }, position: "0", now: now)
        return outbox
    }

    private func message(_ number: Int, hook: String = "desk", priority: Int = 3) -> HookMessage {
        HookMessage(
            id: "msg_\(hook)_\(number)", hook: hook, kind: "filed", subject: "\(number)",
            priority: priority, created: now)
    }

    @Test func `keeps messages and places over a restart, and enters nothing twice`() throws {
        let first = try open()
        try first.enter([message(1), message(2)], hooks: ["desk", "list"], position: "c1.ab")
        let second = try open()
        try second.enter([message(2), message(3)], hooks: ["desk"], position: "c2.ab")
        let standings = try second.standings()
        #expect(standings.map(\.waiting) == [3, 0])
        #expect(standings.map(\.position) == ["c2.ab", "c1.ab"])
    }

    @Test func `gives the most urgent first, and nothing before its time`() throws {
        let outbox = try open()
        try outbox.enter([message(1), message(2, priority: 5)], hooks: [], position: "0")
        #expect(try outbox.next(of: "desk", now: now).message?.subject == "2")
        try outbox.noteFailure(
            of: ["msg_desk_2"], to: "desk", why: "no", next: now + 60, pause: nil, now: now)
        #expect(try outbox.next(of: "desk", now: now).message?.subject == "1")
        try outbox.noteDelivery(of: ["msg_desk_1"], to: "desk", now: now)
        let next = try outbox.next(of: "desk", now: now)
        #expect(next.message == nil && next.due == now + 60)
        let late = try outbox.next(of: "desk", now: now + 60).message
        #expect(late?.attempts == 1 && late?.why == "no")
    }

    @Test func `a hook that is stopped keeps its letters until it is tried again`() throws {
        let outbox = try open()
        try outbox.enter([message(1), message(2)], hooks: [], position: "0")
        try outbox.stop("desk", why: "gone", now: now)
        var desk = try outbox.standings()[0]
        #expect(desk.stopped == "gone" && desk.dead == 2 && desk.waiting == 0)
        #expect(try outbox.deadLetters(of: "desk", before: nil, limit: 1).map(\.subject) == ["2"])
        #expect(
            try outbox.deadLetters(of: nil, before: "msg_desk_2", limit: 9).map(\.subject) == ["1"])
        #expect(try outbox.retry("desk", now: now) == 2)
        #expect(try outbox.retry("none", now: now) == nil)
        desk = try outbox.standings()[0]
        #expect(desk.stopped == nil && desk.waiting == 2)
        // Another address is another receiver.
        try outbox.stop("desk", why: "gone", now: now)
        try outbox.adopt([(name: "desk", target: "elsewhere")], position: "c9.ab", now: now)
        #expect(try outbox.standings().map(\.stopped) == [nil])
        #expect(try outbox.standings().map(\.position) == ["0"])
    }

    @Test func `lets the oldest dead letters go, and counts them`() throws {
        let outbox = try open()
        let all = (0..<1_050).map { message($0) }
        try outbox.enter(all, hooks: [], position: "0")
        try outbox.bury(all.map(\.id), of: "desk", why: "old", now: now)
        let desk = try outbox.standings()[0]
        #expect(desk.dead == HookOutbox.deadLimit && desk.lost == 50)
    }

    @Test func `a digest holds the same until it is delivered`() throws {
        let outbox = try open()
        try outbox.enter([message(1), message(2)], hooks: [], position: "0")
        #expect(try outbox.digest(of: "desk") == nil)
        try outbox.beginDigest(of: "desk", batch: "2026", limit: 10, now: now)
        try outbox.enter([message(3)], hooks: [], position: "0")
        let digest = try #require(try outbox.digest(of: "desk"))
        #expect(digest.batch == "2026" && digest.messages.map(\.subject) == ["1", "2"])
        try outbox.noteDelivery(of: digest.messages.map(\.id), to: "desk", now: now)
        #expect(try outbox.digest(of: "desk") == nil)
        #expect(try outbox.standings()[0].waiting == 1)
    }

    @Test func `tells of a problem once, and again when it comes back`() throws {
        let outbox = try open()
        var number = 0
        func look(_ codes: [String]) throws {
            try outbox.enterProblems(codes) { _ in
                number += 1
                return [message(number)]
            }
        }
        try look(["a"])
        try look(["a"])
        try look(["a", "b"])
        try look([])
        try look(["a"])
        #expect(try outbox.standings()[0].waiting == 3)
    }
}
