import Testing

@testable import BriefDaemon

@Suite struct PlacesTests {
    private func places(_ count: Int, slow: Int = 2, patience: Duration = .milliseconds(20))
        -> Places
    {
        Places(.init(places: count, slow: slow, patience: patience, bytes: 100))
    }

    @Test func `lets in as many as there are places, in their order`() async throws {
        let places = places(2, patience: .seconds(600))
        let first = try #require(await places.enter())
        _ = try #require(await places.enter())
        let third = Task { await places.enter() }
        #expect(places.count == 2)
        places.leave(first)
        #expect(await third.value != nil)
        #expect(places.count == 2)
    }

    @Test func `counts slow ones no longer, up to a limit`() async throws {
        let places = places(1, slow: 2)
        let aging = Task { await places.keepAging() }
        for _ in 1...3 { _ = try #require(await places.enter()) }
        #expect(places.count == 3)
        let fourth = Task { await places.enter() }
        // Long enough for several looks.
        try await Task.sleep(for: .milliseconds(100))
        #expect(places.count == 3)
        fourth.cancel()
        #expect(await fourth.value == nil)
        aging.cancel()
        await aging.value
    }

    @Test func `gives back the place of a slow one`() async throws {
        let places = places(1, slow: 1)
        let aging = Task { await places.keepAging() }
        let slow = try #require(await places.enter())
        let next = try #require(await places.enter())
        places.leave(slow)
        places.leave(next)
        #expect(places.count == 0)
        aging.cancel()
        await aging.value
    }

    @Test func `lets nobody in while too much is in hand`() async throws {
        let places = places(5)
        let waiter = await places.carrying(100) {
            let waiter = Task { await places.enter() }
            try? await Task.sleep(for: .milliseconds(50))
            #expect(places.count == 0)
            return waiter
        }
        #expect(await waiter.value != nil)
    }
}
