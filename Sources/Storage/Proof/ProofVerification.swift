import FoundationEssentials
import Hashing
import LinuxIO

/// Reads the log of evidence and compares all that it names with the files. One file is in memory at a time; of each
/// article its latest entry.
struct ProofVerification {
    private let files: StoreFiles
    private var report = ProofReport()
    private var leaves: [MerkleTree.Hash] = []
    /// A line is damaged: the tree is another one than that of the checkpoint, and the line is named already.
    private var isBroken = false
    private var origin: String?
    /// The latest entry of each Markdown file that is there.
    private var latest: [String: ProofEntry] = [:]
    /// The entries that told of each original, and the SHA-256 of its file as far as they say it.
    private var originals: [String: (entry: Int, packed: String?)] = [:]
    /// Of the sightings' lines that the log names: the entries.
    private var sightings: [String: [Int]] = [:]
    /// The files that those lines stand in, by entry.
    private var lines: [Int: String] = [:]

    /// - Parameter key: that is known from elsewhere; else the one beside the checkpoint is taken.
    static func run(_ files: StoreFiles, key: ProofPublicKey?) throws -> ProofReport {
        var verification = ProofVerification(files)
        try verification.readLog()
        try verification.checkCheckpoint()
        try verification.checkSignature(key)
        try verification.checkMarkdown()
        try verification.checkStrangers()
        try verification.checkOriginals()
        try verification.checkSightings()
        return verification.report
    }

    private init(_ files: StoreFiles) { self.files = files }

    private mutating func note(
        _ kind: VerifyReport.Finding.Kind, _ path: String, _ why: String, next: String
    ) {
        report.files.note(kind, path, why, next: next)
    }

    private mutating func readLog() throws {
        var last = ProofEntry.nothing
        let done = try ProofLog.read(from: 0, in: files.root) { bytes in
            let line = ProofLine(bytes)
            let number = leaves.count
            if let entry = line.entry {
                if entry.n != number || entry.prev != last {
                    // Behind a damaged line all goes on as before; that line is named.
                    if !isBroken {
                        note(
                            .corrupt, ProofLog.path,
                            "entry \(number) does not follow the one before it",
                            next: VerifyAdvice.log)
                    }
                    isBroken = true
                }
                take(entry)
            } else {
                isBroken = true
                note(
                    .corrupt, ProofLog.path, "entry \(number) was altered: \(line.fault ?? "")",
                    next: VerifyAdvice.log)
            }
            leaves.append(line.leaf)
            last = HexText.make(line.leaf)
        }
        report.entries = leaves.count
        if let size = try files.root.status(of: ProofLog.path)?.size, size > done {
            isBroken = true
            note(
                .corrupt, ProofLog.path, "entry \(leaves.count) has no end",
                next: VerifyAdvice.log)
        }
    }

    private mutating func take(_ entry: ProofEntry) {
        if let name = entry.origin { origin = name }
        if let line = entry.sighting {
            sightings[line, default: []].append(entry.n)
            lines[entry.n] = entry.sightingFile
        }
        if entry.kind == .removed {
            if let original = entry.original { originals[original] = nil }
            latest[entry.id] = nil
            return
        }
        if entry.markdown != nil { latest[entry.id] = entry }
        // What a rule dropped is not kept.
        guard let original = entry.original, entry.kind != .dropped else { return }
        originals[original] = (entry.n, entry.packed ?? originals[original]?.packed)
    }

    private mutating func checkCheckpoint() throws {
        let path = ProofLog.checkpointPath
        func wrong(_ kind: VerifyReport.Finding.Kind, _ why: String) {
            note(kind, path, why, next: VerifyAdvice.checkpoint)
        }
        guard try files.exists(path) else { return wrong(.missing, "there is no checkpoint") }
        guard let checkpoint = try ProofLog.checkpoint(in: files) else {
            return wrong(.corrupt, "it is no checkpoint as C2SP tlog-checkpoint describes one")
        }
        report.checkpoint = checkpoint
        guard !isBroken else { return }
        if checkpoint.origin != origin {
            wrong(.corrupt, "it is of the log \(checkpoint.origin), not of \(origin ?? "this one")")
        } else if checkpoint.size > leaves.count {
            wrong(
                .corrupt,
                "it is of \(checkpoint.size) entries, and the log has \(leaves.count): some were cut off, or it was altered"
            )
        } else if MerkleTree.root(of: leaves[..<checkpoint.size]) != checkpoint.root {
            wrong(
                .corrupt,
                "the \(checkpoint.size) entries of the log lead to another root: it, or the log, was made anew"
            )
        }
    }

    private mutating func checkSignature(_ key: ProofPublicKey?) throws {
        let path = ProofPublicKey.path
        guard let checkpoint = report.checkpoint else { return }
        var known = key
        if try files.exists(path) {
            let text = String(decoding: try files.read(path), as: UTF8.self)
            let beside = try? ProofPublicKey(text)
            if beside?.file(of: checkpoint.origin) != text {
                note(.corrupt, path, "it is no key as briefd writes it", next: VerifyAdvice.key)
            } else if let key, beside != key {
                note(.corrupt, path, "it is another key than yours", next: VerifyAdvice.key)
            }
            known = known ?? beside
        }
        guard let known else { return }
        report.isSigned = false
        switch known.verdict(on: checkpoint) {
        case .signed: report.isSigned = true
        case .unsigned:
            note(
                .corrupt, ProofLog.checkpointPath, "it is not signed", next: VerifyAdvice.checkpoint
            )
        case .otherKey:
            note(
                .corrupt, key == nil ? path : ProofLog.checkpointPath,
                "the checkpoint is signed with another key", next: VerifyAdvice.key)
        case .forged:
            note(
                .corrupt, ProofLog.checkpointPath, "its signature is not of what it says",
                next: VerifyAdvice.checkpoint)
        }
    }

    private mutating func checkMarkdown() throws {
        for entry in latest.values.sorted(by: { $0.n < $1.n }) {
            guard let path = entry.path, let known = entry.markdown else { continue }
            report.files.articles += 1
            do {
                let found = SHA256Digest.hex(of: try files.read(path))
                if found != known {
                    note(
                        .corrupt, path,
                        "it is not what entry \(entry.n) says (\(entry.kind.rawValue), \(entry.time)): it was altered, or edited by hand since",
                        next: VerifyAdvice.altered)
                } else if entry.kind == .edited {
                    report.files.editedCount += 1
                    note(
                        .edited, path, "edited by hand, as entry \(entry.n) of \(entry.time) says",
                        next: VerifyAdvice.edit)
                }
            } catch {
                note(error, path, "entry \(entry.n) says that it is there")
            }
        }
    }

    private mutating func note(_ error: SystemError, _ path: String, _ missing: String) {
        if error.isNotFound {
            note(.missing, path, missing, next: VerifyAdvice.article)
        } else {
            note(.unreadable, path, error.description, next: VerifyAdvice.unreadable)
        }
    }

    private mutating func checkStrangers() throws {
        let known = Set(latest.values.compactMap(\.path))
        var strangers: [String] = []
        for folder in ["articles", "superseded"] {
            try files.files(under: folder) { path in
                guard path.hasSuffix(".md"), !known.contains(path), !StoreFiles.isAside(path),
                    !StoreFiles.isTemporary(path)
                else { return }
                strangers.append(path)
            }
        }
        for path in strangers {
            note(.unknown, path, "no entry of the log tells of it", next: VerifyAdvice.unlogged)
        }
    }

    private mutating func checkOriginals() throws {
        let givenUp =
            try files.exists(FilingPlan.givenUp)
            ? Set(
                try files.read(FilingPlan.givenUp).split(separator: UInt8(ascii: "\n")).map {
                    String(decoding: $0, as: UTF8.self)
                }) : []
        for (sha, known) in originals.sorted(by: { $0.value.entry < $1.value.entry })
        where !givenUp.contains(sha) {
            report.files.originals += 1
            let path = StoreFiles.original(sha)
            do {
                let packed = try files.read(path)
                if let digest = known.packed, SHA256Digest.hex(of: packed) != digest {
                    note(
                        .corrupt, path, "it is not what entry \(known.entry) says",
                        next: VerifyAdvice.original)
                    continue
                }
                _ = try Originals.read(sha, in: files)
            } catch let error as SystemError {
                note(error, path, "entry \(known.entry) names it")
            } catch {
                note(
                    .corrupt, path, StorageError(any: error).description,
                    next: VerifyAdvice.original)
            }
        }
    }

    private mutating func checkSightings() throws {
        for name in try SightingLog.files(in: files.root) {
            _ = try SightingLog.readLines(name, from: 0, in: files.root) { _, line in
                report.files.sightings += 1
                let digest = SHA256Digest.hex(of: Array(line))
                sightings[digest]?.removeLast()
                if sightings[digest]?.isEmpty == true { sightings[digest] = nil }
            }
        }
        for number in sightings.values.joined().sorted() {
            note(
                .corrupt, lines[number] ?? "sightings",
                "the line that entry \(number) tells of is not there as it was written",
                next: VerifyAdvice.sightings)
        }
    }
}
