import CLinux
import Glibc

/// A program that is run to its end: started without a shell, fed from standard input, ended when its time is over.
///
/// It stands in a process group of its own, which is killed as a whole, and has nothing of our environment and none of our
/// descriptors. The caller ignores SIGPIPE (`ChildProcess.ignoreBrokenPipes`). What it says is read to its end, however much that is, and the last of it kept.
public enum CommandRun {
    public enum End: Sendable, Equatable {
        case exited(Int32)
        case killed(signal: Int32)
        case timedOut
        /// It was to be ended before its time.
        case cancelled
        case notStarted(SystemError)

        /// What waitpid(2) says of a process that has ended.
        init(waitStatus status: Int32) {
            let signal = status & 0x7f
            self = signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal: signal)
        }
    }

    /// Bytes of what it says that are kept.
    private static let kept = 2_048

    /// Blocks until the program has ended.
    ///
    /// - Parameters:
    ///   - arguments: the first is the program's path.
    ///   - isCancelled: asked some times a second.
    public static func run(
        _ arguments: [String], input: [UInt8], limit: Duration, isCancelled: () -> Bool
    ) -> (end: End, said: [UInt8]) {
        var child = briefd_child()
        let code = spawn(arguments, &child)
        guard code == 0 else {
            let path = arguments.first ?? ""
            return (.notStarted(SystemError(call: "posix_spawn", path: path, errno: code)), [])
        }
        var said: [UInt8] = []
        var offset = 0
        var isOpen = true
        var end: End?
        let deadline = ChildProcess.monotonicNow() + limit.nanoseconds
        var status: Int32 = 0
        while true {
            if isOpen { isOpen = feed(child.input, input, &offset) }
            drain(child.output, &said)
            let ended = unsafe waitpid(child.identifier, &status, WNOHANG)
            if ended == child.identifier || ended < 0 && errno != EINTR { break }
            if end == nil, isCancelled() { end = .cancelled }
            if end == nil, ChildProcess.monotonicNow() >= deadline { end = .timedOut }
            if end != nil { _ = Glibc.kill(-child.identifier, SIGKILL) }
            rest(child, writing: isOpen && offset < input.count)
        }
        drain(child.output, &said)
        if isOpen { _ = close(child.input) }
        _ = close(child.output)
        return (end ?? End(waitStatus: status), said)
    }

    private static func spawn(_ arguments: [String], _ child: inout briefd_child) -> Int32 {
        unsafe ArgumentList.withPointers(to: arguments) { unsafe briefd_spawn_command($0, &child) }
    }

    /// Gives it as much as it takes now, and closes its input behind the last byte. Says whether that is still open.
    private static func feed(_ descriptor: Int32, _ input: [UInt8], _ offset: inout Int) -> Bool {
        while offset < input.count {
            let count = unsafe input.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            }
            if count > 0 {
                offset += count
            } else if errno == EAGAIN {
                return true
            } else if errno != EINTR {
                // It does not want to hear.
                break
            }
        }
        _ = close(descriptor)
        return false
    }

    /// A program that never stops talking keeps us for a while only.
    private static func drain(_ descriptor: Int32, _ said: inout [UInt8]) {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        for _ in 0..<64 {
            let count = unsafe buffer.withUnsafeMutableBytes { room in
                unsafe Glibc.read(descriptor, room.baseAddress, room.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            said += buffer[..<count]
            if said.count > kept { said.removeFirst(said.count - kept) }
        }
    }

    /// Waits a little for it to do something.
    private static func rest(_ child: briefd_child, writing: Bool) {
        var requests = [pollfd(fd: child.output, events: Int16(POLLIN), revents: 0)]
        if writing { requests.append(pollfd(fd: child.input, events: Int16(POLLOUT), revents: 0)) }
        let ready = unsafe poll(&requests, nfds_t(requests.count), 20)
        // Once it has closed its output, poll returns at once.
        if ready > 0, requests[0].revents & Int16(POLLIN) == 0 { _ = usleep(10_000) }
    }
}

extension Duration {
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return min(seconds, 1_000_000_000) * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}
