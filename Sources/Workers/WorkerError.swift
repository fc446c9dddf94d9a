/// Why a worker gave no answer.
public enum WorkerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The document was read and refused.
    case refused(ReadingError)
    /// The worker that held this document, and no other, ended: "signal 11".
    case died(how: String)
    /// The document took more of the processor, in seconds, than allowed, or ten times as long by the clock on the
    /// wall, and its worker was killed.
    case timedOut(seconds: Int)
    /// No child could be started: a fault of this machine, not of the document.
    case notStarted(reason: String)
    /// The pool is closed: the daemon stops.
    case stopped

    /// Whether the document itself is the likely cause, so that a second time poisons it.
    public var isDeath: Bool { death != nil }

    /// How the worker ended, where the document is the likely cause.
    var death: String? {
        switch self {
        case .died(let how): how
        case .timedOut(let seconds): "more than \(seconds) s"
        case .refused, .notStarted, .stopped: nil
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
