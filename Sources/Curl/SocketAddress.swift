/// An IP address and a port, as name resolution gave them.
public struct SocketAddress: Sendable, Hashable {
    /// 4 or 16 bytes in network order.
    public var bytes: [UInt8]
    public var port: UInt16

    public init(bytes: [UInt8], port: UInt16) {
        self.bytes = bytes
        self.port = port
    }
}
