import Hashing
import LinuxIO

/// Brings the log of evidence, catalogue and files together: at every start, and when a catalogue is made anew.
///
/// What the log lacks is appended; what it has otherwise than the files is told, and left as it is.
extension Mending {
    /// So many entries are appended at once.
    private static let appendedAtOnce = 500

    /// Reads what the catalogue does not know of the log, and cuts off a line that a crash left without its end.
    mutating func readProofs() throws {
        guard let log = files.proof else { return }
        let rows = ProofRows(db: reader.db)
        var end = try knownEnd(rows)
        let checkpoint = try ProofLog.checkpoint(in: files)
        var isDisputed = checkpoint.map {
            $0.size == end.frontier.size && $0.root != end.frontier.root
        }
        let done = try ProofLog.read(from: end.bytes, in: files.root) { bytes in
            let line = ProofLine(bytes)
            try enter(line, number: end.frontier.size, behind: end.last, rows)
            if let origin = line.entry?.origin { end.origin = origin }
            end.frontier.append(line.leaf)
            end.last = HexText.make(line.leaf)
            if let checkpoint, checkpoint.size == end.frontier.size {
                isDisputed = checkpoint.root != end.frontier.root
            }
        }
        end.bytes = done
        if let size = try files.root.status(of: ProofLog.path)?.size, size > done {
            try files.root.appendFile(ProofLog.path).truncate(to: done)
        }
        try rows.set(end)
        log.resume(at: end)
        guard end.frontier.size > 0 else { return }
        if let checkpoint, isDisputed ?? false || checkpoint.size > end.frontier.size {
            try setAside(checkpoint)
        }
        if checkpoint?.size != end.frontier.size || isDisputed ?? true {
            try log.writeCheckpoint(end, in: files.root)
        }
    }

    private mutating func enter(
        _ line: ProofLine, number: Int, behind last: String, _ rows: ProofRows
    ) throws {
        let name = "entry \(number)"
        guard let entry = line.entry else {
            return report.disputed.add(ProofLog.path, "\(name): \(line.fault ?? "unreadable")")
        }
        if entry.prev != last || entry.n != number {
            report.disputed.add(ProofLog.path, "\(name) does not follow the one before it")
        }
        try rows.enter(entry, checksum: nil)
        if let sighting = entry.sighting { unread[sighting, default: []].append(number) }
    }

    /// Where the catalogue left the log, if that is the same still.
    private mutating func knownEnd(_ rows: ProofRows) throws -> ProofLog.End {
        guard let end = try rows.end, end.bytes > 0 else { return ProofLog.End() }
        let size = try files.root.status(of: ProofLog.path)?.size ?? 0
        if size >= end.bytes {
            let start = max(0, end.bytes - (1 << 20))
            let bytes = try files.root.openFile(ProofLog.path).read(end.bytes - start, at: start)
            let line = bytes.dropLast().split(separator: UInt8(ascii: "\n")).last ?? []
            if String(decoding: line.prefix(64), as: UTF8.self) == end.last { return end }
        }
        report.disputed.add(
            ProofLog.path,
            "it is not the log of \(end.frontier.size) entries that the catalogue knows, but another one or a part of it"
        )
        try rows.clear()
        return ProofLog.End()
    }

    private mutating func setAside(_ checkpoint: ProofCheckpoint) throws {
        var number = 1
        while try files.exists("\(ProofLog.checkpointPath).disputed-\(number)") { number += 1 }
        let name = "\(ProofLog.checkpointPath).disputed-\(number)"
        try files.root.rename(ProofLog.checkpointPath, to: name)
        report.disputed.add(
            ProofLog.checkpointPath,
            "it is of \(checkpoint.size) entries that are not those of the log; it lies in \(name) now"
        )
    }

    /// A sighting that the catalogue did not know: the log may lack it too.
    mutating func noteProof(of sighting: Sighting, _ line: ArraySlice<UInt8>) {
        guard files.proof != nil else { return }
        var entry = ProofEntry(sighting, line: line)
        if var known = unread[entry.sighting ?? ""] {
            known.removeLast()
            unread[entry.sighting ?? ""] = known.isEmpty ? nil : known
        } else if !isAnew {
            // In a catalogue that is made anew all are unknown: those from before the log have no entry.
            // An original that cannot be read is for `verify` to tell of.
            entry.packed = (try? files.read(StoreFiles.original(sighting.original)))
                .map(SHA256Digest.hex(of:))
            plan.proofs.append(entry)
        }
    }

    /// Appends the entries of files that have none, or that were changed with the catalogue's knowledge.
    mutating func settleProofs() throws {
        guard files.proof != nil else { return }
        var drafts: [(ProofEntry, UInt32?)] = []
        let rows = ProofRows(db: reader.db)
        for revision in try rows.unsettled() {
            if let draft = try settle(revision, rows) { drafts.append((draft, revision.checksum)) }
            if drafts.count >= Self.appendedAtOnce {
                try plan.appendProofs(drafts)
                drafts = []
            }
        }
        try plan.appendProofs(drafts + plan.proofs.map { ($0, nil) })
        plan.proofs = []
        if isAnew { try noteUnfound() }
    }

    private mutating func settle(_ revision: Revision, _ rows: ProofRows) throws -> ProofEntry? {
        let bytes: [UInt8]
        do {
            bytes = try files.read(revision.path)
        } catch {
            // Told of already, as missing or left out.
            return nil
        }
        guard Checksum.crc32(of: bytes) == revision.checksum else { return nil }
        let before = try rows.row(of: revision.id)
        if let before, before.path == revision.path {
            let isSame = SHA256Digest.hex(of: bytes) == before.markdown
            if isSame { return try mark(revision, rows) }
            if before.checksum == nil, !revision.isEdited {
                report.disputed.add(
                    revision.path, "article \(revision.id) is not what the log of evidence says")
                return nil
            }
        }
        return try plan.proof(of: revision, bytes, before: before)
    }

    private func mark(_ revision: Revision, _ rows: ProofRows) throws -> ProofEntry? {
        try rows.setChecksum(revision.checksum, of: revision.id)
        return nil
    }

    /// What the log tells of, and the store has not.
    private mutating func noteUnfound() throws {
        for number in unread.values.joined().sorted() {
            report.disputed.add(
                ProofLog.path, "entry \(number) tells of an arrival that the sightings do not have")
        }
        for row in try ProofRows(db: reader.db).withoutArticle() {
            report.disputed.add(
                row.path, "article \(row.id) is not in the store, and the log of evidence has it")
        }
    }
}
