import Foundation
import Spooling
import Testing

@Suite(.timeLimit(.minutes(1))) struct SpoolWatcherTests {
    @Test func `hints at the start, at a drop in a sub-folder, and when something is due`()
        async throws
    {
        let fixture = try SpoolFixture()
        try fixture.drop("a/first.txt")
        let watcher = try SpoolWatcher(spool: fixture.spool, debounce: .milliseconds(10))
        var hints = watcher.hints.makeAsyncIterator()
        #expect(await hints.next() == .start)
        var scan = try fixture.spool.scan(now: Date())
        try fixture.drop("a/second.txt")
        #expect(await hints.next() == .changed)
        scan = try fixture.spool.scan(now: Date())
        #expect(scan.pending + scan.ready.count == 2)
        scan.nextLook = Date().addingTimeInterval(0.05)
        watcher.note(scan, now: Date())
        // One drop may be told of more than once: its write and its close.
        var hint = await hints.next()
        while hint == .changed { hint = await hints.next() }
        #expect(hint == .due)
        watcher.stop()
        #expect(await hints.next() == nil)
    }

    @Test func `hints at the latest after the interval`() async throws {
        let fixture = try SpoolFixture()
        let watcher = try SpoolWatcher(spool: fixture.spool, interval: .milliseconds(30))
        var hints = watcher.hints.makeAsyncIterator()
        #expect(await hints.next() == .start)
        #expect(await hints.next() == .interval)
        watcher.stop()
    }
}
