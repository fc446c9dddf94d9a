/// Why a lock was not taken.
public enum FileLockError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Another process holds it; its id where it wrote one.
    case held(path: String, holder: Int32?)
    case system(SystemError)

    public var description: String {
        switch self {
        case .held(let path, let holder):
            let who = holder.map { "process \($0)" } ?? "another process"
            return "\(path) is locked: \(who) is at work there; stop it, or use another directory"
        case .system(let error):
            return error.description
        }
    }
}
