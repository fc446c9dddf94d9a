import Foundation
import Glibc
import LinuxIO
import Spooling
import Synchronization
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
        let watcher = try SpoolWatcher(spool: fixture.spool, interval: .milliseconds(300))
        var hints = watcher.hints.makeAsyncIterator()
        #expect(await hints.next() == .start)
        #expect(await hints.next() == .interval)
        watcher.stop()
    }

    @Test func `goes on by scanning where the kernel gives no instance, and says so`() async throws
    {
        let fixture = try SpoolFixture()
        try fixture.drop("a/first.txt")
        let isThere = Atomic(false)
        let watcher = try SpoolWatcher(
            spool: fixture.spool, blindInterval: .milliseconds(300),
            makeInotify: { () throws(SystemError) in
                guard isThere.load(ordering: .relaxed) else {
                    throw SystemError(call: "inotify_init", path: "-", errno: EMFILE)
                }
                return try Inotify()
            })
        var hints = watcher.hints.makeAsyncIterator()
        #expect(await hints.next() == .start)
        let blind = try fixture.spool.scan(now: Date())
        #expect(blind.pending + blind.ready.count == 1)
        #expect(blind.watchFault?.errno == EMFILE)
        #expect(blind.unwatched == 2)
        watcher.note(blind, now: Date())
        #expect(await hints.next() == .interval)
        isThere.store(true, ordering: .relaxed)
        _ = await hints.next()
        _ = await hints.next()
        let seeing = try fixture.spool.scan(now: Date())
        #expect(seeing.watchFault == nil)
        #expect(seeing.unwatched == 0)
        watcher.stop()
    }

    @Test func `looks more often while a folder is not watched`() async throws {
        let fixture = try SpoolFixture()
        let watcher = try SpoolWatcher(spool: fixture.spool, blindInterval: .milliseconds(300))
        var hints = watcher.hints.makeAsyncIterator()
        #expect(await hints.next() == .start)
        var scan = try fixture.spool.scan(now: Date())
        scan.unwatched = 1
        watcher.note(scan, now: Date())
        #expect(await hints.next() == .interval)
        watcher.stop()
    }
}
