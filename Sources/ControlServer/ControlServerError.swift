import LinuxIO

/// Why the sockets are not open.
public enum ControlServerError: Error, Sendable, CustomStringConvertible {
    case socketInUse(path: String)
    case notBound(path: String, why: String)

    public var description: String {
        switch self {
        case .socketInUse(let path):
            "another briefd answers on \(path); stop it, or give this one another [paths] runtime"
        case .notBound(let path, let why):
            "\(path) cannot be opened: \(why); check [paths] runtime and its permissions"
        }
    }

    init(any error: any Error, runtime: String) {
        switch error {
        case let error as ControlServerError: self = error
        case UnixListenerError.inUse(let path): self = .socketInUse(path: path)
        default: self = .notBound(path: runtime, why: "\(error)")
        }
    }
}
