import BriefModel
import Workers

/// Where every document comes through, from a feed or from the spool: a worker reads it, the store files it.
public struct Intake: Sendable {
    let pool: WorkerPool
    let writer: StoreWriter

    /// Has a worker read a document.
    public func read(_ request: ExtractionRequest) async throws -> ReadDocument {
        try await pool.read(request)
    }

    /// Returns when the document is on the disk, or is known as one that was.
    public func file(_ filing: Filing) async throws -> FilingOutcome {
        try await writer.file(filing)
    }

    public func parseFeed(_ request: FeedRequest) async throws -> ParsedFeed {
        try await pool.parseFeed(request)
    }

    public func feedLinks(inHTML bytes: [UInt8], baseURL: String) async throws -> [String] {
        try await pool.feedLinks(inHTML: bytes, baseURL: baseURL)
    }
}
