import BriefModel
import ContentIdentity
import FoundationEssentials
import Storage
import Workers

/// Reads and files entries of one feed.
struct EntryFiling: Sendable {
    let feed: String
    let subscription: FeedSubscription
    let sink: any DocumentSink
    let clock: @Sendable () -> Date
    let notify: @Sendable (PollingEvent) -> Void
    /// Keeps an entry that is not read again by this version of briefd.
    let keepAside: @Sendable (QuarantinedEntry) async throws -> Void

    /// What reading a document came to.
    enum Reading: Sendable {
        case document(ReadDocument)
        /// There is nothing in it that can be read.
        case nothing
        /// Two workers died of it, or it took them too long.
        case killed(WorkerError)
    }

    /// - Throws: what passes: the workers are stopped or cannot be started.
    func read(_ request: ExtractionRequest) async throws -> Reading {
        guard !request.bytes.isEmpty else { return .nothing }
        var isSecond = false
        while true {
            do {
                return .document(try await sink.read(request))
            } catch WorkerError.refused {
                return .nothing
            } catch let error as WorkerError where error.isDeath {
                if isSecond { return .killed(error) }
                // The machine may be to blame. The pool gives it little time now.
                isSecond = true
            }
        }
    }

    /// Sets an entry aside, durably, and says so.
    ///
    /// - Parameter page: where its page killed the workers, and not its own content.
    func setAside(
        _ item: ArrivingEntry, page: String? = nil, isPartial: Bool, _ error: WorkerError
    ) async throws {
        let name = item.entry.id ?? item.entry.link ?? item.key
        let what =
            "\(page.map { "its page \($0)" } ?? "the entry") killed the process that read it twice: \(error);"
            + " it is read again by another version of briefd, or at briefctl feed poll \(feed)"
        try await keepAside(
            QuarantinedEntry(
                page: item.waiting(forPage: page ?? item.entry.link ?? subscription.url),
                isOfPage: page != nil, isPartial: isPartial,
                why: error.description, version: Version.number, since: clock()))
        notify(
            PollingEvent(.quarantined, subject: subscription.url + "#" + name, what: what))
    }

    /// Files an entry that carries its article.
    ///
    /// - Returns: nil where nothing is filed, which is told: it says nothing at all, or was set aside.
    func fileCarried(_ item: ArrivingEntry) async throws -> FilingOutcome? {
        let reading = try await read(item.content)
        if !item.entry.isNamed, reading.saysNothing {
            notify(
                PollingEvent(
                    .notTaken, subject: subscription.url + "#" + (item.entry.id ?? item.key),
                    what: DroppedFeed.nothingToFile))
            return nil
        }
        return try await fileOwn(item, reading, isPartial: false)
    }

    /// Files the entry's own content, however little it says.
    ///
    /// - Parameters:
    ///   - reading: what reading it came to, where it was read.
    ///   - wall: see `Filing.insteadOf`.
    /// - Returns: nil where it was set aside.
    func fileOwn(
        _ item: ArrivingEntry, _ reading: Reading? = nil, isPartial: Bool, isNews: Bool = true,
        insteadOf wall: String? = nil
    ) async throws -> FilingOutcome? {
        let request = item.content
        let result: Reading
        if let reading { result = reading } else { result = try await read(request) }
        switch result {
        case .document(let own):
            return try await file(
                own, of: item, original: request.bytes, type: "text/html", isPartial: isPartial,
                isNews: isNews, insteadOf: wall)
        case .killed(let error):
            try await setAside(item, isPartial: isPartial, error)
            return nil
        case .nothing: break
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
        isPartial: Bool, isNews: Bool = true, insteadOf wall: String? = nil,
        isRevisit: Bool = false
    ) async throws -> FilingOutcome {
        var filing = Filing(
            article: document.article, identity: document.identity,
            origin: Origin(
                source: "feed:" + subscription.url.hidingSecrets,
                entry: .init(
                    feed: feed, key: item.key, ownsLink: item.ownsLink,
                    sharesWords: item.sharesWords, alike: item.alike,
                    feedNames: [subscription.url, subscription.name, item.feedTitle]
                        .compactMap(\.self),
                    isKeyGiven: subscription.entries.key
                        .map { item.key.hasPrefix($0.rawValue + ":") } ?? false),
                tags: subscription.tags),
            original: original, originalType: type, isPartial: isPartial, insteadOf: wall,
            arrival: clock())
        filing.isRevisit = isRevisit
        let outcome = try await sink.file(filing)
        if case .dropped(let rule) = outcome {
            let name = item.entry.title ?? item.entry.link ?? item.key
            notify(
                PollingEvent(
                    .dropped, subject: subscription.url + "#" + (item.entry.id ?? item.key),
                    what: "\(name): dropped by the rule \"\(rule)\""))
        } else if var kind = outcome.eventKind {
            if !isNews, kind == .revision { kind = .updated }
            let title = document.article.title ?? item.entry.link ?? item.key
            notify(PollingEvent(kind, subject: outcome.id, what: "\(title) (\(subscription.url))"))
        }
        return outcome
    }
}

extension EntryFiling.Reading {
    var document: ReadDocument? {
        if case .document(let document) = self { document } else { nil }
    }

    /// Whether it was read, and nothing found in it.
    var saysNothing: Bool {
        switch self {
        case .document(let document): document.saysNothing
        case .nothing: true
        case .killed: false
        }
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
