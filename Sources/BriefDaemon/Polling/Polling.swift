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
    /// What is due and what is in hand; all else here carries out what it says.
    var schedule: FeedSchedule
    /// The ids of all feeds by address, as they were put in order last.
    var order: [String] = []
    /// One new configuration is taken after the other, in the order in which they come.
    let turn = Permits(1)
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
    /// Feeds whose entries in quarantine are to be read again.
    var unquarantined: Set<String> = []
    var looked = LookedAnswers()
    /// What hubs delivered, by feed.
    var pushed: [String: [FetchOutcome]] = [:]

    /// By which everything is asked and planned.
    var settings: PollingSettings { schedule.settings }

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
        let moves = FeedJoin.moves(subscriptions, stored.states)
        for move in moves { try state.adopt(move.state, from: move.old) }
        schedule = FeedSchedule(settings: settings, remembered: stored.states, holds: slots)
        schedule.apply(
            .init(
                settings: settings, subscriptions: subscriptions, moves: moves,
                waiting: try state.waitingSummary(), revisits: try state.nextRevisits()), now: now)
        schedule.spread(now: now) { feed in
            stored.undated.contains(feed.id) || spreads && feed.lastPoll == nil
        }
        unquarantined = Set(try state.quarantinedFeeds(before: Version.number))
    }

    /// Sends requests from now on by these settings.
    func use(_ settings: PollingSettings, _ http: HTTPSettings) {
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
