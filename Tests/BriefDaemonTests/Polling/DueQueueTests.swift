import Foundation
import Testing

@testable import BriefDaemon

@Suite struct DueQueueTests {
    private let start = Date(timeIntervalSince1970: 1_800_000_000)

    @Test func `gives what is due, the earliest first`() {
        var queue = DueQueue()
        for (id, seconds) in [("c", 30.0), ("a", 10), ("d", 40), ("b", 20)] {
            queue.set(id, due: start + seconds)
        }
        #expect(queue.first == start + 10)
        #expect(queue.pop(due: start + 25) == "a")
        #expect(queue.pop(due: start + 25) == "b")
        #expect(queue.pop(due: start + 25) == nil)
        #expect(queue.first == start + 30)
    }

    @Test func `keeps the last time that was set`() {
        var queue = DueQueue()
        queue.set("a", due: start + 10)
        queue.set("b", due: start + 15)
        queue.set("a", due: start + 20)
        queue.set("b", due: nil)
        #expect(queue.first == start + 20)
        #expect(queue.pop(due: start + 60) == "a")
        #expect(queue.pop(due: start + 60) == nil)
        queue.set("a", due: start + 5)
        #expect(queue.pop(due: start + 60) == "a")
    }

    @Test func `sorts ten thousand`() {
        var queue = DueQueue()
        for number in 0..<10_000 {
            queue.set("\(number)", due: start + Double(number * 7919 % 10_007))
        }
        var last = Date.distantPast
        var count = 0
        while let first = queue.first, queue.pop(due: first) != nil {
            #expect(first >= last)
            last = first
            count += 1
        }
        #expect(count == 10_000)
    }
}
