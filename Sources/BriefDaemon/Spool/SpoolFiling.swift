import BriefModel
import FoundationEssentials
import Spooling
import Storage
import Workers

/// What is done with one claimed file: read, filed, and only then let go.
struct SpoolFiling: Sendable {
    private(set) var intake: Intake
    let recognition: TextRecognition
    /// Fetches the page at an address, for .url files.
    let fetchPage: @Sendable (_ url: String) async throws -> FetchedPage
    /// Is told of what a document holds and is not filed, and why.
    let notTaken: @Sendable (_ subject: String, _ what: String) -> Void

    init(
        intake: Intake, recognition: TextRecognition = TextRecognition(),
        fetchPage: @escaping @Sendable (_ url: String) async throws -> FetchedPage,
        notTaken: @escaping @Sendable (_ subject: String, _ what: String) -> Void = { _, _ in }
    ) {
        self.intake = intake
        self.recognition = recognition
        self.fetchPage = fetchPage
        self.notTaken = notTaken
    }

    /// The same for the documents of one sender.
    func of(_ sender: String) -> SpoolFiling {
        var filing = self
        filing.intake = intake.of(sender)
        return filing
    }

    /// Files what the document itself holds, or the documents in it; for a list of addresses there is `LinkedPages`.
    ///
    /// - Parameters:
    ///   - limits: for what is unpacked.
    ///   - progress: which documents in it were filed before.
    ///   - note: is told of each one that is dealt with.
    /// - Returns: what became of it, at least one outcome.
    /// - Throws: `DroppedError` where it will never work; anything else passes and is tried again.
    func file(
        _ document: DroppedDocument, limits: UnpackLimits = UnpackLimits(file: 32 << 20),
        progress: SpoolProgress = SpoolProgress(),
        note: @Sendable (SpoolProgress) -> Void = { _ in }
    ) async throws -> [FilingOutcome] {
        if document.content == .outline { throw DroppedError(reason: .feedList) }
        if document.mayBeFeed, let outcomes = try await fileFeed(document) { return outcomes }
        let pack = DroppedPack(filing: self, limits: limits)
        if document.mayHoldMore {
            return try await pack.file(document, progress: progress, note: note)
        }
        let read: ReadDocument
        do {
            read = try await recognition.read(document.request, by: intake.read)
        } catch WorkerError.refused(let error) {
            // Its name says nothing of it.
            guard error.code == ReadingError.several, document.part == nil else {
                throw DroppedError(reason: .refused(error))
            }
            return try await pack.file(document, progress: progress, note: note)
        }
        if document.part == nil, let format = read.article.format, format.mayHoldMore {
            return try await pack.file(document, progress: progress, note: note)
        }
        return [try await file(read, from: document, origin: document.bytes)]
    }

    func file(
        _ request: ExtractionRequest, from document: DroppedDocument, origin original: [UInt8],
        entry: String? = nil
    ) async throws -> FilingOutcome {
        let read: ReadDocument
        do {
            read = try await recognition.read(request, by: intake.read)
        } catch WorkerError.refused(let error) {
            throw DroppedError(reason: .refused(error))
        }
        return try await file(read, from: document, origin: original, entry: entry)
    }

    private func file(
        _ read: ReadDocument, from document: DroppedDocument, origin original: [UInt8],
        entry: String? = nil
    ) async throws -> FilingOutcome {
        guard read.identity.contentHash != nil else {
            throw DroppedError(reason: .noWords(read.article.warnings))
        }
        if DroppedWall.stands(in: read.article) { throw DroppedError(reason: .wall) }
        let source = document.source + (entry.map { "#" + $0 } ?? "")
        return try await intake.file(
            Filing(
                article: read.article, identity: read.identity,
                origin: Origin(source: source, tags: document.tags), original: original,
                originalType: read.article.mediaType, isPartial: read.article.isCut,
                arrival: document.arrival))
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
}
