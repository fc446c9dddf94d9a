import FoundationEssentials
import LinuxIO

/// The evidence of a store: its log, read and compared with the files. Needs neither catalogue nor lock, so it can be asked
/// of a copy, and while briefd files; it changes nothing.
public struct StoreProof {
    let files: StoreFiles

    /// Whether a log of evidence is kept in the store at a path.
    public static func exists(at path: String) throws(StorageError) -> Bool {
        try storing {
            guard try FolderPlace.exists(path) else { return false }
            return try Directory(at: path).status(of: FileName(ProofLog.path)) != nil
        }
    }

    /// Throws `noProof` where the store has no log of evidence.
    public init(at path: String) throws(StorageError) {
        guard try Self.exists(at: path) else { throw .noProof(store: path) }
        files = try storing { try StoreFiles(existing: path) }
    }

    /// Finds what in log, checkpoint, Markdown files, originals and sightings is not as the log has it.
    ///
    /// - Parameter key: of the checkpoints' signatures, as it is known from elsewhere; without it the one that lies beside
    ///   them is taken, which whoever wrote the checkpoint may have written too.
    public func verify(key: ProofPublicKey? = nil) throws(StorageError) -> ProofReport {
        try storing {
            var report = try ProofVerification.run(files, key: key)
            // What was filed meanwhile is not yet, or no longer, where it is looked for.
            for _ in 0..<3 where !report.isSound {
                let again = try ProofVerification.run(files, key: key)
                let isQuiet = again.entries == report.entries && again == report
                report = again
                if isQuiet { break }
            }
            return report
        }
    }

    /// The latest checkpoint, as it lies there; nil where none can be read.
    public func checkpoint() throws(StorageError) -> ProofCheckpoint? {
        try storing { try ProofLog.checkpoint(in: files) }
    }

    /// The proof that the latest text of an article stands in the log.
    ///
    /// - Parameter id: of the article or of a revision, or the beginning of it.
    public func prove(_ id: String) throws(StorageError) -> InclusionProof {
        try storing {
            var leaves: [MerkleTree.Hash] = []
            var found: [String: ProofLine] = [:]
            _ = try ProofLog.read(from: 0, in: files.root) { bytes in
                let line = ProofLine(bytes)
                leaves.append(line.leaf)
                guard let entry = line.entry, entry.markdown != nil, !id.isEmpty,
                    entry.id.hasPrefix(id)
                else { return }
                found[entry.id] = line
            }
            if found.count > 1, found[id] == nil { throw StorageError.ambiguous(id: id) }
            guard let line = found[id] ?? found.values.first, let entry = line.entry else {
                throw StorageError.noArticle(id: id)
            }
            guard let checkpoint = try ProofLog.checkpoint(in: files),
                checkpoint.size <= leaves.count
            else {
                throw StorageError.damaged(
                    path: ProofLog.checkpointPath, why: "it is no checkpoint of the log")
            }
            guard entry.n < checkpoint.size else {
                throw StorageError.damaged(
                    path: ProofLog.checkpointPath,
                    why:
                        "it is older than entry \(entry.n); the next start of briefd writes it anew"
                )
            }
            let tree = leaves[..<checkpoint.size]
            let path = MerkleTree.inclusion(of: entry.n, in: tree)
            guard
                MerkleTree.root(from: line.leaf, at: entry.n, size: checkpoint.size, path)
                    == checkpoint.root
            else {
                throw StorageError.damaged(
                    path: ProofLog.checkpointPath, why: "the log leads to another root")
            }
            return InclusionProof(line.bytes, entry, path, checkpoint)
        }
    }
}

/// What a stranger needs to see that an entry stands in a log whose checkpoint is known (docs/proof.md).
public struct InclusionProof: Sendable, Codable, Equatable {
    public var version = 1
    /// The entry as it was hashed.
    public var entry: String
    public var index: Int
    /// Entries under the checkpoint.
    public var size: Int
    /// The hashes beside the way to the root, the lowest first: hex.
    public var path: [String]
    public var checkpoint: String
    /// Where the Markdown file and the original lie, beneath the store.
    public var markdownFile: String?
    public var originalFile: String?

    enum CodingKeys: String, CodingKey {
        case version, entry, index, size, path, checkpoint
        case markdownFile = "markdown_file"
        case originalFile = "original_file"
    }

    init(
        _ bytes: [UInt8], _ entry: ProofEntry, _ path: [MerkleTree.Hash],
        _ checkpoint: ProofCheckpoint
    ) {
        self.entry = String(decoding: bytes, as: UTF8.self)
        index = entry.n
        size = checkpoint.size
        self.path = path.map { HexText.make($0) }
        self.checkpoint = checkpoint.text
        markdownFile = entry.path
        originalFile = entry.original.map(StoreFiles.original)
    }
}
