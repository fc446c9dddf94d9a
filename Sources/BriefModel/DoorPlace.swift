/// Where a door beside the two sockets is.
public enum DoorPlace: Sendable, Equatable, CustomStringConvertible {
    /// Absolute path of a Unix socket.
    case unix(String)
    /// On this machine alone: a proxy stands before it.
    case loopback(host: String, port: Int)

    /// As the configuration writes it.
    public var description: String {
        switch self {
        case .unix(let path): "unix:\(path)"
        case .loopback(let host, let port): "\(host):\(port)"
        }
    }
}
