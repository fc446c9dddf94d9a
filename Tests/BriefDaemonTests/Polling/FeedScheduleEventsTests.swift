import BriefModel
import Foundation
import Storage
import Testing

@testable import BriefDaemon

/// Events in any order: what must hold after each of them.
@Suite struct FeedScheduleEventsTests {
    /// A daemon in small: a schedule, and tasks that take their time.
    private struct World {
        static let urls = (0..<9).map { "http://host\($0 / 3).example/\($0)" }
        static let ids = urls.map { FeedState.id(of: $0) }

        var now = Date(timeIntervalSince1970: 1_800_000_000)
        var dice: Dice
        let holds = FeedScheduleTests.Holds()
        var schedule: FeedSchedule
        /// Tasks of hosts, each with the feed and the state that it polls at the moment.
        var hosts: [String: FeedState?] = [:]
        var pages: [String] = []
        /// When each feed was asked last, in a time that nobody sets.
        var asked: [String: Double] = [:]
        var steady = 0.0
        var polls = 0

        init(seed: UInt64) {
            dice = Dice(seed)
            schedule = FeedSchedule(settings: PollingSettings(), remembered: [:], holds: holds)
            apply()
        }

        mutating func apply() {
            let some = World.urls.filter { _ in dice.roll(4) > 0 }
            schedule.apply(
                .init(
                    settings: PollingSettings(),
                    subscriptions: some.map { FeedSubscription(url: $0) }), now: now)
        }

        mutating func pass(_ seconds: Double) {
            now += seconds
            holds.hosts.withLock { hosts in hosts = hosts.filter { $0.value > now } }
            steady += seconds
        }

        mutating func start() throws {
            schedule.takeUp(now)
            let jobs = schedule.jobs()
            for host in jobs.hosts {
                try #require(hosts.keys.contains(host) == false, "two tasks for one host")
                hosts.updateValue(nil, forKey: host)
            }
            for id in jobs.pages {
                try #require(!pages.contains(id), "pages of a feed fetched twice at once")
                pages.append(id)
            }
        }

        /// One step of a task: it begins the next poll of its host, or ends the one that it is at.
        mutating func step(_ host: String) throws {
            if let state = hosts[host] ?? nil {
                try end(state)
                hosts.updateValue(nil, forKey: host)
            } else if let id = schedule.next(of: host) {
                guard let feed = schedule.toPoll(id, now) else {
                    return schedule.finishedPoll(id, always: false, now)
                }
                try begin(feed.state)
                hosts.updateValue(feed.state, forKey: host)
            } else {
                hosts.removeValue(forKey: host)
            }
        }

        private mutating func begin(_ state: FeedState) throws {
            let running = hosts.values.compactMap { $0?.id } + pages
            try #require(!running.contains(state.id), "a feed asked twice at once")
            if let last = asked[state.id] {
                try #require(steady - last >= 3_599, "a feed asked before its minimum")
            }
            try #require(state.hostKey.flatMap(holds.hold(of:)).map { $0 <= now } ?? true)
            asked[state.id] = steady
            polls += 1
        }

        private mutating func end(_ old: FeedState) throws {
            var new = old
            new.lastPoll = now
            new.lastStatus = 200
            new.nextDue = now + Double(3_600 + dice.roll(90_000))
            asked[old.id] = steady
            if dice.roll(3) > 0 { new.lastSuccess = now }
            if dice.roll(20) == 0 {
                new.address = World.urls[dice.roll(World.urls.count)]
            }
            let end = schedule.polled(old, new, isMorePushed: false, now: now)
            if end.isToBeCounted {
                schedule.counted(dice.roll(3), nextPage: now, of: old.id, now)
            }
            schedule.finishedPoll(old.id, always: false, now)
        }

        mutating func endPages() {
            guard !pages.isEmpty else { return }
            let id = pages.remove(at: dice.roll(pages.count))
            schedule.counted(0, nextPage: nil, of: id, now)
            schedule.finishedPages(id)
        }

        mutating func setClock() {
            let step = Double(dice.roll(200_000)) - 100_000
            now += step
            holds.hosts.withLock { hosts in hosts = hosts.mapValues { $0 + step } }
            schedule.clockSet(by: step)
        }

        mutating func hold() {
            let url = World.urls[dice.roll(World.urls.count)]
            guard let host = FeedState(url: url, nextDue: now).hostKey else { return }
            let until = now + Double(dice.roll(10_000))
            holds.hosts.withLock { $0[host] = until }
        }

        mutating func order() {
            let id = World.ids[dice.roll(World.ids.count)]
            // An order that is refused changes nothing.
            switch dice.roll(3) {
            case 0: try? schedule.pause(id)
            case 1: _ = try? schedule.resume(id, now)
            default: try? schedule.ask(id, now)
            }
        }

        mutating func event() throws {
            switch dice.roll(16) {
            case 0: if dice.roll(4) == 0 { apply() }
            case 1: order()
            case 2: endPages()
            case 3: if dice.roll(8) == 0 { setClock() }
            case 4: if dice.roll(4) == 0 { hold() }
            case 5, 6: pass(Double(dice.roll(40_000)))
            case 7: _ = schedule.takeUpUnseen(now)
            case 8, 9, 10: try start()
            default:
                guard !hosts.isEmpty else { return }
                let host = hosts.keys.sorted()[dice.roll(hosts.count)]
                try step(host)
            }
        }

        /// None is forgotten: whoever can be asked is in hand, or will be once his time has come.
        mutating func check() throws {
            var later = schedule
            let end = now + 30 * 86_400
            later.takeUp(end)
            for (id, feed) in schedule.feeds where feed.state.isPolled {
                try #require(later.inHand.contains(id), "a feed forgotten")
            }
        }

        /// Ends all that is under way: then nothing is in hand.
        mutating func settle() throws {
            for _ in 1...1_000 {
                for host in hosts.keys.sorted() { try step(host) }
                endPages()
                let jobs = schedule.jobs()
                for host in jobs.hosts { hosts.updateValue(nil, forKey: host) }
                pages += jobs.pages
                if hosts.isEmpty, pages.isEmpty { break }
            }
            try #require(schedule.inHand.isEmpty, "in hand for ever: \(schedule.inHand)")
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
    func `asks none twice or too early and forgets none, in any order of events`(
        seed: UInt64
    ) async throws {
        var world = World(seed: seed)
        for round in 1...12_500 {
            do {
                try world.event()
                if round % 20 == 0 {
                    try world.check()
                    // Other tests wait for their turn.
                    await Task.yield()
                }
                if round % 250 == 0 { try world.settle() }
            } catch {
                Issue.record("seed \(seed), event \(round): \(error)")
                return
            }
        }
        #expect(world.polls > 300)
    }
}
