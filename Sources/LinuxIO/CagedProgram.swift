import CLinux
import Glibc

/// A program of the system that turns a document into something else, in a cage of its own: it reads the document from
/// its standard input and writes to its standard output. It can open what the system is made of and no other file, and
/// make no file, process or socket (decision 0044).
public struct CagedProgram: Sendable {
    /// A document in memory, which programs read one after the other. It has no name.
    public final class Document: Sendable {
        let descriptor: Int32

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

    public typealias Result = ProgramResult

    /// The first is the program's path.
    public var arguments: [String]
    /// Bytes of memory, with its libraries.
    public var memory: Int
    /// Of the processor.
    public var seconds: Int
    /// Bytes that it may write.
    public var outputLimit: Int

    /// On the clock it has so many times as long: a machine that is busy with other things blames no document.
    private static let patience = 5

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
        let code = spawn(document.descriptor, &child)
        guard code == 0 else {
            let path = arguments.first ?? ""
            return Result(
                end: .notStarted(SystemError(call: "fork", path: path, errno: code)), output: [],
                said: [], isTooLong: false)
        }
        return ProgramRun(
            child: child, limit: .seconds(Self.patience * seconds), outputLimit: outputLimit
        ).result(latest: latest)
    }

    private func spawn(_ input: Int32, _ child: inout briefd_child) -> Int32 {
        let limits = briefd_cage_limits(
            data: UInt64(memory), address_space: UInt64(memory), processor_seconds: UInt64(seconds))
        return unsafe ArgumentList.withPointers(to: arguments) {
            unsafe briefd_spawn_caged($0, input, limits, &child)
        }
    }
}
