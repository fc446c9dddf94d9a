import BriefModel
import LinuxIO
import NIOPosix

extension DoorPlace {
    /// - Parameter mode: of a socket's file.
    func open(_ bootstrap: ServerBootstrap, mode: UInt32) async throws -> ListeningSocket {
        switch self {
        case .unix(let path):
            let slash = path.lastIndex(of: "/") ?? path.startIndex
            let folder = String(path[..<slash])
            let listener = try UnixListener(
                FileName(String(path[path.index(after: slash)...])),
                in: try Directory(creating: folder.isEmpty ? "/" : folder), mode: mode)
            return try await ListeningSocket(listener, bootstrap)
        case .loopback(let host, let port):
            return try await ListeningSocket(host: host, port: port, bootstrap)
        }
    }
}
