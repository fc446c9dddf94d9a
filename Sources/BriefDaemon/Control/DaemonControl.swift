import BriefModel
import ControlProtocol
import ControlServer
import FoundationEssentials
import Spooling
import Storage

/// Answers the sockets from the parts of the daemon.
struct DaemonControl: ControlService {
    let parts: DaemonParts
    let polling: Polling
    let reloader: Reloader
    /// Orders, one after another.
    let thread = SerialThread("control")
    /// Questions, beside each other: the doors let in as many as there are readers for.
    private let threads = BlockingThreads("questions")
    /// For the articles of one list to be found.
    static let patience = Duration.seconds(10)
    private let seen = SeenFeeds()

    func status() async throws -> StatusReply {
        try await StatusReport(parts: parts, polling: polling, seen: seen).reply()
    }

    /// All feeds, as they were a moment ago at most.
    private func snapshot() async -> [FeedSnapshot] {
        await seen.feeds { await polling.snapshot() }
    }

    /// After an order to feeds: what was seen before it is not shown any more.
    func endSeen() { seen.forget() }

    /// Those in trouble first.
    func feeds(cursor: String?, limit: Int) async throws -> ItemPage<FeedItem> {
        let start = try cursor.map { cursor in
            guard let place = FeedPlace(cursor: cursor) else {
                throw DaemonControl.badCursor(cursor)
            }
            return place
        }
        let all = await snapshot()
        let first = FeedPlace.first(limit + 1, of: all, after: start)
        let page = first.prefix(limit)
        return ItemPage(
            items: page.map { FeedItem(all[$0.index]) },
            next: first.count > limit ? page.last?.place.cursor : nil, total: all.count)
    }

    func spool(
        cursor: String?, limit: Int, all: Bool
    ) async throws -> ItemPage<SpoolFileItem> {
        let spool = parts.spool
        let (page, counts) = try await thread.run {
            (try spool.list(after: cursor, limit: limit, all: all), try spool.counts())
        }
        return ItemPage(
            items: page.entries.map(SpoolFileItem.init), next: page.next,
            total: counts.listed(all: all))
    }

    func original(_ id: String) async throws -> [UInt8] {
        let store = parts.store
        return try await asking {
            try store.original(store.catalogue.article(id).front.original)
        }
    }

    func errors(cursor: String?, limit: Int) async throws -> ItemPage<EventItem> {
        let before = try cursor.map { cursor in
            guard cursor.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                (1...18).contains(cursor.utf8.count), let id = Int(cursor)
            else { throw DaemonControl.badCursor(cursor) }
            return id
        }
        let book = parts.status.errors.book
        let (groups, hasMore) = book.page(before: before, limit: limit)
        return ItemPage(
            items: groups.map(EventItem.init), next: hasMore ? groups.last.map { "\($0.id)" } : nil,
            total: book.count, dropped: book.totals.dropped)
    }

    func events(after last: String?) async -> AsyncStream<EventItem> {
        let number = last.flatMap { Int($0) }
        let follower = EventFollower(
            parts.status.events, after: number ?? parts.status.events.last,
            isUnknown: last != nil && number == nil)
        return AsyncStream { await follower.next() }
    }

    func output(at path: [String]) async throws -> OutputDocument {
        let outputs = parts.outputs
        guard let document = try await asking({ try outputs.document(at: path) }) else {
            throw ControlFailure(
                404, "no-output", "No such feed",
                detail: "no feed goes out at /feeds/\(path.joined(separator: "/"));"
                    + " there are recent.atom, tag/NAME.atom, site/HOST.atom and the paths of [[output]]"
            )
        }
        return OutputDocument(type: document.type, bytes: document.bytes)
    }

    func metrics() async throws -> String {
        OpenMetrics(
            status: try await status(), feeds: await snapshot(),
            meters: parts.meters.current, process: .current
        ).text
    }

    func isReady() async -> Bool {
        (try? await status().state) == .running
    }

    func reload() async throws -> DoneReply {
        do {
            defer { endSeen() }
            return DoneReply(what: try await reloader.reload())
        } catch {
            throw ControlFailure(
                409, "bad-configuration", "Not reloaded",
                detail: "the configuration was not taken, the old one stays in force:\n\(error)")
        }
    }

    func act(_ verb: SpoolVerb, onSpoolItem id: String) async throws -> DoneReply {
        let spool = parts.spool
        let now = parts.clock()
        do {
            let entry = try await thread.run {
                switch verb {
                case .retry: try spool.retry(id: id, now: now)
                case .hold: try spool.hold(id: id, now: now)
                case .release: try spool.release(id: id, now: now)
                case .discard: try spool.discard(id: id)
                }
            }
            return DoneReply(
                what: "\(entry.name): \(DaemonControl.consequence(of: verb))", id: entry.id)
        } catch let error as SpoolError {
            throw DaemonControl.failure(error)
        }
    }

    /// What will happen now.
    private static func consequence(of verb: SpoolVerb) -> String {
        switch verb {
        case .retry: "tried again within seconds; if it fails again, briefctl spool says why"
        case .hold: "kept back in hold/ until briefctl release"
        case .release: "back in incoming/, and taken within seconds"
        case .discard: "removed from the spool for good"
        }
    }

    /// Runs a question to the catalogue away from the cooperative threads.
    func asking<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await answering { try await threads.run(body) }
    }

    /// Carries out an order to the store, when those before it are.
    func ordering<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await answering { try await thread.run(body) }
    }

    /// What the store says is wrong, as the control protocol says it.
    private func answering<Value: Sendable>(
        _ run: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await run()
        } catch let error as StorageError {
            throw DaemonControl.failure(error)
        }
    }

    private static func failure(_ error: StorageError) -> ControlFailure {
        switch error {
        case .noArticle:
            ControlFailure(404, "no-article", "No such article", detail: error.description)
        case .ambiguous, .badCursor, .tooBroad:
            ControlFailure(400, "bad-parameter", "Bad parameter", detail: error.description)
        case .tooDear:
            ControlFailure(422, "query-too-dear", "Takes too long", detail: error.description)
        default: ControlFailure(500, "store", "Not done", detail: error.description)
        }
    }

    private static func failure(_ error: SpoolError) -> ControlFailure {
        switch error {
        case .noSuchItem:
            ControlFailure(404, "no-item", "No such file", detail: error.description)
        case .ambiguous:
            ControlFailure(409, "ambiguous", "Not done", detail: error.description)
        case .wrongQueue, .leftInPlace:
            ControlFailure(409, "wrong-queue", "Not done", detail: error.description)
        default: ControlFailure(500, "spool", "Not done", detail: error.description)
        }
    }

    static func badCursor(_ cursor: String) -> ControlFailure {
        ControlFailure(
            400, "bad-parameter", "Bad parameter",
            detail: "cursor=\(cursor.prefix(60)) is not one of this list's; start without a cursor")
    }
}
