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
}
