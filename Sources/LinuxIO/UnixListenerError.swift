/// Why a Unix socket was not bound.
public enum UnixListenerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Somebody answers there.
    case inUse(path: String)
    /// A file of another kind has the name; it may be somebody's, so it is left.
    case notASocket(path: String)
    case system(SystemError)

    public var description: String {
        switch self {
        case .inUse(let path): "\(path) is in use: a process answers there; stop it"
        case .notASocket(let path): "\(path) is not a socket; move it out of the way"
        case .system(let error): error.description
        }
    }
}
