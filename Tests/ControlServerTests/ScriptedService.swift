import ControlProtocol
import ControlServer

/// A service that answers from what it was given.
struct ScriptedService: ControlService {
    var isUp = true
    var happenings: [EventItem] = []
    /// Bytes of the original of every article; the id alone where it is nil.
    var originalSize: Int?

    func status() async throws -> StatusReply {
        StatusReply(
            ok: true, summary: "All is well.", problems: [], version: "1",
            started: "2026-11-21T06:00:00Z", state: .running, feeds: .init(), spool: .init(),
            articles: .init(), queue: .init(), workers: .init(sandbox: .full))
    }
    func feeds(cursor: String?, limit: Int) async throws -> ItemPage<FeedItem> {
        ItemPage(items: [], next: "\(cursor ?? "none")/\(limit)")
    }
    func spool(cursor: String?, limit: Int, all: Bool) async throws -> ItemPage<SpoolFileItem> {
        ItemPage(items: [])
    }
    func articles(
        _ query: ArticleQueryParameters, cursor: String?, limit: Int
    ) async throws -> ItemPage<ArticleItem> {
        ItemPage(items: [], next: query.words)
    }
    func article(_ id: String, fields: String?) async throws -> ArticleItem {
        throw ControlFailure(404, "no-article", "No article", detail: "no article \(id)")
    }
    func hooks() async throws -> ItemPage<HookItem> { ItemPage(items: []) }
    func deadLetters(
        hook: String?, cursor: String?, limit: Int
    ) async throws -> ItemPage<DeadLetterItem> { ItemPage(items: [], next: hook) }
    func retryHook(_ name: String) async throws -> DoneReply { DoneReply(what: name) }
    func original(_ id: String) async throws -> [UInt8] {
        originalSize.map { [UInt8](repeating: 0x61, count: $0) } ?? Array("<p>\(id)".utf8)
    }
    func duplicates(cursor: String?, limit: Int) async throws -> ItemPage<ArticleItem> {
        ItemPage(items: [], next: cursor)
    }
    func errors(cursor: String?, limit: Int) async throws -> ItemPage<EventItem> {
        ItemPage(items: [], next: cursor)
    }
    func events(after last: String?) async -> AsyncStream<EventItem> {
        AsyncStream { continuation in
            for event in happenings where event.id > last.flatMap({ Int($0) }) ?? 0 {
                continuation.yield(event)
            }
            continuation.finish()
        }
    }
    func output(at path: [String]) async throws -> OutputDocument {
        OutputDocument(type: "application/atom+xml", bytes: Array(path.joined(separator: "|").utf8))
    }
    func metrics() async throws -> String { "# EOF\n" }
    func days(since: String?) async throws -> [DayItem] { [DayItem(day: "2026-11-28", filed: 3)] }
    func hosts() async throws -> [HostItem] {
        [HostItem(host: "a.example", polls: 2, seconds: 0.5, lastSeconds: 0.25)]
    }
    func isReady() async -> Bool { isUp }
    func reload() async throws -> DoneReply { DoneReply(what: "reloaded") }
    func look(_ request: AddFeedRequest) async throws -> FeedLookReply {
        FeedLookReply(url: request.url, feeds: [FeedLookItem(number: 1, url: request.url)])
    }
    func addFeed(_ request: AddFeedRequest) async throws -> DoneReply {
        DoneReply(what: request.url, id: request.headers?["X-A_b"])
    }
    func importFeeds(_ request: SubscriptionImport) async throws -> SubscriptionImportReply {
        SubscriptionImportReply(added: request.feeds.count, known: [])
    }
    func exportFeeds(withHeaders: Bool) async throws -> [UInt8] {
        Array((withHeaders ? "all" : "some").utf8)
    }
    func removeFeed(_ id: String) async throws -> DoneReply { DoneReply(what: "removed", id: id) }
    func act(_ verb: FeedVerb, onFeed id: String) async throws -> DoneReply {
        DoneReply(what: verb.rawValue, id: id)
    }
    func act(_ verb: SpoolVerb, onSpoolItem id: String) async throws -> DoneReply {
        DoneReply(what: verb.rawValue, id: id)
    }
    func act(
        _ verb: ArticleVerb, onArticle id: String, isForGood: Bool
    ) async throws -> DoneReply {
        DoneReply(what: isForGood ? "\(verb) for good" : "\(verb)", id: id)
    }
    func collectGarbage(isRehearsal: Bool) async throws -> GarbageReply {
        let none = GarbageReply.Part(files: 0, bytes: 0)
        return GarbageReply(
            dryRun: isRehearsal, what: "gc", forgotten: none, superseded: none, originals: none,
            orphans: none)
    }
}
