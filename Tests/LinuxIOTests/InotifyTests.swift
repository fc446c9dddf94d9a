import Foundation
import LinuxIO
import Testing

@Suite struct InotifyTests {
    @Test func `reports what happens in a watched directory, a wake-up, and nothing`() throws {
        let path = NSTemporaryDirectory() + "briefd-inotify-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let directory = try Directory(creating: path)
        let inotify = try Inotify()
        try inotify.watch(directory)
        try inotify.watch(directory)
        #expect(try inotify.wait(atMost: .zero) == Inotify.Report())
        _ = try directory.createFile("a")
        var report = try inotify.wait(atMost: .seconds(10))
        #expect(report.changed)
        inotify.wake()
        report = try inotify.wait(atMost: .seconds(10))
        #expect(report.woken)
        #expect(try inotify.wait(atMost: .milliseconds(5)) == Inotify.Report())
    }

    @Test func `tells when the kernel's queue overflowed`() throws {
        let setting = "/proc/sys/fs/inotify/max_queued_events"
        let text = try String(contentsOfFile: setting, encoding: .utf8)
        let limit = try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        // Where an administrator raised it, filling it would take too long.
        guard limit <= 20_000 else { return }
        let path = NSTemporaryDirectory() + "briefd-inotify-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let directory = try Directory(creating: path)
        let inotify = try Inotify()
        try inotify.watch(directory)
        // Two names in turn: the kernel merges events that repeat the last one.
        _ = try directory.createFile("a")
        for _ in 0...(limit / 2) {
            try directory.rename("a", to: "b")
            try directory.rename("b", to: "a")
        }
        #expect(try inotify.wait(atMost: .seconds(10)).overflowed)
    }
}
