import ControlProtocol

/// What the sockets offer. Implemented by the daemon; the server knows no policy.
///
/// Every function may throw a `ControlFailure`, which becomes a problem reply; any other error becomes a 500.
public protocol ControlService: Sendable {
    func status() async throws -> StatusReply
    func feeds(cursor: String?, limit: Int) async throws -> ItemPage<FeedItem>
    /// - Parameter all: also what is left alone for its name.
    func spool(cursor: String?, limit: Int, all: Bool) async throws -> ItemPage<SpoolFileItem>
    func articles(
        _ query: ArticleQueryParameters, cursor: String?, limit: Int
    ) async throws -> ItemPage<ArticleItem>
    /// - Parameter fields: what else of its file it shall hold: `ArticleQueryParameters.fields`.
    func article(_ id: String, fields: String?) async throws -> ArticleItem
    /// The bytes that an article came in.
    func original(_ id: String) async throws -> [UInt8]
    func duplicates(cursor: String?, limit: Int) async throws -> ItemPage<ArticleItem>
    func errors(cursor: String?, limit: Int) async throws -> ItemPage<EventItem>
    /// Events from now on, or, where a client says which it saw last, from the next on. What is not kept any more is one
    /// event of the kind `EventItem.gap`.
    ///
    /// - Parameter last: an `EventItem.id` as the client gave it.
    func hooks() async throws -> ItemPage<HookItem>
    /// Messages to hooks that were given up.
    func deadLetters(hook: String?, cursor: String?, limit: Int) async throws -> ItemPage<
        DeadLetterItem
    >
    func retryHook(_ name: String) async throws -> DoneReply
    func events(after last: String?) async -> AsyncStream<EventItem>
    /// A document of a feed that goes out: "recent.atom", "tag", "NAME.json".
    func output(at path: [String]) async throws -> OutputDocument
    /// OpenMetrics text.
    func metrics() async throws -> String
    /// Whether everything that the service needs is open.
    func isReady() async -> Bool
    func reload() async throws -> DoneReply
    /// Days on which articles were filed, earliest first, from the day of `since` on.
    func days(since: String?) async throws -> [DayItem]
    /// Hosts that were polled since the start, slowest first.
    func hosts() async throws -> [HostItem]
    /// What is at the address of a feed that may be added; nothing is added.
    func look(_ request: AddFeedRequest) async throws -> FeedLookReply
    func addFeed(_ request: AddFeedRequest) async throws -> DoneReply
    /// All of them, or none where one cannot be used; those that are followed already are left as they are.
    func importFeeds(_ request: SubscriptionImport) async throws -> SubscriptionImportReply
    /// All feeds as OPML; request headers, which may be secret, only `withHeaders`.
    func exportFeeds(withHeaders: Bool) async throws -> [UInt8]
    func removeFeed(_ id: String) async throws -> DoneReply
    func act(_ verb: FeedVerb, onFeed id: String) async throws -> DoneReply
    func act(_ verb: SpoolVerb, onSpoolItem id: String) async throws -> DoneReply
    /// - Parameter isForGood: what is forgotten is never filed again.
    func act(
        _ verb: ArticleVerb, onArticle id: String, isForGood: Bool
    ) async throws -> DoneReply
    /// Removes what nobody asked to keep; nothing where it is a rehearsal.
    func collectGarbage(isRehearsal: Bool) async throws -> GarbageReply
}

/// What an operator does with an article, or with one of its revisions.
public enum ArticleVerb: String, Sendable, CaseIterable {
    /// Takes it out of the store.
    case forget
    /// Brings back what was forgotten.
    case recall
    /// Makes a revision the current one.
    case current
    /// Lets hooks hear of an article that a rule holds back.
    case release
}

public enum FeedVerb: String, Sendable, CaseIterable {
    case poll, pause, resume, backfill
}

public enum SpoolVerb: String, Sendable, CaseIterable {
    case retry, hold, release, discard
}
