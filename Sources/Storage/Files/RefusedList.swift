import BriefModel
import FoundationEssentials

/// What articles were recognised by that are never to be filed again: a line of JSON for each mark.
struct RefusedList {
    static let path = "forgotten/for-good.jsonl"

    struct Line: Codable, Equatable {
        /// A content hash, the SHA-256 of an original, or a feed and an entry's key.
        var mark: String
        /// The article that was forgotten.
        var id: String
    }

    private let bytes: [UInt8]

    init(in files: StoreFiles) throws {
        bytes = try files.exists(Self.path) ? files.read(Self.path) : []
    }

    /// Lines that cannot be read are passed over: what they forbid is filed.
    var lines: [Line] {
        bytes.split(separator: UInt8(ascii: "\n")).compactMap {
            try? JSONDecoder().decode(Line.self, from: Data($0))
        }
    }

    /// The list with more marks in it.
    func adding(_ marks: Set<String>, of id: String) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try marks.sorted().reduce(into: bytes) { bytes, mark in
            bytes += Array(try encoder.encode(Line(mark: mark, id: id))) + [UInt8(ascii: "\n")]
        }
    }

    /// The list without what was forgotten with some articles.
    func removing(_ ids: Set<String>) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try lines.filter { !ids.contains($0.id) }.reduce(into: []) { bytes, line in
            bytes += Array(try encoder.encode(line)) + [UInt8(ascii: "\n")]
        }
    }
}
