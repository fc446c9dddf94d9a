import BriefModel
import GRDB
import LinuxIO
import Synchronization

/// The articles on disk: Markdown files, originals, sightings, and the catalogue that indexes them (DESIGN §5).
///
/// All calls block. Filing is for one thread at a time, a second one waits; the catalogue may be asked
/// from any thread meanwhile. One process alone may have a store open; the lock falls with it.
public final class ArticleStore: Sendable {
    /// Makes the identity of a body in plain text, for files that are taken into the catalogue, and compares bodies.
    public typealias Identify = IdentityRules

    /// What may be asked while filing goes on.
    public let catalogue: Catalogue
    /// What the start-up scan found and mended.
    public let mended: MendReport
    /// Bytes of a catalogue from which on a quick opening is worth it: smaller ones are looked at in a third of a second.
    public static let worthQuickOpening = 16 << 20

    /// With batches up to this size, filing enters texts into the search as well, its own and so many others.
    private static let smallBatch = 8
    private static let searchedAtOnce = 16

    let files: StoreFiles
    /// Nil once the store is closed.
    let lock: Mutex<FileLock?>
    let pool: DatabasePool
    let identify: Identify
    /// Set when a batch was abandoned half done: the next one mends first.
    let needsMending = Mutex(false)
    /// Articles without a file, as far as the start found them and none of them was filed again.
    let gone: Mutex<Set<String>>
    let door = CatalogueDoor()
    /// What a look at all files found; nil where none was taken yet.
    let compared: Mutex<MendReport?>

    /// Opens the store, makes it where it is missing, and mends what a crash left. Throws `locked` where another
    /// process has it.
    ///
    /// - Parameters:
    ///   - keepsProof: begins a log of evidence where there is none; one that is there is kept up in any case.
    ///   - proofKey: signs the checkpoints of that log.
    ///   - quickFrom: bytes of the catalogue from which on a store that was closed cleanly is opened without looking at
    ///     each file: `compare()` is for later then. Nil for never.
    public init(
        at path: String, identify: Identify, keepsProof: Bool = false,
        proofKey: ProofKey? = nil, quickFrom: Int? = nil
    ) throws(StorageError) {
        self.identify = identify
        let files = try storing {
            let isKept = try StoreProof.exists(at: path) || keepsProof
            return try StoreFiles(at: path, proof: isKept ? ProofLog(key: proofKey) : nil)
        }
        do {
            lock = Mutex(try FileLock(StoreFiles.lock, in: files.root))
        } catch {
            throw StorageError(any: error)
        }
        self.files = files
        let opened = try storing {
            try CatalogueOpening(
                path: path, files: files, identify: identify, quickFrom: quickFrom
            ).open()
        }
        (pool, mended) = (opened.pool, opened.report)
        compared = Mutex(opened.isWhole ? opened.report : nil)
        catalogue = Catalogue(pool: pool, files: files, door: door)
        gone = Mutex(mended.missingPaths)
    }

    /// How many of the articles that the start found without a file are so still, and the path of one.
    public var missing: (count: Int, first: String?) {
        gone.withLock { ($0.count, $0.min()) }
    }

    /// Files documents in one group commit: when it returns they are on the disk, or are known as ones that
    /// were. One result for each, in order; a failure in a result concerns that document alone.
    ///
    /// Throws where nothing of the batch was filed: the disk is full, a sync failed, the catalogue is broken.
    /// Its documents may then be given again, in full: what reached the disk nevertheless is recognised.
    public func file(
        _ batch: [Filing]
    ) throws(StorageError) -> [Result<FilingOutcome, StorageError>] {
        guard !batch.isEmpty else { return [] }
        do {
            return try commit(batch)
        } catch .catalogue(let what) where batch.count > 1 {
            // One document may be the cause; its mates shall not suffer for it.
            return batch.map { filing in
                Result { () throws(StorageError) in try commit([filing]) }
                    .flatMap { $0.first ?? .failure(.catalogue(what)) }
            }
        }
    }

    /// Enters texts into the search that large batches left out, at most so many. Says whether some are left.
    public func enterForSearch(limit: Int) throws(StorageError) -> Bool {
        try door.storing {
            guard try pool.read(SearchIndex.isBehind) else { return false }
            return try pool.write { db in
                try SearchIndex(db: db, files: files).catchUp(limit: limit)
                return try SearchIndex.isBehind(db)
            }
        }
    }

    /// Writes newer readings of originals in the place of the articles that were made of them, in one group
    /// commit. One result for each, in order. Throws as `file(_:)` does.
    func reprocess(
        _ batch: [(id: String, document: ReadDocument)], overwritesEdits: Bool
    ) throws(StorageError) -> [Result<FilingPlan.Rereading, StorageError>] {
        try commit(batch) { plan, item throws(StorageError) in
            try storing {
                try plan.reread(item.id, as: item.document, overwritesEdits: overwritesEdits)
            }
        }
    }

    private func commit(
        _ batch: [Filing]
    ) throws(StorageError) -> [Result<FilingOutcome, StorageError>] {
        try commit(PreparedFiling.prepare(batch)) { plan, prepared throws(StorageError) in
            try storing { try plan.take(prepared) }
        }
    }

    /// One group commit: `take` plans each item; then the files are written; then the rows are committed.
    func commit<Item, Outcome>(
        _ batch: [Item], take: (inout FilingPlan, Item) throws(StorageError) -> Outcome
    ) throws(StorageError) -> [Result<Outcome, StorageError>] {
        let (results, written) = try writing { () throws in
            try pool.write { db in
                if needsMending.withLock({ $0 }) { _ = try Mending.run(db, files, identify) }
                needsMending.withLock { $0 = false }
                var plan = FilingPlan(db, files, identify)
                let results = try batch.map { try result(of: $0, &plan, db, take) }
                for piece in try plan.carryOut() {
                    try plan.writer.setReplayed(piece.file, bytes: piece.after)
                }
                if batch.count <= Self.smallBatch {
                    try SearchIndex(db: db, files: files).catchUp(limit: Self.searchedAtOnce)
                    try CarriedFacts.fill(db, files, limit: CarriedFacts.besideBatch)
                }
                return (results, plan.pending.paths)
            }
        }
        gone.withLock { if !$0.isEmpty { $0.subtract(written) } }
        return results
    }

    /// Writes files and rows. What fails may be half done: the next batch mends first.
    func writing<Value>(_ body: () throws -> Value) throws(StorageError) -> Value {
        do throws(StorageError) {
            return try door.storing(body)
        } catch {
            needsMending.withLock { $0 = true }
            throw error
        }
    }

    /// One document of a batch. Where it fails, nothing of it stays behind among its mates: no row, no file.
    private func result<Item, Outcome>(
        of item: Item, _ plan: inout FilingPlan, _ db: Database,
        _ take: (inout FilingPlan, Item) throws(StorageError) -> Outcome
    ) throws -> Result<Outcome, StorageError> {
        let planned = plan.pending
        var result: Result<Outcome, StorageError>?
        try db.inSavepoint {
            do throws(StorageError) {
                result = .success(try take(&plan, item))
                return .commit
            } catch  where error.concernsOneDocument {
                result = .failure(error)
                plan.pending = planned
                return .rollback
            }
        }
        guard let result else { throw StorageError.catalogue("a document was not looked at") }
        return result
    }

    /// The bytes that a document came in, by their SHA-256 in 64 hex digits.
    public func original(_ sha: String) throws(StorageError) -> [UInt8] {
        try Originals.read(sha, in: files)
    }
}
