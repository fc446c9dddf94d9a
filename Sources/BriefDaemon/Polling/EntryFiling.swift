import BriefModel
import ContentIdentity
import FoundationEssentials
import Workers

/// Reads and files entries of one feed.
struct EntryFiling: Sendable {
    let feed: String
    let subscription: FeedSubscription
    let sink: any DocumentSink
    let clock: @Sendable () -> Date
    let notify: @Sendable (PollingEvent) -> Void

    /// Reads a document; nil where it has none that can be read. A document that kills a worker twice counts as such.
    ///
    /// - Throws: what passes: the workers are stopped or cannot be started.
    func read(_ request: ExtractionRequest) async throws -> ReadDocument? {
        guard !request.bytes.isEmpty else { return nil }
        for _ in 1...2 {
            do {
                return try await sink.read(request)
            } catch WorkerError.refused {
                return nil
            } catch let error as WorkerError where error.isDeath {
                continue
            }
        }
        return nil
    }

    /// Files an entry that carries its article.
    ///
    /// - Returns: nil where it says nothing at all: that is told, and nothing is filed.
    func fileCarried(_ item: ArrivingEntry) async throws -> FilingOutcome? {
        if !item.entry.isNamed, try await read(item.content)?.saysNothing ?? true {
            notify(
                PollingEvent(
                    .notTaken, subject: subscription.url + "#" + (item.entry.id ?? item.key),
                    what: DroppedFeed.nothingToFile))
            return nil
        }
        return try await fileOwn(item, isPartial: false)
    }

    /// Files the entry's own content, however little it says.
    ///
    /// - Parameter wall: see `Filing.insteadOf`.
    func fileOwn(
        _ item: ArrivingEntry, isPartial: Bool, isNews: Bool = true, insteadOf wall: String? = nil
    ) async throws -> FilingOutcome {
        let request = item.content
        if let own = try await read(request) {
            return try await file(
                own, of: item, original: request.bytes, type: "text/html", isPartial: isPartial,
                isNews: isNews, insteadOf: wall)
        }
        let bare = ReadDocument(article: item.bareArticle, identity: Identity(text: ""))
        let original = request.bytes.isEmpty ? Array((item.entry.title ?? "").utf8) : request.bytes
        return try await file(
            bare, of: item, original: original, type: "text/html", isPartial: isPartial,
            isNews: isNews, insteadOf: wall)
    }

    /// - Parameter isNews: false where the entry was told of before, and only another text of it comes.
    func file(
        _ document: ReadDocument, of item: ArrivingEntry, original: [UInt8], type: String,
        isPartial: Bool, isNews: Bool = true, insteadOf wall: String? = nil
    ) async throws -> FilingOutcome {
        let outcome = try await sink.file(
            Filing(
                article: document.article, identity: document.identity,
                origin: Origin(
                    source: "feed:" + subscription.url.hidingSecrets,
                    entry: .init(
                        feed: feed, key: item.key, ownsLink: item.ownsLink,
                        sharesWords: item.sharesWords, alike: item.alike),
                    tags: subscription.tags),
                original: original, originalType: type, isPartial: isPartial, insteadOf: wall,
                arrival: clock()))
        if var kind = outcome.eventKind {
            if !isNews, kind == .revision { kind = .updated }
            let title = document.article.title ?? item.entry.link ?? item.key
            notify(PollingEvent(kind, subject: outcome.id, what: "\(title) (\(subscription.url))"))
        }
        return outcome
    }
}

/// Runs `body` for each element, some at a time, and returns the results in the order of the elements.
///
/// The first error ends it once the others that run are done.
func inParallel<Element: Sendable, Value: Sendable>(
    _ elements: [Element], width: Int,
    _ body: @escaping @Sendable (Element) async throws -> Value
) async throws -> [Value] {
    try await withThrowingTaskGroup(of: (Int, Value).self) { group in
        var results: [Int: Value] = [:]
        for (index, element) in elements.enumerated() {
            if index >= width, let (done, value) = try await group.next() { results[done] = value }
            group.addTask { (index, try await body(element)) }
        }
        for try await (done, value) in group { results[done] = value }
        return elements.indices.compactMap { results[$0] }
    }
}
