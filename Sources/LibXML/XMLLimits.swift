/// How large an XML document may grow before reading gives up.
public struct XMLLimits: Sendable {
    /// Elements, ends, attributes and texts together; one is 16 bytes of memory.
    public var nodes: Int
    /// Elements within elements. libxml2 itself stops at 256.
    public var depth: Int
    /// Different names.
    public var names: Int
    /// Text and attribute values together, in bytes of UTF-8.
    public var bytes: Int

    public init(
        nodes: Int = 2_000_000, depth: Int = 250, names: Int = 10_000, bytes: Int = 64 << 20
    ) {
        self.nodes = nodes
        self.depth = depth
        self.names = names
        self.bytes = bytes
    }
}
