import FoundationEssentials
import LinuxIO
import Synchronization

/// The log of evidence, store/proof/log, with its latest checkpoint beside it: appended to by the group commit, last of
/// all, and by one thread at a time.
///
/// An entry is on the disk before the row of what it tells of is committed. What a crash leaves out is appended at the
/// next start (`ProofMending`); nothing is ever written over.
final class ProofLog: Sendable {
    static let folder = "proof"
    static let path = "proof/log"
    static let checkpointPath = "proof/checkpoint"
    private static let piece = 1 << 20

    /// The end of the log: all that appending needs to know.
    struct End: Equatable {
        var frontier = MerkleFrontier()
        /// Of the file.
        var bytes = 0
        /// The leaf hash of the last entry.
        var last = ProofEntry.nothing
        var origin = ""
    }

    /// The latest checkpoint; nil where there is none that can be read: a power cut may have left it empty.
    static func checkpoint(in files: StoreFiles) throws -> ProofCheckpoint? {
        guard try files.exists(checkpointPath) else { return nil }
        return ProofCheckpoint(String(decoding: try files.read(checkpointPath), as: UTF8.self))
    }

    private let state = Mutex(End())
    /// Signs checkpoints; nil where there is no key.
    private let key: ProofKey?

    init(key: ProofKey? = nil) { self.key = key }

    var end: End { state.withLock { $0 } }

    /// Goes on from an end that was read from the disk.
    func resume(at end: End) { state.withLock { $0 = end } }

    /// Appends entries, syncs them, and writes the checkpoint. Returns them as they lie in the log now. Where it fails,
    /// the log is cut off where it was.
    func append(
        _ drafts: [ProofEntry], in root: borrowing Directory, now: Date = Date()
    ) throws -> [ProofEntry] {
        guard !drafts.isEmpty else { return [] }
        let before = end
        var end = before
        var entries: [ProofEntry] = []
        var bytes: [UInt8] = []
        for var entry in (before.frontier.size == 0 ? [Self.first()] : []) + drafts {
            entry.n = end.frontier.size
            entry.time = now.rfc3339
            entry.prev = end.last
            if let origin = entry.origin { end.origin = origin }
            let encoded = try entry.encoded()
            let leaf = MerkleTree.leaf(encoded)
            end.frontier.append(leaf)
            end.last = HexText.make(leaf)
            bytes += ProofLine.make(encoded, leaf: leaf)
            entries.append(entry)
        }
        end.bytes += bytes.count
        let size = try root.status(of: Self.path)?.size
        // Whoever else wrote to it: what is there is read before anything is put behind it.
        guard size ?? 0 == before.bytes else {
            throw StorageError.unexpected("\(Self.path) was changed by somebody; it is read again")
        }
        do {
            let file = try root.appendFile(Self.path)
            try file.write(bytes)
            try file.sync()
            if size == nil { try root.directory(Self.folder).sync() }
            try writeCheckpoint(end, in: root)
        } catch {
            // Where this fails too the entries stay: the next start takes them for what they tell of.
            Self.cut(to: before.bytes, in: root)
            throw error
        }
        resume(at: end)
        return entries
    }

    /// Takes back what an abandoned batch appended.
    private static func cut(to bytes: Int, in root: borrowing Directory) {
        guard let size = try? root.status(of: path)?.size, size > bytes,
            let file = try? root.appendFile(path)
        else { return }
        try? file.truncate(to: bytes)
    }

    /// The name is drawn by lot: two logs are never taken for one.
    private static func first() -> ProofEntry {
        var entry = ProofEntry(.begun, of: "")
        let lot = (0..<2).map { _ in UInt64.random(in: .min ... .max) }
        entry.origin = "briefd-" + lot.map { HexText.make($0.bytes) }.joined()
        return entry
    }

    /// It can be made of the log at any time, so it is not waited for until it is on the disk.
    func writeCheckpoint(_ end: End, in root: borrowing Directory) throws {
        var checkpoint = ProofCheckpoint(
            origin: end.origin, size: end.frontier.size, root: end.frontier.root)
        if let key {
            checkpoint.signatures = [key.signature(of: checkpoint)]
            try write(key.publicKey.file(of: end.origin), in: root)
        }
        let name = Self.folder + "/" + StoreFiles.temporaryPrefix + "checkpoint"
        try root.replace(
            FileName(Self.checkpointPath), with: Array(checkpoint.text.utf8), by: FileName(name))
    }

    /// The key beside the checkpoint is written once.
    private func write(_ text: String, in root: borrowing Directory) throws {
        let bytes = Array(text.utf8)
        if try root.status(of: ProofPublicKey.path) != nil {
            let known = try root.openFile(ProofPublicKey.path).readAll(limit: Self.piece)
            if known == bytes { return }
        }
        let name = Self.folder + "/" + StoreFiles.temporaryPrefix + "key"
        try root.replace(FileName(ProofPublicKey.path), with: bytes, by: FileName(name))
    }

    /// Reads whole lines from `offset` on. Returns where the last of them ends.
    static func read(
        from offset: Int, in root: borrowing Directory,
        _ body: (ArraySlice<UInt8>) throws -> Void
    ) throws -> Int {
        guard try root.status(of: path) != nil else { return 0 }
        let file = try root.openFile(path)
        var done = offset
        var pending: [UInt8] = []
        while true {
            let bytes = try file.read(piece, at: done + pending.count)
            if bytes.isEmpty { return done }
            pending += bytes
            var start = 0
            while let end = pending[start...].firstIndex(of: UInt8(ascii: "\n")) {
                try body(pending[start..<end])
                start = end + 1
            }
            done += start
            pending.removeFirst(start)
        }
    }
}

extension UInt64 {
    fileprivate var bytes: [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: self >> (56 - 8 * $0)) }
    }
}
