import BriefModel
import Foundation
import Storage
import Synchronization
import Testing

@testable import BriefDaemon

/// What is due, what is in hand and what comes of it: each test is a table of events in some order.
@Suite struct FeedScheduleTests {
    private let start = Date(timeIntervalSince1970: 1_800_000_000)
    private let one = "http://quay.example/one"
    private let two = "http://quay.example/two"
    private let far = "http://far.example/feed"

    final class Holds: HostHolds {
        let hosts = Mutex<[String: Date]>([:])

        var hasHolds: Bool { hosts.withLock { !$0.isEmpty } }

        func hold(of host: String) -> Date? { hosts.withLock { $0[host] } }
    }

    private func schedule(
        _ urls: [String], holds: Holds = Holds(), remembered: [FeedState] = [],
        waiting: [String: (count: Int, next: Date)] = [:]
    ) -> FeedSchedule {
        let states = Dictionary(uniqueKeysWithValues: remembered.map { ($0.id, $0) })
        var schedule = FeedSchedule(settings: PollingSettings(), remembered: states, holds: holds)
        schedule.apply(
            .init(
                settings: PollingSettings(), subscriptions: subscriptions(urls), waiting: waiting),
            now: start)
        return schedule
    }

    private func subscriptions(_ urls: [String]) -> [FeedSubscription] {
        urls.map { FeedSubscription(url: $0) }
    }

    private func apply(_ urls: [String], to schedule: inout FeedSchedule, now: Date) {
        schedule.apply(
            .init(settings: PollingSettings(), subscriptions: subscriptions(urls)), now: now)
    }

    /// What a poll comes to that was answered.
    private func answered(_ state: FeedState, at now: Date, next: TimeInterval = 3_600) -> FeedState
    {
        var state = state
        state.lastPoll = now
        state.lastStatus = 200
        state.lastSuccess = now
        state.nextDue = now + next
        return state
    }

    private func id(_ url: String) -> String { FeedState.id(of: url) }

    /// Takes a feed in hand and begins its poll.
    private func begin(_ url: String, _ schedule: inout FeedSchedule, now: Date) throws -> FeedState
    {
        schedule.takeUp(now)
        let key = FeedState(url: url, nextDue: now).hostKey
        let host = try #require(schedule.jobs().hosts.first { $0 == key })
        #expect(schedule.next(of: host) == id(url))
        let feed = schedule.toPoll(id(url), now)
        return try #require(feed).state
    }

    @Test func `polls the feeds of one host one after the other, and hosts side by side`() {
        var schedule = schedule([one, two, far])
        schedule.takeUp(start)
        let hosts = schedule.jobs().hosts
        #expect(hosts.count == 2)
        #expect(schedule.jobs().isEmpty)
        let quay = hosts.first { $0.contains("quay") } ?? ""
        let first = schedule.next(of: quay)
        #expect(schedule.inHand == [id(one), id(two), id(far)])
        schedule.finishedPoll(first ?? "", always: false, start)
        #expect(schedule.next(of: quay) != first)
        #expect(schedule.next(of: quay) == nil)
    }

    @Test func `takes nothing in hand before it is due, nor what is in hand`() throws {
        var schedule = schedule([one])
        let began = try begin(one, &schedule, now: start)
        schedule.takeUp(start + 90_000)
        #expect(schedule.jobs().isEmpty)
        _ = schedule.polled(began, answered(began, at: start), isMorePushed: false, now: start)
        schedule.finishedPoll(id(one), always: false, start)
        #expect(schedule.next == start + 3_600)
        schedule.takeUp(start + 3_599)
        #expect(schedule.inHand.isEmpty)
        schedule.takeUp(start + 3_600)
        #expect(schedule.inHand == [id(one)])
    }

    @Test func `leaves a feed alone as long as its host asked for it`() {
        let holds = Holds()
        var schedule = schedule([one], holds: holds)
        let key = FeedState(url: one, nextDue: start).hostKey ?? ""
        holds.hosts.withLock { $0 = [key: start + 600] }
        schedule.takeUp(start)
        #expect(schedule.inHand.isEmpty)
        #expect(schedule.next == start + 600)
        schedule.takeUp(start + 600)
        #expect(schedule.inHand == [id(one)])
    }

    @Test func `goes on from a poll that ended while a new configuration was read`() throws {
        var schedule = schedule([one])
        let began = try begin(one, &schedule, now: start)
        let end = schedule.polled(
            began, answered(began, at: start), isMorePushed: false, now: start)
        #expect(end == .init(isToBeCounted: true))
        apply([one, two], to: &schedule, now: start + 1)
        #expect(schedule[id(one)]?.state.lastSuccess == start)
        schedule.finishedPoll(id(one), always: false, start + 1)
        schedule.takeUp(start + 10)
        #expect(schedule.inHand == [id(two)])
    }

    @Test func `does not take up a feed anew that was removed and came back under its poll`() throws
    {
        var schedule = schedule([one])
        let began = try begin(one, &schedule, now: start)
        apply([], to: &schedule, now: start)
        apply([one], to: &schedule, now: start)
        schedule.takeUp(start + 90_000)
        #expect(schedule.jobs().isEmpty)
        let ended = answered(began, at: start + 90_000)
        _ = schedule.polled(began, ended, isMorePushed: false, now: start + 90_000)
        schedule.finishedPoll(id(one), always: false, start + 90_000)
        #expect(schedule.next == start + 93_600)
    }

    @Test func `remembers where the last poll of a feed ended that was removed under it`() throws {
        var schedule = schedule([one])
        let began = try begin(one, &schedule, now: start)
        apply([], to: &schedule, now: start)
        let end = schedule.polled(
            began, answered(began, at: start), isMorePushed: false, now: start)
        #expect(end == .init())
        schedule.finishedPoll(id(one), always: true, start)
        #expect(schedule.inHand.isEmpty)
        apply([one], to: &schedule, now: start + 5)
        #expect(schedule.next == start + 3_600)
    }

    @Test func `heeds a pause and an order that were given under a poll`() throws {
        var schedule = schedule([one])
        let began = try begin(one, &schedule, now: start)
        try schedule.pause(id(one))
        let end = schedule.polled(
            began, answered(began, at: start), isMorePushed: false, now: start)
        #expect(end.isToBeSaved)
        schedule.finishedPoll(id(one), always: false, start)
        #expect(schedule.next == nil)
        #expect(throws: PollingError.paused(id: id(one))) { try schedule.ask(id(one), start) }
        #expect(try schedule.resume(id(one), start))
        #expect(schedule.next == start + 3_600)
        #expect(try !schedule.resume(id(one), start))
    }

    @Test func `asks when an operator says so, the minimum after the last answer`() throws {
        var schedule = schedule([one])
        let began = try begin(one, &schedule, now: start)
        let ended = answered(began, at: start, next: 80_000)
        _ = schedule.polled(began, ended, isMorePushed: false, now: start)
        schedule.finishedPoll(id(one), always: false, start)
        try schedule.ask(id(one), start + 60)
        #expect(schedule.next == start + 3_600)
        #expect(throws: PollingError.noFeed(id: "0")) { try schedule.ask("0", start) }
    }

    @Test func `stays in hand for the pages of a feed, and comes to an end`() throws {
        var schedule = schedule([one])
        let began = try begin(one, &schedule, now: start)
        _ = schedule.polled(began, answered(began, at: start), isMorePushed: false, now: start)
        schedule.counted(3, nextPage: start, of: id(one), start)
        schedule.finishedPoll(id(one), always: false, start)
        #expect(schedule.inHand == [id(one)])
        #expect(schedule.jobs() == .init(hosts: [], pages: [id(one)]))
        schedule.counted(2, nextPage: start + 60, of: id(one), start)
        schedule.finishedPages(id(one))
        // First those entries are filed that nobody has seen.
        let grace = PollingSettings().pageGrace.seconds
        #expect(schedule.next == start + grace)
        #expect(schedule.takeUpUnseen(start + grace) == [id(one)])
        #expect(schedule.next == start + 60)
    }

    @Test func `files at once what was put down unseen before a restart, or before it came back`() {
        let waiting = [id(one): (count: 2, next: start + 500)]
        var fresh = schedule([one], waiting: waiting)
        #expect(fresh.takeUpUnseen(start) == [id(one)])
        var back = schedule([])
        back.apply(
            .init(
                settings: PollingSettings(), subscriptions: subscriptions([one]), waiting: waiting),
            now: start)
        #expect(back.takeUpUnseen(start) == [id(one)])
    }

    @Test func `moves due times along with the clock, those of a poll under way when it fails`()
        throws
    {
        var schedule = schedule([one, far])
        _ = try begin(one, &schedule, now: start)
        schedule.clockSet(by: -86_400)
        #expect(schedule[id(one)]?.state.nextDue == start)
        #expect(schedule[id(far)]?.state.nextDue == start - 86_400)
        schedule.putOff(id(one), until: start - 86_400 + 60)
        schedule.finishedPoll(id(one), always: false, start - 86_400)
        #expect(schedule[id(one)]?.state.nextDue == start - 86_400 + 60)
    }

    @Test func `moves due times along while the pages of a feed are fetched`() throws {
        var schedule = schedule([one])
        let began = try begin(one, &schedule, now: start)
        _ = schedule.polled(began, answered(began, at: start), isMorePushed: false, now: start)
        schedule.counted(1, nextPage: start, of: id(one), start)
        schedule.finishedPoll(id(one), always: false, start)
        #expect(schedule.inHand == [id(one)])
        schedule.clockSet(by: -86_400)
        schedule.counted(0, nextPage: nil, of: id(one), start - 86_400)
        schedule.finishedPages(id(one))
        _ = schedule.takeUpUnseen(start)
        #expect(schedule.next == start - 86_400 + 3_600)
    }

    @Test func `moves along what is remembered of a feed that is not subscribed to`() throws {
        var schedule = schedule([one])
        let began = try begin(one, &schedule, now: start)
        _ = schedule.polled(began, answered(began, at: start), isMorePushed: false, now: start)
        schedule.finishedPoll(id(one), always: false, start)
        apply([], to: &schedule, now: start)
        schedule.clockSet(by: 86_400)
        #expect(schedule.settled.map(\.lastPoll) == [start + 86_400])
        apply([one], to: &schedule, now: start + 86_400)
        #expect(schedule.next == start + 86_400 + 3_600)
    }

    @Test func `merges a feed that moved to the address of another one`() throws {
        var schedule = schedule([far, one])
        schedule.takeUp(start)
        let feed = schedule.toPoll(id(far), start)
        let began = try #require(feed).state
        var ended = answered(began, at: start)
        ended.address = one
        let end = schedule.polled(began, ended, isMorePushed: false, now: start)
        #expect(end.twin?.url == one)
        #expect(end.isToBeSaved)
        #expect(schedule[id(far)]?.state.condition == .merged)
        schedule.finishedPoll(id(far), always: false, start)
        // As long as the other one is there.
        apply([far], to: &schedule, now: start)
        #expect(schedule[id(far)]?.state.condition == .ok)
    }

    @Test func `lets a new subscription go on where the feed was that moved there`() {
        var old = answered(FeedState(url: far, nextDue: start), at: start - 100)
        old.address = one
        let moves = FeedJoin.moves(subscriptions([one]), [old.id: old])
        #expect(moves.map(\.old) == [id(far)])
        var schedule = FeedSchedule(
            settings: PollingSettings(), remembered: [old.id: old], holds: Holds())
        schedule.apply(
            .init(
                settings: PollingSettings(), subscriptions: subscriptions([one]), moves: moves),
            now: start)
        #expect(schedule[id(one)]?.state.lastSuccess == start - 100)
        #expect(schedule.remembered.isEmpty)
    }
}
