import Synchronization
import Testing

@testable import BriefDaemon

@Suite struct SeenFeedsTests {
    private final class Clock: Sendable {
        private let time = Mutex(ContinuousClock.now)
        private let count = Mutex(0)
        var now: ContinuousClock.Instant { time.withLock { $0 } }
        var looks: Int { count.withLock { $0 } }
        func pass(_ duration: Duration) { time.withLock { $0 += duration } }
        func look() -> [FeedSnapshot] {
            count.withLock { $0 += 1 }
            return []
        }
    }

    @Test func `what a page asks for several times is put together once`() async {
        let clock = Clock()
        let seen = SeenFeeds(now: { clock.now })
        for _ in 0..<4 { _ = await seen.feeds { clock.look() } }
        #expect(clock.looks == 1)
        clock.pass(SeenFeeds.moment)
        for _ in 0..<4 { _ = await seen.feeds { clock.look() } }
        #expect(clock.looks == 2)
    }

    @Test func `an order is seen at once, also where it comes in the middle of a look`() async {
        let clock = Clock()
        let seen = SeenFeeds(now: { clock.now })
        _ = await seen.feeds { clock.look() }
        seen.forget()
        _ = await seen.feeds {
            seen.forget()
            return clock.look()
        }
        _ = await seen.feeds { clock.look() }
        #expect(clock.looks == 3)
    }
}
