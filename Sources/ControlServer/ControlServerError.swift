import LinuxIO

/// Why the sockets are not open.
public enum ControlServerError: Error, Sendable, CustomStringConvertible {
    case socketInUse(path: String)
    case notPermitted(path: String, cause: SystemError)
    case notBound(path: String, why: String)

    public var description: String {
        switch self {
        case .socketInUse(let path):
            "another briefd answers on \(path); stop it, or give this one another [paths] runtime"
        case .notPermitted(let path, let cause):
            "\(path) cannot be given its permissions: \(cause)"
        case .notBound(let path, let why):
            "\(path) cannot be opened: \(why); check [paths] runtime and its permissions"
        }
    }
}
