import CLinux
import Glibc

/// A program of the system that turns a document into something else, in a cage of its own: it reads the document from
/// its standard input and writes to its standard output. It can open what the system is made of and no other file, and
/// make no file, process or socket (decision 0044).
public struct CagedProgram: Sendable {
    /// A document in memory, which programs read one after the other. It has no name.
    public final class Document: Sendable {
        fileprivate let descriptor: Int32

        public init(_ bytes: [UInt8]) throws(SystemError) {
            let made = unsafe bytes.withUnsafeBufferPointer {
                unsafe briefd_memory_file($0.baseAddress, $0.count)
            }
            guard made >= 0 else {
                throw SystemError(call: "memfd_create", path: "document", errno: -made)
            }
            descriptor = made
        }

        deinit { _ = close(descriptor) }
    }

    public struct Result: Sendable, Equatable {
        public var end: CommandRun.End
        public var output: [UInt8]
        /// What it said on standard error, the first of it.
        public var said: [UInt8]
        /// It wrote more than it may, and was ended.
        public var isTooLong: Bool
    }

    /// The first is the program's path.
    public var arguments: [String]
    /// Bytes of memory, with its libraries.
    public var memory: Int
    /// Of the processor; on the clock it has as long.
    public var seconds: Int
    /// Bytes that it may write.
    public var outputLimit: Int

    private static let saidLimit = 16 << 10

    public init(_ arguments: [String], memory: Int, seconds: Int, outputLimit: Int) {
        self.arguments = arguments
        self.memory = memory
        self.seconds = seconds
        self.outputLimit = outputLimit
    }

    /// Whether there is a program at the path.
    public static func isThere(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }

    /// Blocks until the program has ended.
    ///
    /// - Parameter latest: when it must have ended (monotonic), asked some times a second; nil for its own limit.
    public func run(on document: Document, latest: () -> Int64?) -> Result {
        var child = briefd_child()
        var result = Result(end: .exited(0), output: [], said: [], isTooLong: false)
        let code = spawn(document.descriptor, &child)
        guard code == 0 else {
            let path = arguments.first ?? ""
            result.end = .notStarted(SystemError(call: "fork", path: path, errno: code))
            return result
        }
        let limit = ChildProcess.monotonicNow() + Int64(seconds) * 1_000_000_000
        var stopped: CommandRun.End?
        var isOpen = true
        var isHeard = true
        var status: Int32 = 0
        while true {
            if isOpen { isOpen = drain(child.output, &result.output, outputLimit + 1) }
            if isHeard { isHeard = drain(child.errors, &result.said, nil) }
            let now = ChildProcess.monotonicNow()
            if stopped == nil {
                if now >= limit { stopped = .timedOut }
                if let latest = latest(), now >= latest { stopped = .cancelled }
                if result.output.count > outputLimit {
                    result.isTooLong = true
                    stopped = .cancelled
                }
                if stopped != nil { _ = kill(-child.identifier, SIGKILL) }
            }
            if stopped != nil || !isOpen {
                let ended = unsafe waitpid(child.identifier, &status, WNOHANG)
                if ended == child.identifier || ended < 0 && errno != EINTR { break }
            }
            rest(child, isOpen: isOpen, isHeard: isHeard)
        }
        _ = close(child.output)
        _ = close(child.errors)
        result.end = stopped ?? CommandRun.End(waitStatus: status)
        return result
    }

    private func spawn(_ input: Int32, _ child: inout briefd_child) -> Int32 {
        let limits = briefd_cage_limits(
            data: UInt64(memory), address_space: UInt64(memory), processor_seconds: UInt64(seconds))
        return unsafe ArgumentList.withPointers(to: arguments) {
            unsafe briefd_spawn_caged($0, input, limits, &child)
        }
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

    private func rest(_ child: briefd_child, isOpen: Bool, isHeard: Bool) {
        var requests: [pollfd] = []
        if isOpen { requests.append(pollfd(fd: child.output, events: Int16(POLLIN), revents: 0)) }
        if isHeard { requests.append(pollfd(fd: child.errors, events: Int16(POLLIN), revents: 0)) }
        // With both closed it is about to end.
        _ = unsafe poll(&requests, nfds_t(requests.count), isOpen ? 100 : 2)
    }
}
