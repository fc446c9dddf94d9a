import CLinux

/// One message to a Unix datagram socket.
enum Datagram {
    /// - Parameter path: a path, or '@' and an abstract name (unix(7)).
    static func send(_ bytes: [UInt8], to path: String) throws(SystemError) {
        let code = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe briefd_send_datagram(path, buffer.baseAddress, buffer.count)
        }
        guard code == 0 else { throw SystemError(call: "sendto", path: path, errno: code) }
    }
}
