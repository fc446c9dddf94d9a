/// A library's decoder, by which member after member is decompressed.
protocol MemberDecoder: AnyObject {
    /// Begins a member, whatever became of the one before.
    func begin()
    /// Takes from `input` and writes into `room`, both as far as it comes.
    func step(_ input: ArraySlice<UInt8>, into room: inout [UInt8]) -> DecoderStep
}

/// What one call of a decoder did.
struct DecoderStep {
    enum State {
        /// Neither the end nor a fault: it wants more input, or more room.
        case underway
        /// The member is whole.
        case ended
        case corrupt
        /// It asks for more memory than it may have.
        case greedy(limit: Int)
    }

    var state: State
    /// Bytes of the input that it took.
    var used: Int
    /// Bytes that it wrote.
    var made: Int
}

/// What comes out of members, within a limit.
struct Inflation {
    private let compression: Compression
    private let decoder: any MemberDecoder
    private let limit: Int
    private var room = [UInt8](repeating: 0, count: 64 * 1024)
    private(set) var output: [UInt8] = []

    /// - Parameter limit: bytes, of all members together.
    init(of compression: Compression, _ decoder: any MemberDecoder, limit: Int) {
        self.compression = compression
        self.decoder = decoder
        self.limit = limit
    }

    /// Appends one member's content and says how many bytes of `bytes` it took.
    mutating func takeMember(of bytes: ArraySlice<UInt8>) throws(CompressionError) -> Int {
        decoder.begin()
        var taken = 0
        while true {
            // Some libraries count with 32 bits.
            let step = decoder.step(bytes.dropFirst(taken).prefix(1 << 30), into: &room)
            taken += step.used
            guard step.made <= limit - output.count else {
                throw .tooLarge(compression, limit: limit)
            }
            reserve(step.made)
            output.append(contentsOf: room[0..<step.made])
            switch step.state {
            case .ended: return taken
            case .underway where step.used > 0 || step.made > 0: continue
            case .underway: throw .truncated(compression)
            case .corrupt: throw .corrupt(compression)
            case .greedy(let most): throw .tooMuchMemory(compression, limit: most)
            }
        }
    }

    /// Doubles, as arrays do, but never past the limit.
    private mutating func reserve(_ more: Int) {
        let needed = output.count + more
        guard needed > output.capacity else { return }
        output.reserveCapacity(min(limit, max(needed, output.capacity * 2)))
    }
}
