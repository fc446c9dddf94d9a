import BriefModel
import Workers

/// Where every document comes through, from a feed or from the spool: a worker reads it, the store files it.
public struct Intake: Sendable {
    let pool: WorkerPool
    let writer: StoreWriter
    let rules: RuleBook
    let meters: Meters
    /// Nil where no site is remembered.
    let sites: SiteMemory?
    /// Whose documents these are: see `RemarkableSource.name`.
    private(set) var source = WorkerPool.nobody

    init(
        pool: WorkerPool, writer: StoreWriter, rules: RuleBook = RuleBook(),
        meters: Meters = Meters(), sites: SiteMemory? = nil
    ) {
        self.pool = pool
        self.meters = meters
        self.sites = sites
        self.writer = writer
        self.rules = rules
    }

    /// The same for the documents of one source.
    func of(_ source: String) -> Intake {
        var intake = self
        intake.source = source
        return intake
    }

    /// Has a worker read a document.
    public func read(_ request: ExtractionRequest) async throws -> ReadDocument {
        let start = ContinuousClock.now
        defer { meters.observe(.read, since: start) }
        do {
            let request = await sites?.helped(request) ?? request
            let document = try await pool.read(request, of: source)
            await sites?.learn(document.trace, from: request)
            meters.count(.documentsRead, "ok")
            meters.count(.readBytes, by: request.bytes.count)
            return document
        } catch {
            meters.count(.documentsRead, "failed")
            throw error
        }
    }

    /// What compressed bytes hold.
    ///
    /// - Throws: `WorkerError.refused`, see `WorkerPool.unpack`.
    func unpack(_ bytes: [UInt8], limit: Int) async throws -> [UInt8] {
        try await pool.unpack(bytes, limit: limit, of: source)
    }

    /// The documents that stand in a file: see `WorkerPool.open`.
    func open(
        _ bytes: [UInt8], name: String, promised: DocumentFormat?, from first: Int,
        limits: UnpackLimits
    ) async throws -> UnpackedFile {
        try await pool.open(
            bytes, name: name, promised: promised, from: first, limits: limits, of: source)
    }

    /// Returns when the document is on the disk, or is known as one that was.
    public func file(_ filing: Filing) async throws -> FilingOutcome {
        try await writer.file(rules.applied(to: filing))
    }

    public func parseFeed(_ request: FeedRequest) async throws -> ParsedFeed {
        try await pool.parseFeed(request, of: source)
    }

    public func feedLinks(
        inHTML bytes: [UInt8], baseURL: String, linkFields: [String]
    ) async throws -> [FeedLink] {
        try await pool.feedLinks(
            inHTML: bytes, baseURL: baseURL, linkFields: linkFields, of: source)
    }
}
