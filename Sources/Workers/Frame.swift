import FoundationEssentials

/// One message between daemon and worker: a kind, a head (JSON, or `HeadFields`) and raw bytes that JSON would bloat.
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
        /// Asks for the line that briefctl prints of a document.
        case report = 8
        /// Asks for what compressed bytes hold.
        case unpack = 9
        /// Asks for the documents that stand in a file, one turn of them.
        case open = 10
    }

    static let prefixLength = 13
    /// The largest request: a document and what is known about it.
    static let requestLimit = 512 << 20
    /// What is answered at most, however large the document.
    private static let largestAnswer = 192 << 20
    /// What is said of the documents of one turn beside their bytes.
    static let partHeads = 48 << 20
    static let readyLimit = 4 << 10
    /// As much as a pipe may hold (pipe(7)); to copy so much costs less than to wake up twice.
    private static let onePiece = 1 << 20

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
        var bytes: [UInt8] = []
        bytes.append(littleEndian: UInt32(head.count))
        bytes.append(littleEndian: UInt32(body.count))
        bytes.append(littleEndian: number)
        bytes.append(kind.rawValue)
        return bytes
    }

    /// The frame as it goes over the pipe: in one piece where that is short, so that the other side wakes up once.
    var pieces: [[UInt8]] {
        let isShort = length <= Frame.onePiece
        var first = prefix
        first.reserveCapacity(Frame.prefixLength + (isShort ? length : head.count))
        first += head
        if isShort { first += body }
        return isShort ? [first] : [first, body]
    }

    /// Bytes after the prefix.
    var length: Int { head.count + body.count }

    /// What may be answered to this request, in bytes after the prefix. Text and Markdown say the same words twice, each
    /// character of them with an escape at most, and eight bytes of shingles stand for a word. What is unpacked has the
    /// limit that was asked for.
    var answerLimit: Int {
        if kind == .unpack {
            return (try? decodeHead(as: Unpacking.self)).map { max(0, $0.limit) + 4 << 10 } ?? 0
        }
        if kind == .open {
            return (try? decodeHead(as: Opening.self)).map {
                min(Frame.largestAnswer, $0.mostBytes + Frame.partHeads)
            } ?? 0
        }
        return min(Frame.largestAnswer, 8 * length + 8 << 20)
    }

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
        guard let head = prefix.littleEndian(at: 0, as: UInt32.self),
            let body = prefix.littleEndian(at: 4, as: UInt32.self),
            let number = prefix.littleEndian(at: 8, as: UInt32.self),
            Int(head) + Int(body) <= limit
        else { return nil }
        return Prefix(kind: kind, number: number, head: Int(head), body: Int(body))
    }
}
