/// Why a worker gave no answer.
public enum WorkerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The document was read and refused.
    case refused(ReadingError)
    /// The worker that held this document, and no other, ended: "signal 11".
    case died(how: String)
    /// The worker held this document longer than allowed and was killed.
    case timedOut(seconds: Int)
    /// No child could be started: a fault of this machine, not of the document.
    case notStarted(reason: String)
    /// The pool is closed: the daemon stops.
    case stopped

    /// Whether the document itself is the likely cause, so that a second time poisons it.
    public var isDeath: Bool {
        switch self {
        case .died, .timedOut: true
        case .refused, .notStarted, .stopped: false
        }
    }

    public var description: String {
        switch self {
        case .refused(let error): error.description
        case .died(let how): "the worker that read it ended (\(how))"
        case .timedOut(let seconds): "the worker that read it took more than \(seconds) s"
        case .notStarted(let reason): "no worker could be started: \(reason)"
        case .stopped: "briefd is stopping"
        }
    }
}
