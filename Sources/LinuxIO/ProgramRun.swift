import CLinux
import Glibc

/// What became of a program that turns one document into something else.
public struct ProgramResult: Sendable, Equatable {
    public var end: CommandRun.End
    public var output: [UInt8]
    /// What it said on standard error, the first of it.
    public var said: [UInt8]
    /// It wrote more than it may, and was ended.
    public var isTooLong: Bool
}

/// Waits for such a program, takes what it writes, and ends it, with all that is in its group, when it takes too long or
/// writes too much.
struct ProgramRun {
    let child: briefd_child
    /// On the clock.
    let limit: Duration
    /// Bytes that it may write.
    let outputLimit: Int

    private static let saidLimit = 16 << 10

    /// Blocks until the program has ended.
    ///
    /// - Parameter latest: when it must have ended (monotonic), asked some times a second; nil for its own limit.
    func result(latest: () -> Int64?) -> ProgramResult {
        var result = ProgramResult(end: .exited(0), output: [], said: [], isTooLong: false)
        let end = ChildProcess.monotonicNow() + limit.nanoseconds
        var stopped: CommandRun.End?
        var isOpen = true
        var isHeard = true
        while true {
            let hasEnded = briefd_has_ended(child.identifier) != 0
            if isOpen { isOpen = drain(child.output, &result.output, outputLimit + 1) }
            if isHeard { isHeard = drain(child.errors, &result.said, nil) }
            if result.output.count > outputLimit, stopped == nil {
                result.isTooLong = true
                stopped = .cancelled
            }
            if hasEnded { break }
            let now = ChildProcess.monotonicNow()
            if stopped == nil {
                if now >= end { stopped = .timedOut }
                if let latest = latest(), now >= latest { stopped = .cancelled }
            }
            if stopped != nil { _ = kill(-child.identifier, SIGKILL) }
            rest(isOpen: isOpen, isHeard: isHeard)
        }
        // What it started ends with it.
        _ = kill(-child.identifier, SIGKILL)
        var status: Int32 = 0
        while unsafe waitpid(child.identifier, &status, 0) < 0, errno == EINTR {}
        _ = close(child.output)
        _ = close(child.errors)
        result.end = stopped ?? CommandRun.End(waitStatus: status)
        return result
    }

    /// Takes what is there, and says whether more may come. Without a limit the first of it is kept, and the rest lost.
    private func drain(_ descriptor: Int32, _ bytes: inout [UInt8], _ limit: Int?) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        for _ in 0..<32 {
            let count = unsafe buffer.withUnsafeMutableBytes { room in
                unsafe Glibc.read(descriptor, room.baseAddress, room.count)
            }
            if count < 0, errno == EINTR { continue }
            if count < 0 { return errno == EAGAIN }
            if count == 0 { return false }
            let most = (limit ?? Self.saidLimit) - bytes.count
            bytes += buffer[..<min(count, max(0, most))]
            if let limit, bytes.count >= limit { return true }
        }
        return true
    }

    private func rest(isOpen: Bool, isHeard: Bool) {
        var requests: [pollfd] = []
        if isOpen { requests.append(pollfd(fd: child.output, events: Int16(POLLIN), revents: 0)) }
        if isHeard { requests.append(pollfd(fd: child.errors, events: Int16(POLLIN), revents: 0)) }
        // With both closed it is about to end.
        _ = unsafe poll(&requests, nfds_t(requests.count), isOpen ? 100 : 2)
    }
}
