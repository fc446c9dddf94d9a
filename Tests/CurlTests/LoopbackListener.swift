import Glibc
import LinuxIO

/// A socket of a test that waits for connections and hands each to `serve`. It stops when the last reference goes.
final class LoopbackListener: Sendable {
    /// On the loopback address; 0 for a Unix socket.
    let port: UInt16
    private let socket: Int32

    init(_ serve: @escaping @Sendable (_ connection: Int32) -> Void) throws {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                _ = unsafe bind(socket, address, length)
                _ = unsafe getsockname(socket, address, &length)
            }
        }
        self.socket = socket
        port = UInt16(bigEndian: address.sin_port)
        try Self.accept(on: socket, serve)
    }

    init(unixPath path: String, _ serve: @escaping @Sendable (_ connection: Int32) -> Void) throws {
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { room in
            unsafe room.copyBytes(from: Array(path.utf8).prefix(room.count - 1))
        }
        unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                _ = unsafe bind(socket, address, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        self.socket = socket
        port = 0
        try Self.accept(on: socket, serve)
    }

    deinit { _ = shutdown(socket, Int32(SHUT_RDWR)) }

    private static func accept(
        on socket: Int32, _ serve: @escaping @Sendable (Int32) -> Void
    ) throws {
        listen(socket, 64)
        try DedicatedThread.start(name: "test-listener") {
            // Whoever accepts on it closes it: its number would soon be that of another test's server.
            defer { _ = close(socket) }
            while true {
                let connection = Glibc.accept(socket, nil, nil)
                guard connection >= 0 else { return }
                serve(connection)
            }
        }
    }
}
