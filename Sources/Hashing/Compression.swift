/// A compression that whole files come in: how its bytes are told, and what they hold.
///
/// All stand for streams of members, one behind the other, as their programs write and read them. A further one is a case
/// here, a `MemberDecoder`, and a row in `DocumentFormat`, where its suffixes stand.
public enum Compression: String, Sendable, CaseIterable {
    /// RFC 1952.
    case gzip
    /// "The .xz File Format", version 1.2.
    case xz
    /// As bzip2 1.0 writes it.
    case bzip2
    /// RFC 8878.
    case zstd

    /// The most memory that a dictionary (xz) may take in bytes: what `xz -9` asks for, and some for the tables.
    static let mostDictionary = 80 << 20
    /// The largest window of zstd, as a power of two: 128 MiB, which `zstd --long` asks for and zstd(1) itself takes.
    static let largestWindow: Int32 = 27

    /// What bytes are by their magic number; nil for none of these.
    public init?(of bytes: [UInt8]) {
        let head = bytes.prefix(10)
        guard let found = Self.allCases.first(where: { $0.starts(head) }) else { return nil }
        self = found
    }

    /// What the bytes hold: all members, one after the other; at most `limit` bytes come out, and not more is ever
    /// allocated for them. Bytes behind a whole member that start no other one are ignored, as gzip(1) does.
    public func decompress(
        _ bytes: [UInt8], limit: Int
    ) throws(CompressionError) -> [UInt8] {
        guard starts(bytes[...]) else { throw .notOf(self) }
        var inflation = Inflation(of: self, decoder, limit: limit)
        var rest = bytes[...]
        while starts(rest) {
            rest = rest.dropFirst(try inflation.takeMember(of: rest))
            if self == .xz { rest = rest.drop { $0 == 0 } }
        }
        return inflation.output
    }

    private var decoder: any MemberDecoder {
        switch self {
        case .gzip: GzipDecoder(isRaw: false)
        case .xz: XZDecoder()
        case .bzip2: Bzip2Decoder()
        case .zstd: ZstdDecoder()
        }
    }

    private func starts(_ bytes: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .gzip: bytes.starts(with: [0x1F, 0x8B])
        case .xz: bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0])
        case .bzip2: Self.startsBzip2(bytes)
        case .zstd: bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || Self.isSkippable(bytes)
        }
    }

    /// "BZh", the size of the blocks, and the mark of a block or of the end, as far as there are bytes.
    private static func startsBzip2(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 4, bytes.starts(with: "BZh".utf8),
            (0x31...0x39).contains(bytes[bytes.startIndex + 3])
        else { return false }
        let mark = bytes.dropFirst(4).prefix(6)
        return [[0x31, 0x41, 0x59, 0x26, 0x53, 0x59], [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]].contains
        {
            $0.starts(with: mark)
        }
    }

    /// A frame that holds nothing (RFC 8878 §3.1.2); some programs put one before the others.
    private static func isSkippable(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        return first & 0xF0 == 0x50 && bytes.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
    }
}
