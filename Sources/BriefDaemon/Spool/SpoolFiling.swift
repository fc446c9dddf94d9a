import BriefModel
import FoundationEssentials
import Spooling
import Storage
import Workers

/// What is done with one claimed file: read, filed, and only then let go.
struct SpoolFiling: Sendable {
    private(set) var intake: Intake
    /// Fetches the page at an address, for .url files.
    let fetchPage: @Sendable (_ url: String) async throws -> FetchedPage
    /// Is told of what a document holds and is not filed, and why.
    let notTaken: @Sendable (_ subject: String, _ what: String) -> Void

    init(
        intake: Intake, fetchPage: @escaping @Sendable (_ url: String) async throws -> FetchedPage,
        notTaken: @escaping @Sendable (_ subject: String, _ what: String) -> Void = { _, _ in }
    ) {
        self.intake = intake
        self.fetchPage = fetchPage
        self.notTaken = notTaken
    }

    /// The same for the documents of one sender.
    func of(_ sender: String) -> SpoolFiling {
        var filing = self
        filing.intake = intake.of(sender)
        return filing
    }

    /// Files what the document itself holds; for a list of addresses there is `LinkedPages`.
    ///
    /// - Returns: what became of it, at least one outcome.
    /// - Throws: `DroppedError` where it will never work; anything else passes and is tried again.
    func file(_ document: DroppedDocument) async throws -> [FilingOutcome] {
        if document.mayBeFeed, let outcomes = try await fileFeed(document) { return outcomes }
        let request = ExtractionRequest(
            bytes: document.bytes, type: document.type, name: document.name,
            arrival: document.arrival)
        return [try await file(request, from: document, origin: document.bytes)]
    }

    func file(
        _ request: ExtractionRequest, from document: DroppedDocument, origin original: [UInt8],
        entry: String? = nil
    ) async throws -> FilingOutcome {
        let read = try await refusing { try await intake.read(request) }
        guard read.identity.contentHash != nil else {
            throw DroppedError(reason: .noWords(read.article.warnings))
        }
        if DroppedWall.stands(in: read.article) { throw DroppedError(reason: .wall) }
        let source = document.source + (entry.map { "#" + $0 } ?? "")
        return try await intake.file(
            Filing(
                article: read.article, identity: read.identity,
                origin: Origin(source: source, tags: document.tags), original: original,
                originalType: document.mediaType(of: read.article.type), arrival: document.arrival))
    }

    /// Files the entries' own content; nothing is fetched. Nil where the document is no feed but may be a page.
    private func fileFeed(_ document: DroppedDocument) async throws -> [FilingOutcome]? {
        let feed: ParsedFeed
        do {
            feed = try await intake.parseFeed(FeedRequest(bytes: document.bytes))
        } catch WorkerError.refused(let error) {
            if document.content == .unknown { return nil }
            throw DroppedError(reason: .notReadable(error.description))
        }
        let (outcomes, killers) = try await DroppedFeed(
            feed: feed, document: document, sink: intake, notTaken: notTaken
        ).file()
        guard killers.isEmpty else {
            throw DroppedError(reason: .entriesKilledWorkers(killers), filed: outcomes)
        }
        guard !outcomes.isEmpty else { throw DroppedError(reason: .emptyFeed(feed.entries.count)) }
        return outcomes
    }

    /// Turns a worker's refusal, which stands for good, into a reason for quarantine.
    private func refusing<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch WorkerError.refused(let error) {
            throw DroppedError(reason: .notReadable(error.description))
        }
    }
}
