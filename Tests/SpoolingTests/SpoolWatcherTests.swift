import Foundation
import Spooling
import Testing

@Suite(.timeLimit(.minutes(5))) struct SpoolWatcherTests {
    @Test func `hints at the start and at a drop in a sub-folder`() async throws {
        let fixture = try SpoolFixture()
        try fixture.drop("a/first.txt")
        let watcher = try SpoolWatcher(spool: fixture.spool, debounce: .milliseconds(10))
        var hints = watcher.hints.makeAsyncIterator()
        #expect(await hints.next() == .start)
        _ = try fixture.spool.scan(now: Date())
        try fixture.drop("a/second.txt")
        #expect(await hints.next() == .changed)
        let scan = try fixture.spool.scan(now: Date())
        #expect(scan.pending + scan.ready.count == 2)
        watcher.stop()
    }

    @Test func `hints when something is due, and no more once it is stopped`() async throws {
        let fixture = try SpoolFixture()
        let watcher = try SpoolWatcher(spool: fixture.spool)
        var hints = watcher.hints.makeAsyncIterator()
        #expect(await hints.next() == .start)
        var scan = try fixture.spool.scan(now: fixture.start)
        scan.nextLook = fixture.at(0.05)
        watcher.note(scan, now: fixture.start)
        #expect(await hints.next() == .due)
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
