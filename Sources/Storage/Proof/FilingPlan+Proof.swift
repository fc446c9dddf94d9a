import Hashing

/// What the log of evidence is told of a batch: an entry for each Markdown file that it writes, and one for each arrival
/// that leaves none.
extension FilingPlan {
    /// Writes what is planned, tells the log of evidence, and enters what the files look like now. Returns what was
    /// appended to the sightings.
    mutating func carryOut() throws -> [SightingLog.Appended] {
        let drafts = files.proof == nil ? [] : try takeProofs()
        let written = try GroupCommit.carryOut(pending, in: files, proofs: drafts)
        try setStamps(of: pending.paths)
        try enter(written.proofs)
        return written.sightings
    }

    private mutating func takeProofs() throws -> [ProofEntry] {
        for sighting in pending.sightings {
            var entry = ProofEntry(sighting, line: try sighting.line().dropLast())
            entry.packed = pending.content(of: StoreFiles.original(sighting.original))
                .map(SHA256Digest.hex(of:))
            proofs.append(entry)
        }
        var drafts: [ProofEntry] = []
        for path in pending.paths where path.hasSuffix(".md") && !StoreFiles.isAside(path) {
            guard let bytes = pending.content(of: path) else { continue }
            if let draft = try proof(of: path, bytes) { drafts.append(draft) }
        }
        defer { proofs = [] }
        return drafts + proofs
    }

    /// The entry of a file that is written; nil where no revision lies there.
    private mutating func proof(of path: String, _ bytes: [UInt8]) throws -> ProofEntry? {
        let rows = ProofRows(db: reader.db)
        let forgotten = StoreFiles.forgotten("")
        if path.hasPrefix(forgotten) {
            guard let row = try rows.row(at: String(path.dropFirst(forgotten.count))) else {
                return nil
            }
            var entry = ProofEntry(.forgotten, of: row.id, path: path)
            entry.markdown = SHA256Digest.hex(of: bytes)
            return entry
        }
        guard let revision = try reader.revision(path: path) else { return nil }
        return try proof(of: revision, bytes, before: try rows.row(of: revision.id))
    }

    /// The entry of a revision's file as it is now. `before`: its latest entry.
    mutating func proof(
        of revision: Revision, _ bytes: [UInt8], before: ProofRows.Row?
    ) throws -> ProofEntry {
        let number = try ProofRows(db: reader.db).revisionNumber(revision)
        var entry = ProofEntry(.filed, of: revision.id, path: revision.path)
        entry.markdown = SHA256Digest.hex(of: bytes)
        entry.revision = number
        entry.contentHash = revision.contentHash
        entry.original = revision.original.isEmpty ? nil : revision.original
        entry.packed = try packed(revision.original, isNew: before == nil)
        let told = proofs.firstIndex {
            $0.id == revision.id && ($0.kind == .revision || $0.kind == .update)
        }.map { proofs.remove(at: $0) }
        entry.sighting = told?.sighting
        entry.sightingFile = told?.sightingFile
        entry.kind = told?.kind ?? Self.kind(of: revision, number, entry.markdown, before)
        return entry
    }

    private static func kind(
        of revision: Revision, _ number: Int, _ markdown: String?, _ before: ProofRows.Row?
    ) -> ProofEntry.Kind {
        guard let before else {
            return revision.supersededBy != nil ? .superseded : number > 1 ? .revision : .filed
        }
        if before.path.hasPrefix(StoreFiles.forgotten("")) { return .recalled }
        if markdown == before.markdown { return .moved }
        if revision.supersededBy != nil, before.path != revision.path { return .superseded }
        return revision.isEdited ? .edited : .rewritten
    }

    /// SHA-256 of the file that an original lies in; nil where an entry has told it before.
    private func packed(_ original: String, isNew: Bool) throws -> String? {
        let path = StoreFiles.original(original)
        if let bytes = pending.content(of: path) { return SHA256Digest.hex(of: bytes) }
        // What was filed before the log was begun. A sighting's original is not looked at again.
        guard isNew, pending.isEmpty, try files.exists(path) else { return nil }
        return SHA256Digest.hex(of: try files.read(path))
    }

    private func enter(_ entries: [ProofEntry]) throws {
        guard let log = files.proof, !entries.isEmpty else { return }
        let rows = ProofRows(db: reader.db)
        for entry in entries {
            let checksum = entry.path.flatMap { pending.content(of: $0) }.map(Checksum.crc32(of:))
            try rows.enter(entry, checksum: checksum)
        }
        try rows.set(log.end)
    }

    /// Has the log told of files that are removed for good.
    mutating func noteRemoval(of paths: [String]) throws {
        guard files.proof != nil else { return }
        let rows = ProofRows(db: reader.db)
        for path in paths {
            if let row = try rows.row(at: path) {
                proofs.append(ProofEntry(.removed, of: row.id, path: path))
            } else if path.hasPrefix("originals/") {
                var entry = ProofEntry(.removed, of: "", path: path)
                let name = path.dropFirst(StoreFiles.folder(of: path).count + 1)
                entry.original = String(name.dropLast(3))
                proofs.append(entry)
            }
        }
    }

    /// Appends what was left out of the log, and enters it, with the CRC-32 of the files.
    mutating func appendProofs(_ drafts: [(ProofEntry, UInt32?)]) throws {
        guard let log = files.proof else { return }
        let entries = try log.append(drafts.map(\.0), in: files.root)
        let rows = ProofRows(db: reader.db)
        let checksums = Dictionary(
            drafts.compactMap { draft in draft.1.map { (draft.0.id, $0) } },
            uniquingKeysWith: { $1 })
        for entry in entries { try rows.enter(entry, checksum: checksums[entry.id]) }
        try rows.set(log.end)
    }
}
