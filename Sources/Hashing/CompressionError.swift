/// Why bytes could not be decompressed.
public enum CompressionError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The bytes do not start with the magic number.
    case notOf(Compression)
    /// The compressed bytes end in the middle of a member.
    case truncated(Compression)
    /// The stream contradicts itself or its checksum.
    case corrupt(Compression)
    /// More than `limit` bytes come out.
    case tooLarge(Compression, limit: Int)
    /// A dictionary or a window of more than `limit` bytes has to be kept to decompress it.
    case tooMuchMemory(Compression, limit: Int)

    public var description: String {
        switch self {
        case .notOf(let one):
            "not \(one.rawValue): the magic number is missing; send the file as it is"
        case .truncated(let one):
            "\(one.rawValue) data ends early: the file was cut off; send it again"
        case .corrupt(let one):
            "\(one.rawValue) data is corrupt: its checksum does not hold; send it again"
        case .tooLarge(let one, let limit):
            "\(one.rawValue) data passes \(limit) bytes once decompressed"
        case .tooMuchMemory(let one, let limit):
            "\(one.rawValue) data takes more than \(limit) bytes of memory to decompress; compress it"
                + " again with a smaller dictionary or window"
        }
    }
}
