import LinuxIO

/// Why something in the spool was not done.
public enum SpoolError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Another daemon holds this spool.
    case inUse(FileLockError)
    /// The file is gone, changed or being written since the scan saw it: the next scan sees to it.
    case notReady(name: String, why: String)
    /// The daemon may not read the file or take it out of its folder; it stays where it is.
    case notPermitted(name: String, SpoolFault)
    /// Bytes.
    case tooLarge(name: String, size: Int, limit: Int)
    /// No item bears this id, or it has left the spool.
    case noSuchItem(id: String)
    /// Several items' ids start like this.
    case ambiguous(id: String, matches: [String])
    /// The operator's verb does not apply in that queue.
    case wrongQueue(name: String, queue: SpoolQueue, verb: String)
    /// The operator's verb would move a file in a watched folder where files are left.
    case leftInPlace(name: String, verb: String)
    /// The claim was finished, deferred, quarantined or released before.
    case claimIsOver(name: String)
    /// What is remembered of a watched folder could not be read or written.
    case memory(folder: String, why: String)
    case system(SystemError)

    public var description: String {
        switch self {
        case .inUse(let cause):
            "the spool is in use: \(cause)"
        case .notReady(let name, let why):
            "\(name) is not ready: \(why); it is looked at again"
        case .notPermitted(let name, let fault):
            "\(name) stays where it is: \(fault.why) \(fault.next)"
        case .tooLarge(let name, let size, let limit):
            "\(name) has \(size) bytes, over the limit of \(limit); raise [spool] max_file, or split it"
        case .noSuchItem(let id):
            "no item \(id) in the spool; briefctl spool lists what is there"
        case .ambiguous(let id, let matches):
            "\(id) may be any of \(matches.prefix(5).joined(separator: ", "))"
                + (matches.count > 5 ? " and \(matches.count - 5) more" : "") + "; write more of it"
        case .wrongQueue(let name, let queue, let verb):
            "cannot \(verb) \(name): it is in \(queue.rawValue)"
        case .leftInPlace(let name, let verb):
            "cannot \(verb) \(name): files are left in their place there; move or remove it yourself"
        case .claimIsOver(let name):
            "\(name) was finished, deferred, quarantined or released before"
        case .memory(let folder, let why):
            "what was read in \(folder) is not known: \(why); its files wait until it is"
        case .system(let cause):
            cause.description
        }
    }

    /// The disk is full: a fault that passes.
    public var isOutOfSpace: Bool {
        if case .system(let cause) = self { return cause.isOutOfSpace }
        return false
    }
}
