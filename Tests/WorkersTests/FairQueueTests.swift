import Testing

@testable import Workers

@Suite struct FairQueueTests {
    private typealias Queue = FairQueue<Int>

    /// Takes and ends one after the other, each with the seconds that it takes.
    private func order(_ queue: inout Queue, _ seconds: (Queue.Turn) -> Double) -> [Int] {
        var order: [Int] = []
        var now = 1.0
        while let turn = queue.take(now: now) {
            now += seconds(turn)
            queue.end(turn, seconds: seconds(turn), death: nil, now: now)
            order.append(turn.job)
        }
        return order
    }

    private func take(_ queue: inout Queue, _ now: Double) -> Queue.Turn? { queue.take(now: now) }

    @Test func `keeps the order of one source`() {
        var queue = Queue(workers: 1)
        for job in 1...9 { queue.put(job, of: "a") }
        #expect(order(&queue) { _ in 0.1 } == Array(1...9))
        #expect(queue.take(now: 9) == nil)
    }

    @Test func `lets sources take turns however many documents one has`() {
        var queue = Queue(workers: 1)
        for job in 1...1_000 { queue.put(job, of: "flood") }
        for job in 2_001...2_005 { queue.put(job, of: "small") }
        let order = order(&queue) { _ in 0.01 }
        #expect(order.prefix(12).filter { $0 > 2_000 } == Array(2_001...2_005))
        #expect(order.count == 1_005)
    }

    @Test func `gives by seconds, not by documents`() {
        var queue = Queue(workers: 1)
        for job in 1...100 { queue.put(job, of: "slow") }
        for job in 1_001...1_100 { queue.put(job, of: "quick") }
        let order = order(&queue) { $0.source == "slow" ? 1 : 0.01 }
        // When the quick one is done, the slow one has had as many seconds, and one document more.
        let end = order.lastIndex(of: 1_100) ?? 0
        #expect(order.prefix(end).count { $0 < 1_000 } <= 3)
    }

    @Test func `owes nobody the time in which he had nothing to do`() {
        var queue = Queue(workers: 1)
        for job in 1...1_000 { queue.put(job, of: "busy") }
        var now = 0.0
        for _ in 0..<500 {
            guard let turn = queue.take(now: now) else { break }
            now += 1
            queue.end(turn, seconds: 1, death: nil, now: now)
        }
        for job in 2_001...2_100 { queue.put(job, of: "late") }
        var late = 0
        for _ in 0..<20 {
            guard let turn = queue.take(now: now) else { break }
            now += 1
            queue.end(turn, seconds: 1, death: nil, now: now)
            if turn.source == "late" { late += 1 }
        }
        #expect((9...12).contains(late))
    }

    @Test func `gives a killer one worker, little time, and the last place`() throws {
        var queue = Queue(workers: 4)
        for job in 1...6 { queue.put(job, of: "killer") }
        let first = try #require(take(&queue, 0))
        #expect(first.seconds == nil)
        queue.end(first, seconds: 0.1, death: "signal 11", now: 1)
        for job in 11...12 { queue.put(job, of: "other") }
        #expect(queue.take(now: 1)?.source == "other" && queue.take(now: 1)?.source == "other")
        let second = try #require(take(&queue, 1))
        #expect(second.source == "killer" && second.seconds == SourceBudget.killersSeconds)
        #expect(queue.take(now: 1) == nil)
        queue.end(second, seconds: 0.1, death: nil, now: 2)
        #expect(queue.take(now: 2)?.source == "killer")
        #expect(queue.remarkable(now: 2).map(\.source) == ["killer"])
        // After an hour it is as any other.
        for job in 21...29 { queue.put(job, of: "killer") }
        #expect(queue.standing(of: "killer", now: 3_601) == .free)
        #expect(queue.take(now: 3_601)?.seconds == nil)
    }

    @Test func `lets another worker in where a document takes long`() throws {
        var queue = Queue(workers: 1)
        for job in 1...3 { queue.put(job, of: "\(job)") }
        var slow = try #require(take(&queue, 0))
        #expect(queue.take(now: 0) == nil)
        queue.giveWay(&slow)
        queue.giveWay(&slow)
        let beside = try #require(take(&queue, 1))
        #expect(queue.take(now: 1) == nil)
        queue.end(slow, seconds: 5, death: nil, now: 5)
        #expect(queue.take(now: 5) == nil)
        queue.end(beside, seconds: 1, death: nil, now: 6)
        #expect(queue.take(now: 6) != nil)
    }

    @Test func `hands back what waits`() {
        var queue = Queue(workers: 1)
        for job in 1...3 { queue.put(job, of: "a") }
        queue.put(4, of: "b")
        _ = queue.take(now: 0)
        #expect(queue.drain().sorted().count == 3)
        #expect(queue.drain().isEmpty)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `loses no document, and runs none twice`(seed: UInt64) {
        var random = Seeded(state: seed)
        var queue = Queue(workers: 3)
        var given = 0
        var taken: [Int] = []
        var running: [Queue.Turn] = []
        for step in 0..<2_000 {
            let now = Double(step) * 2
            switch random.next() % 4 {
            case 0, 1:
                given += 1
                queue.put(given, of: "source \(random.next() % 7)")
            case 2:
                if let turn = queue.take(now: now) {
                    taken.append(turn.job)
                    running.append(turn)
                }
            default:
                guard !running.isEmpty else { continue }
                let index = Int(random.next() % UInt64(running.count))
                if random.next() % 5 == 0 {
                    queue.giveWay(&running[index])
                } else {
                    let death = random.next() % 9 == 0 ? "signal 11" : nil
                    queue.end(
                        running.remove(at: index), seconds: Double(random.next() % 30) / 10,
                        death: death, now: now)
                }
            }
            #expect(running.count { !$0.isSlow } <= 3)
        }
        for turn in running { queue.end(turn, seconds: 1, death: nil, now: 4_001) }
        var now = 4_002.0
        while let turn = queue.take(now: now) {
            taken.append(turn.job)
            now += 1
            queue.end(turn, seconds: 1, death: nil, now: now)
        }
        #expect(taken.sorted() == Array(0..<given).map { $0 + 1 })
    }

    /// Two processors and the workers on them, from one event to the next.
    ///
    /// - Returns: when the last document of a healthy source was read.
    private func healthyEnd(hostile: Double?) -> Double {
        struct Running {
            var turn: Queue.Turn
            var start: Double
            var left: Double
            var limit: Double
        }
        var queue = Queue(workers: 2)
        var healthy = 0
        for document in 0..<10 {
            for source in 0..<20 {
                queue.put(document, of: "healthy \(source)")
                healthy += 1
            }
            if hostile != nil { queue.put(-1, of: "hostile") }
        }
        var running: [Running] = []
        var now = 0.0
        while healthy > 0 {
            while running.count < 4, let turn = queue.take(now: now) {
                let needed = turn.job < 0 ? hostile ?? 0 : 0.1
                running.append(
                    Running(turn: turn, start: now, left: needed, limit: Double(turn.seconds ?? 20))
                )
            }
            // Two processors among weights of nice 0 and nice 7 (sched(7)), one for each at most.
            let weights = running.map { $0.turn.isSlow ? 215.0 : 1_024 }
            let all = weights.reduce(0, +)
            let shares = weights.map { min(1, 2 * $0 / all) }
            let step = zip(running, shares).map { item, share in
                let isDone = min(item.left, item.limit) / share
                return item.turn.isSlow
                    ? isDone : min(isDone, item.start + Queue.slowAfter - now + 0.001)
            }.min()
            now += step ?? 0
            for index in running.indices {
                running[index].left -= shares[index] * (step ?? 0)
                running[index].limit -= shares[index] * (step ?? 0)
                if now - running[index].start > Queue.slowAfter {
                    queue.giveWay(&running[index].turn)
                }
            }
            running.removeAll { item in
                let isOut = item.limit <= 0.000_001
                guard item.left <= 0.000_001 || isOut else { return false }
                if item.turn.job >= 0 { healthy -= 1 }
                queue.end(
                    item.turn, seconds: now - item.start, death: isOut ? "more than 20 s" : nil,
                    now: now)
                return true
            }
        }
        return now
    }

    @Test(arguments: [0.5, 3, 20, 600])
    func `slows twenty sources by a fifth at most beside one that kills or takes long`(
        seconds: Double
    ) {
        #expect(healthyEnd(hostile: seconds) <= 1.2 * healthyEnd(hostile: nil))
    }
}

/// SplitMix64.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
