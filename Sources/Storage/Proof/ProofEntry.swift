import FoundationEssentials
import Hashing

/// One entry of the log of evidence: what was written to the store, when, and the hashes to know it by.
///
/// A line of store/proof/log is the leaf hash in 64 hex digits, a space, and the entry as JSON, which is what is hashed.
public struct ProofEntry: Sendable, Codable, Equatable {
    public enum Kind: String, Sendable, Codable {
        /// The first entry of a log: names it.
        case begun
        case filed
        case revision
        /// The same text with other facts, rewritten in place.
        case update
        /// The file moved to superseded/, with the id of its successor in it.
        case superseded
        /// Somebody changed the file by hand, and briefd took that down.
        case edited
        /// briefd wrote the file anew: a newer reading, or links to other revisions.
        case rewritten
        /// The same bytes at another path.
        case moved
        case forgotten
        case recalled
        /// Removed for good, by `briefctl gc`.
        case removed
        case sighting
        case variant
        case dropped
    }

    /// Counted from 0.
    public var n: Int = 0
    /// When the entry was made: RFC 3339, UTC.
    public var time: String = ""
    public var kind: Kind
    /// "" where it is of no article.
    public var id: String
    /// 1 for the first text of an article.
    public var revision: Int?
    /// Of the Markdown file, beneath the store.
    public var path: String?
    public var contentHash: String?
    /// SHA-256 of the Markdown file, 64 hex digits.
    public var markdown: String?
    /// SHA-256 of the bytes that the document came in.
    public var original: String?
    /// SHA-256 of the file that these lie in compressed; null where that lay in the store already.
    public var packed: String?
    /// SHA-256 of the line of store/sightings that tells of the same arrival, without its end.
    public var sighting: String?
    /// Where that line stands, beneath the store.
    public var sightingFile: String?
    /// The name of the log, in its first entry.
    public var origin: String?
    /// The leaf hash of the entry before; zeros in the first.
    public var prev: String = ""

    enum CodingKeys: String, CodingKey {
        case n, time, kind, id, revision, path, markdown, original, packed, sighting, origin, prev
        case contentHash = "content_hash"
        case sightingFile = "sighting_file"
    }

    /// Stands before the first entry.
    static let nothing = String(repeating: "0", count: 64)

    init(_ kind: Kind, of id: String, path: String? = nil) {
        self.kind = kind
        self.id = id
        self.path = path
    }

    /// Of an arrival that the sightings tell of.
    init(_ sighting: Sighting, line: some Sequence<UInt8>) {
        switch sighting.kind {
        case .sighting: kind = .sighting
        case .variant: kind = .variant
        case .update: kind = .update
        case .dropped: kind = .dropped
        case .revision: kind = .revision
        }
        id = sighting.id
        contentHash = sighting.contentHash
        original = sighting.original
        sightingFile = sighting.file
        self.sighting = SHA256Digest.hex(of: Array(line))
    }

    /// The bytes that are hashed.
    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}

/// A line of the log as it lies there.
struct ProofLine {
    /// Nil where the line is damaged.
    var entry: ProofEntry?
    /// What is hashed.
    var bytes: [UInt8]
    /// Of these bytes, whatever the line says.
    var leaf: MerkleTree.Hash
    /// What is wrong with the line; nil where it is whole.
    var fault: String?

    /// The line of an entry, with its end.
    static func make(_ entry: [UInt8], leaf: MerkleTree.Hash) -> [UInt8] {
        Array(HexText.make(leaf).utf8) + [UInt8(ascii: " ")] + entry + [UInt8(ascii: "\n")]
    }

    /// - Parameter line: without its end.
    init(_ line: ArraySlice<UInt8>) {
        bytes = Array(line.dropFirst(65))
        leaf = MerkleTree.leaf(bytes)
        let stated = String(decoding: line.prefix(64), as: UTF8.self)
        guard line.dropFirst(64).first == UInt8(ascii: " "), stated == HexText.make(leaf) else {
            fault = "its hash is not the one that stands before it"
            return
        }
        do {
            entry = try JSONDecoder().decode(ProofEntry.self, from: Data(bytes))
        } catch {
            fault = "it is no entry that this version knows"
        }
    }
}
