import BriefModel
import FeedFetching
import Foundation
import Synchronization
import Testing

@testable import BriefDaemon

@Suite struct HostSlotsTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    private func slots(
        spacing: Duration, patience: Duration = HostSlots.patience
    ) -> HostSlots {
        HostSlots(
            settings: PollingSettings(perHostSpacing: spacing), holds: [:], patience: patience,
            clock: { [now] in now },
            onHold: { _, _ in })
    }

    @Test func `lets one request at a time through to a host`() async throws {
        let slots = slots(spacing: .zero)
        let running = Gauge()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...20 {
                group.addTask {
                    try await slots.enter("a:80", isHop: false)
                    running.up()
                    await Task.yield()
                    running.down()
                    await slots.leave("a:80", after: .answered)
                }
            }
            try await group.waitForAll()
        }
        #expect(running.most == 1)
    }

    @Test func `keeps the spacing from the end of one request to the start of the next`()
        async throws
    {
        let slots = slots(spacing: .milliseconds(60))
        try await slots.enter("a:80", isHop: false)
        let end = ContinuousClock.now
        await slots.leave("a:80", after: .answered)
        try await slots.enter("a:80", isHop: false)
        #expect(ContinuousClock.now - end >= .milliseconds(60))
        await slots.leave("a:80", after: .answered)
    }

    @Test func `keeps no hop of a redirect waiting`() async throws {
        let slots = slots(spacing: .seconds(600))
        try await slots.enter("a:80", isHop: false)
        await slots.leave("a:80", after: .answered)
        let start = ContinuousClock.now
        try await slots.enter("a:80", isHop: true)
        #expect(ContinuousClock.now - start < .seconds(300))
        await slots.leave("a:80", after: .answered)
    }

    @Test func `lets hosts through while more others rest than may be asked at once`() async throws
    {
        let slots = slots(spacing: .seconds(600))
        let resting = (0..<HostSlots.requestLimit + 10).map { "r\($0):80" }
        for host in resting {
            try await slots.enter(host, isHop: false)
            await slots.leave(host, after: .answered)
        }
        let waiters = resting.map { host in Task { try await slots.enter(host, isHop: false) } }
        await Task.yield()
        let start = ContinuousClock.now
        try await slots.enter("fresh:80", isHop: false)
        #expect(ContinuousClock.now - start < .seconds(300))
        for waiter in waiters { waiter.cancel() }
    }

    @Test func `lets hosts through while slow ones hold every place`() async throws {
        let slots = slots(spacing: .zero, patience: .milliseconds(40))
        let aging = Task { await slots.keepAging() }
        for number in 0..<HostSlots.requestLimit {
            try await slots.enter("slow\(number):80", isHop: false)
        }
        try await slots.enter("fresh:80", isHop: false)
        #expect(slots.requestsUnderWay == HostSlots.requestLimit + 1)
        await slots.leave("slow0:80", after: .noAnswer)
        await slots.leave("fresh:80", after: .answered)
        #expect(slots.requestsUnderWay == HostSlots.requestLimit - 1)
        aging.cancel()
        await aging.value
    }

    @Test func `starts nothing while too many bytes are in hand`() async throws {
        let slots = slots(spacing: .zero)
        let waiter = await slots.carrying(HostSlots.bytesInHandLimit) {
            let waiter = Task { try await slots.enter("a:80", isHop: false) }
            try? await Task.sleep(for: .milliseconds(50))
            #expect(slots.requestsUnderWay == 0)
            return waiter
        }
        try await waiter.value
        #expect(slots.requestsUnderWay == 1)
    }

    @Test func `takes a cancelled waiter out of the queue`() async throws {
        let slots = slots(spacing: .zero)
        try await slots.enter("a:80", isHop: false)
        let waiter = Task { try await slots.enter("a:80", isHop: false) }
        await Task.yield()
        waiter.cancel()
        await #expect(throws: FeedFetchError.cancelled) { try await waiter.value }
        await slots.leave("a:80", after: .answered)
        try await slots.enter("a:80", isHop: false)
    }

    @Test func `refuses a host that asked to be left alone, and no other`() async throws {
        let slots = slots(spacing: .zero)
        try await slots.enter("a:80", isHop: false)
        await slots.leave("a:80", after: .limited(retryAfter: "120"))
        let until = try #require(slots.hold(of: "a:80"))
        #expect(until == now + 120)
        await #expect(throws: FeedFetchError.self) { try await slots.enter("a:80", isHop: false) }
        try await slots.enter("b:80", isHop: false)
    }
}

/// Counts how many are within at a time.
private final class Gauge: Sendable {
    private let state = Mutex((now: 0, most: 0))

    var most: Int { state.withLock { $0.most } }
    func up() {
        state.withLock { state in
            state.now += 1
            state.most = max(state.most, state.now)
        }
    }
    func down() { state.withLock { $0.now -= 1 } }
}
