/// Why bytes could not be decompressed.
public enum GzipError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The bytes do not start with gzip's magic number (RFC 1952 §2.3.1).
    case notGzip
    /// The compressed bytes end in the middle of a member.
    case truncated
    /// The stream contradicts itself or its checksum.
    case corrupt
    /// More than `limit` bytes come out.
    case tooLarge(limit: Int)

    public var description: String {
        switch self {
        case .notGzip: "not gzip: the magic number is missing; send the file as it is"
        case .truncated: "gzip data ends early: the file was cut off; send it again"
        case .corrupt: "gzip data is corrupt: its checksum does not hold; send it again"
        case .tooLarge(let limit): "gzip data passes \(limit) bytes once decompressed"
        }
    }
}
