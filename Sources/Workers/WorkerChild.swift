import LinuxIO

/// `briefd worker`: reads documents from standard input one by one and answers each on standard output.
/// Ends when its standard input ends.
public enum WorkerChild {
    /// Data that one document may take before the child is refused more: well above 30 × the largest page.
    static let memoryLimit = 1 << 30

    /// Exit status: 0 at the end of input, 1 when the pipe is out of step.
    public static func run() -> Int32 {
        ChildProcess.ignoreStopSignals()
        ChildProcess.limitMemory(to: memoryLimit)
        ProcessMemory.allowHugePages()
        let reader = DocumentReader()
        while let prefix = StandardStreams.read(Frame.prefixLength) {
            guard let lengths = Frame.parse(prefix: prefix),
                let head = StandardStreams.read(lengths.head),
                let body = StandardStreams.read(lengths.body)
            else { return 1 }
            let request = Frame(kind: lengths.kind, head: head, body: body)
            guard let answer = try? request.answered(by: reader),
                StandardStreams.write(answer.prefix),
                StandardStreams.write(answer.head),
                StandardStreams.write(answer.body)
            else { return 1 }
        }
        return 0
    }
}
