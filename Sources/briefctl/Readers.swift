import ArgumentParser
import BriefModel
import LinuxIO
import Workers

/// Who reads documents for briefctl.
enum Readers {
    /// A child of ours; what it complains of goes to standard error.
    static func caged() -> CagedReader {
        CagedReader { news in
            switch news {
            case .caged: break
            case .said(let text): Output.error("briefctl: the reader says: \(text.printable)")
            case .ended(let why): Output.error("briefctl: a reader was ended: \(why.printable)")
            }
        }
    }
}

/// What briefctl starts to read documents; not for people.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

    func run() throws {
        throw ExitCode(WorkerChild.run())
    }
}
