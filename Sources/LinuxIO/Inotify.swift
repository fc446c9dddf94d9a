import CLinux
import Glibc

/// Hints from the kernel that something happened in directories (inotify(7)). Only hints: the queue can
/// overflow, and other machines' changes are not seen; the truth is what a look into the directory shows.
///
/// One thread waits; any thread may watch and wake.
public final class Inotify: Sendable {
    /// What came up while waiting.
    public struct Report: Sendable, Equatable {
        /// Something was made, moved in, closed after writing, or changed its permissions.
        public var changed = false
        /// The kernel's queue overflowed: anything may have happened.
        public var overflowed = false
        /// `wake()` was called.
        public var woken = false

        public init() {}
    }

    private let events: Int32
    private let alarm: Int32

    /// - Throws: EMFILE for "inotify_init" mostly means that fs.inotify.max_user_instances is reached.
    public init() throws(SystemError) {
        events = briefd_make_inotify()
        guard events >= 0 else {
            throw SystemError(call: "inotify_init", path: "-", errno: errno)
        }
        alarm = briefd_make_alarm()
        guard alarm >= 0 else {
            let code = errno
            close(events)
            throw SystemError(call: "eventfd", path: "-", errno: code)
        }
    }

    /// Only wakes and waits, for a machine that gives no more instances away.
    public init(wakingOnly: Void) throws(SystemError) {
        events = -1
        alarm = briefd_make_alarm()
        guard alarm >= 0 else {
            throw SystemError(call: "eventfd", path: "-", errno: errno)
        }
    }

    deinit {
        close(events)
        close(alarm)
    }

    /// Watches a directory, not what is beneath it; once watched, it costs little to ask again. The watch ends
    /// with the directory. ENOSPC means that fs.inotify.max_user_watches is reached.
    public func watch(_ directory: borrowing Directory) throws(SystemError) {
        let mask = IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR
        guard events >= 0 else {
            throw SystemError(call: "inotify_add_watch", path: directory.path, errno: EBADF)
        }
        // The open descriptor says which directory is meant, whatever its name has become.
        let path = "/proc/self/fd/\(directory.descriptor)"
        guard unsafe inotify_add_watch(events, path, UInt32(mask)) >= 0 else {
            throw SystemError(call: "inotify_add_watch", path: directory.path, errno: errno)
        }
    }

    /// Blocks until something happened, `wake()` was called, or the time is over (then the report is empty).
    /// Everything that is queued is taken at once.
    public func wait(atMost time: Duration) throws(SystemError) -> Report {
        var waiting = [
            pollfd(fd: events, events: Int16(POLLIN), revents: 0),
            pollfd(fd: alarm, events: Int16(POLLIN), revents: 0),
        ]
        let count = unsafe poll(&waiting, 2, Inotify.milliseconds(time))
        guard count >= 0 else {
            if errno == EINTR { return Report() }
            throw SystemError(call: "poll", path: "inotify", errno: errno)
        }
        var report = Report()
        if waiting[1].revents != 0 {
            report.woken = true
            var value: UInt64 = 0
            _ = unsafe read(alarm, &value, 8)
        }
        if waiting[0].revents != 0 { try drain(into: &report) }
        return report
    }

    /// Makes `wait` return, now or the next time.
    public func wake() {
        var one: UInt64 = 1
        _ = unsafe write(alarm, &one, 8)
    }

    private func drain(into report: inout Report) throws(SystemError) {
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { room in
                unsafe read(events, room.baseAddress, room.count)
            }
            if count < 0 {
                if errno == EAGAIN { return }
                if errno == EINTR { continue }
                throw SystemError(call: "read", path: "inotify", errno: errno)
            }
            if count == 0 { return }
            Inotify.note(buffer[0..<count], in: &report)
        }
    }

    /// struct inotify_event: wd, mask, cookie, len (32 bits each), then len bytes of name.
    private static func note(_ bytes: ArraySlice<UInt8>, in report: inout Report) {
        var rest = bytes
        while rest.count >= 16 {
            let mask = word(rest.dropFirst(4))
            if mask & UInt32(IN_Q_OVERFLOW) != 0 {
                report.overflowed = true
            } else if mask & UInt32(IN_IGNORED) == 0 {
                report.changed = true
            }
            rest = rest.dropFirst(16 + Int(word(rest.dropFirst(12))))
        }
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var value: UInt32 = 0
        unsafe withUnsafeMutableBytes(of: &value) { room in
            unsafe room.copyBytes(from: bytes.prefix(4))
        }
        return value
    }

    /// Rounded up, so that nobody looks a moment too early and then again.
    private static func milliseconds(_ time: Duration) -> Int32 {
        let (seconds, attoseconds) = time.components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        guard seconds < 1_000_000 else { return 1_000_000_000 }
        return Int32(seconds) * 1000
            + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
