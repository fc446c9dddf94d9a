import FoundationEssentials

/// One message between daemon and worker: a kind, a JSON head and raw bytes that JSON would bloat.
///
/// On the wire: four bytes each for the lengths of head and body, little endian, the kind, the head, the body.
struct Frame: Equatable {
    enum Kind: UInt8 {
        case read = 1
        case parseFeed = 2
        case feedLinks = 3
        case answer = 4
        case refusal = 5
    }

    static let prefixLength = 9
    /// Nothing that we send comes near it; a length above it means that the pipe is out of step.
    static let maximumLength = 512 << 20

    var kind: Kind
    var head: [UInt8]
    var body: [UInt8]

    init(kind: Kind, head: [UInt8], body: [UInt8] = []) {
        self.kind = kind
        self.head = head
        self.body = body
    }

    init(kind: Kind, encoding head: some Encodable, body: [UInt8] = []) throws {
        self.init(kind: kind, head: [UInt8](try JSONEncoder().encode(head)), body: body)
    }

    func decodeHead<Value: Decodable>(as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(head))
    }

    var prefix: [UInt8] {
        Frame.bytes(UInt32(head.count)) + Frame.bytes(UInt32(body.count)) + [kind.rawValue]
    }

    /// Kind and lengths of head and body; nil where the pipe is out of step.
    static func parse(prefix: [UInt8]) -> (kind: Kind, head: Int, body: Int)? {
        guard prefix.count == prefixLength, let kind = Kind(rawValue: prefix[8]) else { return nil }
        let head = Int(integer(prefix[0..<4]))
        let body = Int(integer(prefix[4..<8]))
        guard head <= maximumLength, body <= maximumLength else { return nil }
        return (kind, head, body)
    }

    static func bytes(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func bytes(_ value: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func integer(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
