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
        if case .unsupported(let suffix) = document.content {
            return try await fileMisnamed(document, limits) {
                DroppedError(reason: .notSupported(suffix: suffix, found: $0))
            }
        }
        if document.mayBeFeed, let outcomes = try await fileFeed(document, limits) {
            return outcomes
        }
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

    /// Files a document of another format than its suffix says: what its bytes tell beyond doubt. A text has no such signs,
    /// and the files of an archive may be anything.
    ///
    /// - Parameter refusal: why it is not filed else; is given what the file is, where that is known.
    private func fileMisnamed(
        _ document: DroppedDocument, _ limits: UnpackLimits,
        else refusal: (_ found: String?) -> DroppedError
    ) async throws -> [FilingOutcome] {
        var request = document.request
        (request.type, request.format) = (.auto, nil)
        // Its suffix would promise what it is not.
        request.name = nil
        let read: ReadDocument
        do {
            read = try await recognition.read(request, by: intake.read)
        } catch WorkerError.refused(let error) {
            switch error.code {
            case "encrypted", "damaged", "no-text": throw DroppedError(reason: .refused(error))
            case "not-readable": throw refusal(nil)
            default: throw refusal(error.code == ReadingError.several ? "an archive" : nil)
            }
        }
        guard let format = read.article.format else {
            guard read.article.type == .html else { throw refusal("a text") }
            return [try await file(read, from: document, origin: document.bytes)]
        }
        switch format {
        case .zip, .tar, .gzip, .xz, .bzip2, .zstd: throw refusal(format.name)
        default: break
        }
        guard format.mayHoldMore else {
            return [try await file(read, from: document, origin: document.bytes)]
        }
        var named = document
        named.content = .packed(format)
        return try await DroppedPack(filing: self, limits: limits).file(
            named, progress: SpoolProgress(), note: { _ in })
    }

    /// Files the entries' own content; nothing is fetched. Nil where the document is no feed but may be a page.
    private func fileFeed(
        _ document: DroppedDocument, _ limits: UnpackLimits
    ) async throws -> [FilingOutcome]? {
        let feed: ParsedFeed
        do {
            feed = try await intake.parseFeed(FeedRequest(bytes: document.bytes))
        } catch WorkerError.refused(let error) {
            if document.content == .unknown { return nil }
            // A page, a mail or an office document that bears a feed's suffix.
            return try await fileMisnamed(document, limits) { _ in
                DroppedError(reason: .notReadable(error.description))
            }
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
