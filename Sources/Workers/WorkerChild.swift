import Charsets
import LinuxIO

/// `briefd worker`: reads documents from standard input one by one and answers each on standard output.
/// Ends when its standard input ends.
///
/// It locks itself into a cage before it reads the first byte (decision 0027); its first word is what came of that.
public enum WorkerChild {
    /// Data that one document may take before the child is refused more: well above 30 × the largest page.
    static let memoryLimit = 1 << 30
    /// With the libraries and what is only reserved.
    static let addressLimit = 2 << 30
    /// Processor time of a child in all: it is replaced long before (`WorkerThread.secondsPerChild`).
    static let processorLimit = 1_800
    /// When memory is short a child goes first: its document comes again.
    static let killerScore: Int32 = 500

    /// Exit status: 0 at the end of input, 1 when the pipe is out of step.
    public static func run() -> Int32 {
        ThisProcess.endWithParent()
        ThisProcess.offerToKiller(score: killerScore)
        ChildProcess.ignoreStopSignals()
        ProcessMemory.allowHugePages()
        LoadedCharsets.load()
        let reader = DocumentReader()
        let cage = Cage.enter(
            data: memoryLimit, addressSpace: addressLimit, processorSeconds: processorLimit)
        guard let ready = try? Frame(kind: .ready, encoding: cage), send(ready) else { return 1 }
        while let prefix = StandardStreams.read(Frame.prefixLength) {
            guard let lengths = Frame.parse(prefix: prefix, limit: Frame.requestLimit),
                let head = StandardStreams.read(lengths.head),
                let body = StandardStreams.read(lengths.body)
            else { return 1 }
            let request = Frame(
                kind: lengths.kind, number: lengths.number, head: head, body: body)
            guard let answer = try? request.answered(by: reader), send(answer) else { return 1 }
        }
        return 0
    }

    private static func send(_ frame: Frame) -> Bool {
        frame.pieces.allSatisfy { StandardStreams.write($0) }
    }
}
