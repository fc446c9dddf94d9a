import CLinux

/// A program of the operator's that turns a document into something else: it reads the document from its standard input
/// and writes to its standard output. It runs as this process's user, may open files and start programs as that user may,
/// and is held by limits of time, memory and output only; all that it starts ends with it.
public struct LimitedProgram: Sendable {
    /// The first is the program's path.
    public var arguments: [String]
    /// Bytes of address space of each of its processes.
    public var memory: Int
    /// On the clock.
    public var limit: Duration
    /// Bytes that it may write.
    public var outputLimit: Int

    public init(_ arguments: [String], memory: Int, limit: Duration, outputLimit: Int) {
        self.arguments = arguments
        self.memory = memory
        self.limit = limit
        self.outputLimit = outputLimit
    }

    /// Blocks until the program has ended.
    ///
    /// - Parameter isCancelled: asked some times a second.
    public func run(
        on document: CagedProgram.Document, isCancelled: () -> Bool
    ) -> ProgramResult {
        var child = briefd_child()
        let code = unsafe ArgumentList.withPointers(to: arguments) {
            unsafe briefd_spawn_limited($0, document.descriptor, UInt64(memory), &child)
        }
        guard code == 0 else {
            let path = arguments.first ?? ""
            return ProgramResult(
                end: .notStarted(SystemError(call: "execve", path: path, errno: code)), output: [],
                said: [], isTooLong: false)
        }
        return ProgramRun(child: child, limit: limit, outputLimit: outputLimit).result {
            isCancelled() ? 0 : nil
        }
    }
}
