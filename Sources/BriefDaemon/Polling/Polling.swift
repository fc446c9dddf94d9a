import BriefModel
import Curl
import FeedFetching
import FoundationEssentials
import Logging
import Storage

/// Polls the feeds and fetches the pages that entries link to, each when it is due.
///
/// It sleeps until the next feed or page is due or an order comes. One task polls the feeds of a host, one after the
/// other; pages are fetched by tasks of their own, so that they keep no feed waiting. Hosts are asked through
/// `HostSlots`. What it promises to servers (due times, holds) is on the disk before anything is asked.
public actor Polling {
    struct Feed {
        var subscription: FeedSubscription
        var state: FeedState
        var pagesWaiting = 0
        var nextPage: Date?
        /// When those of its entries that wait for their page unseen are filed without it.
        var unseenDue: Date?
        var pageBudget = PageBudget()
    }

    var feeds: [String: Feed] = [:]
    /// Of feeds that were subscribed to once: those that come back go on where they were.
    var remembered: [String: FeedState]
    /// Feeds from the time that they are taken up until nothing of them is due, whether they are subscribed to or not:
    /// one that is removed and comes back under its poll is not asked twice at once.
    var inHand: Set<String> = []
    /// One new configuration is taken after the other, in the order in which they come.
    let turn = Permits(1)
    var settings: PollingSettings
    private var http: HTTPSettings
    var fetcher: FeedFetcher
    private let strict: StrictTransport
    private let client: any HTTPClient
    let slots: HostSlots
    let store: FeedStateStore
    let sink: any DocumentSink
    let credential: @Sendable (String) -> String?
    private let agent: String
    let log: Logger
    let notify: @Sendable (PollingEvent) -> Void
    let meters: Meters
    let clock: @Sendable () -> Date
    let steady: @Sendable () -> ContinuousClock.Instant
    let thread = SerialThread("feeds")
    let wakeup = Wakeup()
    let saver: StateSaver
    var steps: ClockSteps
    var queue = DueQueue()
    var unseenQueue = DueQueue()
    var work = PollingWork()
    /// Feeds whose entries in quarantine are to be read again.
    var unquarantined: Set<String> = []
    var looked = LookedAnswers()
    /// What hubs delivered, by feed.
    var pushed: [String: [FetchOutcome]] = [:]

    /// - Parameters:
    ///   - credential: the text of a systemd credential, by name.
    ///   - notify: is told what happens; must not block.
    ///   - spreads: feeds of which nothing is remembered get due times spread over their interval, for nothing is
    ///     remembered although they were asked before.
    ///   - steady: a clock that nobody sets, to notice when `clock` is.
    ///   - client: sends the requests; nil for libcurl.
    /// - Throws: `StorageError` or `TransferError`.
    public init(
        settings: PollingSettings, http: HTTPSettings, subscriptions: [FeedSubscription],
        state: FeedStateStore, sink: any DocumentSink,
        credential: @escaping @Sendable (String) -> String?, version: String, log: Logger,
        notify: @escaping @Sendable (PollingEvent) -> Void,
        spreads: Bool = false, clock: @escaping @Sendable () -> Date = { Date() },
        steady: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        client: (any HTTPClient)? = nil, meters: Meters = Meters()
    ) throws {
        self.meters = meters
        self.settings = settings
        self.http = http
        self.client = try client ?? CurlLoop(maxConnections: HostSlots.connectionLimit)
        store = state
        self.sink = sink
        self.credential = credential
        self.log = log
        self.notify = notify
        self.clock = clock
        self.steady = steady
        agent = "briefd/\(version) (unattended feed reader; +\(Version.contact))"
        saver = StateSaver(store: state, thread: thread)
        let now = clock()
        slots = HostSlots(
            settings: settings, holds: try state.holds(now: now), clock: clock,
            onHold: { [thread] host, until in
                notify(
                    PollingEvent(
                        .hostHeld, subject: host,
                        what: "\(host) asked to be left alone until \(until.rfc3339)"))
                do {
                    try await thread.run { try state.hold(host, until: until) }
                } catch {
                    log.error("hold not saved", metadata: ["host": "\(host)", "error": "\(error)"])
                }
            })
        strict = try Polling.strictTransport(state, thread: thread, log: log, now: now)
        fetcher = FeedFetcher(
            client: self.client, gate: slots, settings: http, agent: agent, strict: strict,
            now: clock)
        steps = ClockSteps(now: now, steady: steady())
        let stored = try state.feeds()
        remembered = stored.states
        for move in Polling.moves(subscriptions, remembered) {
            try state.adopt(move.state, from: move.old)
            remembered[move.old] = nil
            remembered[move.state.id] = move.state
        }
        let waiting = try state.waitingSummary()
        feeds = Polling.joined(
            subscriptions, remembered, settings: settings, now: now, waiting: waiting)
        Polling.expectRevisits(try state.nextRevisits(), of: &feeds, settings)
        for id in feeds.keys { remembered[id] = nil }
        let undated = feeds.filter { id, feed in
            stored.undated.contains(id) || spreads && feed.state.lastPoll == nil
        }
        Polling.spread(Array(undated.keys), of: &feeds, settings, now)
        unquarantined = Set(try state.quarantinedFeeds(before: Version.number))
        for (id, feed) in feeds {
            queue.set(id, due: feed.event(slots))
            guard feed.pagesWaiting > 0 else { continue }
            feeds[id]?.unseenDue = now
            unseenQueue.set(id, due: now)
        }
    }

    /// Asks everything from now on by these settings.
    func use(_ settings: PollingSettings, _ http: HTTPSettings) {
        self.settings = settings
        self.http = http
        slots.apply(settings)
        fetcher = FeedFetcher(
            client: client, gate: slots, settings: http, agent: agent, strict: strict, now: clock)
    }

    /// The page at an address, for .url files; through the same slots, limits and guard as every request.
    ///
    /// - Throws: `FeedFetchError`.
    public func fetchPage(_ url: String) async throws -> FetchedPage {
        let outcome = await fetcher.fetch(FetchRequest(url: url, kind: .page))
        switch outcome.result {
        case .document(let bytes):
            return FetchedPage(bytes: bytes, charset: outcome.charset, url: outcome.url)
        case .notModified: throw FeedFetchError.unaskedNotModified(url: outcome.url)
        case .failed(let error): throw error
        }
    }
}
