import CLinux
import Glibc

/// A child process with a pipe to its standard input and pipes from its standard output and error. Killed and reaped
/// when the value goes.
///
/// The child stands in a process group of its own, so that a Ctrl-C at the terminal does not reach it, and
/// inherits no other descriptor and nothing of our environment. The caller ignores SIGPIPE (`ChildProcess.ignoreBrokenPipes`).
public final class ChildProcess {
    public enum Failure: Error, Sendable, Equatable {
        /// The child closed its end: it ended, or is about to.
        case ended
        case timedOut
        case failed(SystemError)
    }

    public let identifier: Int32
    private let input: Int32
    private let output: Int32
    private let errors: Int32
    private var status: Int32?

    /// Starts `path` with one argument.
    public init(path: String, argument: String) throws(SystemError) {
        var child = briefd_child()
        let code = unsafe briefd_spawn(path, argument, &child)
        guard code == 0 else { throw SystemError(call: "posix_spawn", path: path, errno: code) }
        identifier = child.identifier
        input = child.input
        output = child.output
        errors = child.errors
    }

    deinit {
        kill()
        _ = wait()
        _ = close(input)
        _ = close(output)
        _ = close(errors)
    }

    /// A write into a pipe whose reader is gone then fails with EPIPE instead of ending this process.
    public static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }

    /// For the child: lives until its standard input ends, whatever is sent to the terminal's or service's group.
    public static func ignoreStopSignals() {
        _ = signal(SIGINT, SIG_IGN)
        _ = signal(SIGTERM, SIG_IGN)
        _ = signal(SIGHUP, SIG_IGN)
    }

    /// Whether the child has ended by itself.
    public func hasEnded() -> Bool {
        if status == nil {
            var value: Int32 = 0
            if unsafe waitpid(identifier, &value, WNOHANG) == identifier { status = value }
        }
        return status != nil
    }

    public func kill() {
        if status == nil { _ = Glibc.kill(identifier, SIGKILL) }
    }

    /// Waits for the end: "signal 11" or "exit 1".
    @discardableResult public func wait() -> String {
        if status == nil {
            var value: Int32 = 0
            while unsafe waitpid(identifier, &value, 0) < 0, errno == EINTR {}
            status = value
        }
        let value = status ?? 0
        let signal = value & 0x7f
        return signal != 0 ? "signal \(signal)" : "exit \((value >> 8) & 0xff)"
    }

    /// Writes all of `bytes` before `deadline` (monotonic, see `monotonicNow`), which is asked again every
    /// quarter of a second, so that it can be brought forward.
    public func write(_ bytes: [UInt8], deadline: () -> Int64) throws(Failure) {
        var offset = 0
        while offset < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    input, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            }
            if count > 0 {
                offset += count
            } else if errno == EAGAIN {
                try awaitReady(input, Int16(POLLOUT), deadline)
            } else if errno == EPIPE {
                throw .ended
            } else if errno != EINTR {
                throw .failed(SystemError(call: "write", path: "worker", errno: errno))
            }
        }
    }

    /// Reads exactly `count` bytes before `deadline`. Memory is taken as they come, not because somebody said that they
    /// would.
    public func read(_ count: Int, deadline: () -> Int64) throws(Failure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: min(count, 64 << 10))
        var offset = 0
        while offset < count {
            if offset == bytes.count {
                let step = min(count - offset, bytes.count)
                bytes.append(contentsOf: repeatElement(0, count: step))
            }
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(
                    output, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            }
            if got > 0 {
                offset += got
            } else if got == 0 {
                throw .ended
            } else if errno == EAGAIN {
                try awaitReady(output, Int16(POLLIN), deadline)
            } else if errno != EINTR {
                throw .failed(SystemError(call: "read", path: "worker", errno: errno))
            }
        }
        return bytes
    }

    /// Whether the child has written something that nobody has read, or has closed its output.
    public var hasUnreadOutput: Bool {
        var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&request, 1, 0) != 0
    }

    /// What the child has said on standard error since this was last asked, at most `limit` bytes; the rest is lost.
    public func takeErrors(limit: Int) -> [UInt8] {
        var said: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4 << 10)
        // As much as a pipe holds: a child that goes on talking does not keep us.
        for _ in 0..<16 {
            let got = unsafe buffer.withUnsafeMutableBytes { room in
                unsafe Glibc.read(errors, room.baseAddress, room.count)
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { break }
            said += buffer[..<min(got, limit - said.count)]
        }
        return said
    }

    /// What the child has had of the processor, in nanoseconds; nil once it is waited for, or where that cannot be told.
    public var processorTime: Int64? {
        guard status == nil else { return nil }
        var clock = clockid_t()
        var time = timespec()
        guard unsafe clock_getcpuclockid(identifier, &clock) == 0,
            unsafe clock_gettime(clock, &time) == 0
        else { return nil }
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// The child has a fifth of what others have of a busy processor from now on (nice 7); where that may not be said,
    /// nothing changes.
    public func giveWay() {
        if status == nil { briefd_give_way(identifier) }
    }

    /// Nanoseconds of a clock that is never set (CLOCK_MONOTONIC).
    public static func monotonicNow() -> Int64 {
        var now = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    }

    private func awaitReady(_ descriptor: Int32, _ events: Int16, _ deadline: () -> Int64)
        throws(Failure)
    {
        let left = (deadline() - ChildProcess.monotonicNow()) / 1_000_000
        guard left > 0 else { throw .timedOut }
        var request = pollfd(fd: descriptor, events: events, revents: 0)
        if unsafe poll(&request, 1, Int32(min(left, 250))) < 0, errno != EINTR {
            throw .failed(SystemError(call: "poll", path: "worker", errno: errno))
        }
    }
}
