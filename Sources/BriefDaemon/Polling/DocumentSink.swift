import BriefModel

/// What polling hands its documents to: workers that parse and read, and the store.
public protocol DocumentSink: Sendable {
    /// Throws `WorkerError.refused` where the bytes are no feed.
    func parseFeed(_ request: FeedRequest) async throws -> ParsedFeed
    /// The feeds that a page names, the surest first.
    ///
    /// - Parameter linkFields: the values of the Link fields that came with it.
    func feedLinks(
        inHTML bytes: [UInt8], baseURL: String, linkFields: [String]
    ) async throws -> [FeedLink]
    func read(_ request: ExtractionRequest) async throws -> ReadDocument
    /// Returns when the document is durable, or is known as one that was.
    func file(_ filing: Filing) async throws -> FilingOutcome
    /// The same for the documents of one source, so that sources take turns at the workers: "feed:https://…".
    func serving(_ source: String) -> any DocumentSink
}

extension DocumentSink {
    public func serving(_ source: String) -> any DocumentSink { self }
}
