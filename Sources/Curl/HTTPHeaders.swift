/// The fields of an HTTP message in their order, repeated ones included.
public struct HTTPHeaders: Sendable, Codable, Equatable {
    public var all: [HTTPHeader]

    public init(_ all: [HTTPHeader] = []) {
        self.all = all
    }

    /// The first field of this name; names are compared without case (RFC 9110 §5.1).
    public subscript(name: String) -> String? {
        let wanted = name.lowercased()
        return all.first { $0.name.lowercased() == wanted }?.value
    }

    /// Every value of this name, in order.
    public func values(_ name: String) -> [String] {
        let wanted = name.lowercased()
        return all.filter { $0.name.lowercased() == wanted }.map(\.value)
    }
}
