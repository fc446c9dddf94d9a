/// A document that goes out as it is.
public struct OutputDocument: Sendable, Equatable {
    /// Its media type.
    public var type: String
    public var bytes: [UInt8]

    public init(type: String, bytes: [UInt8]) {
        self.type = type
        self.bytes = bytes
    }
}
