import FoundationEssentials

/// One message between daemon and worker: a kind, a JSON head and raw bytes that JSON would bloat.
///
/// On the wire: four bytes each for the lengths of head and body and for the number, little endian, the kind, the head,
/// the body. An answer bears the number of its request.
struct Frame: Equatable {
    enum Kind: UInt8 {
        case read = 1
        case parseFeed = 2
        case feedLinks = 3
        case answer = 4
        case refusal = 5
        case explain = 6
        /// What a child says first: that it is caged, and how.
        case ready = 7
    }

    static let prefixLength = 13
    /// The largest request: a document and what is known about it.
    static let requestLimit = 512 << 20
    /// What is answered at most, however large the document.
    private static let largestAnswer = 192 << 20
    static let readyLimit = 4 << 10

    var kind: Kind
    var number: UInt32 = 0
    var head: [UInt8]
    var body: [UInt8]

    init(kind: Kind, number: UInt32 = 0, head: [UInt8], body: [UInt8] = []) {
        self.kind = kind
        self.number = number
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
        Frame.bytes(UInt32(head.count)) + Frame.bytes(UInt32(body.count)) + Frame.bytes(number)
            + [kind.rawValue]
    }

    /// Bytes after the prefix.
    var length: Int { head.count + body.count }

    /// What may be answered to this request, in bytes after the prefix. Text and Markdown say the same words twice, each
    /// character of them with an escape at most, and eight bytes of shingles stand for a word.
    var answerLimit: Int { min(Frame.largestAnswer, 8 * length + 8 << 20) }

    /// What the first bytes of a frame say of the rest.
    struct Prefix: Equatable {
        var kind: Kind
        var number: UInt32
        var head: Int
        var body: Int
    }

    /// nil where the pipe is out of step: no kind that we know, or more than `limit` bytes to come.
    static func parse(prefix: [UInt8], limit: Int) -> Prefix? {
        guard prefix.count == prefixLength, let kind = Kind(rawValue: prefix[12]) else {
            return nil
        }
        let head = Int(integer(prefix[0..<4]))
        let body = Int(integer(prefix[4..<8]))
        guard head + body <= limit else { return nil }
        return Prefix(
            kind: kind, number: UInt32(integer(prefix[8..<12])), head: head, body: body)
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
