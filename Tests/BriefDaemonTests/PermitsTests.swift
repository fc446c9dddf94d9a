import Synchronization
import Testing

@testable import BriefDaemon

@Suite struct PermitsTests {
    @Test func `never has more in hand than there are permits`() async {
        let permits = Permits(10)
        let load = Load()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    await permits.run(weight: 3) {
                        load.add(3)
                        await Task.yield()
                        load.add(-3)
                    }
                }
            }
        }
        #expect(load.peak <= 10)
        #expect(permits.use.holders == 0 && permits.use.waiting == 0)
    }

    @Test func `lets one through that weighs more than all permits`() async {
        let permits = Permits(10)
        let value = await permits.run(weight: 1_000) { 7 }
        #expect(value == 7)
    }
}

private final class Load: Sendable {
    private let state = Mutex((now: 0, peak: 0))

    var peak: Int { state.withLock { $0.peak } }

    func add(_ weight: Int) {
        state.withLock {
            $0.now += weight
            $0.peak = max($0.peak, $0.now)
        }
    }
}
