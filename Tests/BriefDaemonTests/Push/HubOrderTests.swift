import BriefModel
import Foundation
import Storage
import Testing

@testable import BriefDaemon

/// When hubs are asked.
@Suite struct HubOrderTests {
    private typealias Fixture = PollingFixture

    private func fixture() throws -> Fixture {
        var fixture = try Fixture { .text("hub:http://hub.example/", for: $0) }
        fixture.settings.adaptive = false
        return fixture
    }

    @Test func `asks again later and later where a hub does not answer, over a restart too`()
        async throws
    {
        let fixture = try fixture()
        let polling = try fixture.polling()
        #expect(await polling.hubOrders(limit: 9).isEmpty, "its feed says nothing of one yet")
        await polling.pollDueOnce()
        let first = await polling.hubOrders(limit: 9)
        #expect(first.map(\.hub) == ["http://hub.example/"])
        #expect(first.map(\.topic) == [Fixture.feed])
        #expect(await polling.hubOrders(limit: 9).isEmpty)
        fixture.clock.advance(3_601)
        let again = try fixture.polling()
        #expect(await again.hubOrders(limit: 9) == first)
        fixture.clock.advance(3_601)
        #expect(await again.hubOrders(limit: 9).isEmpty)
        fixture.clock.advance(3_601)
        #expect(await again.hubOrders(limit: 9) == first)
    }

    @Test func `renews a lease a day before its end, and asks otherwise no more`() async throws {
        let fixture = try fixture()
        let polling = try fixture.polling()
        await polling.pollDueOnce()
        let order = try #require(await polling.hubOrders(limit: 9).first)
        await polling.heed(.agreed(token: order.token, seconds: 10 * 86_400))
        fixture.clock.advance(8 * 86_400)
        #expect(await polling.hubOrders(limit: 9).isEmpty)
        fixture.clock.advance(86_401)
        #expect(await polling.hubOrders(limit: 9) == [order])
    }

    @Test func `falls back to polling when the lease ends, or the hub refuses`() async throws {
        for isRefused in [true, false] {
            let fixture = try fixture()
            let polling = try fixture.polling()
            await polling.pollDueOnce()
            let order = try #require(await polling.hubOrders(limit: 9).first)
            await polling.heed(.agreed(token: order.token, seconds: 90_000))
            // The answer of another poll: the next is a day off.
            fixture.clock.advance(8_000)
            _ = try await polling.poll(id: FeedState.id(of: Fixture.feed))
            await polling.pollDueOnce()
            var due = try #require(await polling.snapshot()[0].nextDue)
            #expect(due.timeIntervalSince(fixture.clock.now) > 80_000)
            if isRefused {
                await polling.heed(.denied(token: order.token, why: "full"))
            } else {
                fixture.clock.advance(90_001)
                await polling.pollDueOnce()
            }
            due = try #require(await polling.snapshot()[0].nextDue)
            #expect(due.timeIntervalSince(fixture.clock.now) < 8_000)
        }
    }

    @Test func `what nobody of ours is called does nothing`() async throws {
        let polling = try fixture().polling()
        await polling.heed(.agreed(token: "x", seconds: 9))
        await polling.heed(.content(token: "x", bytes: [1], type: nil))
        #expect(await polling.hubLeases.isEmpty)
    }
}
