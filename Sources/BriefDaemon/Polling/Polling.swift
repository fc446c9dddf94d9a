import BriefModel
import Curl
import FeedFetching
import FoundationEssentials
import Logging
import Storage

/// Polls the feeds and fetches the pages that entries link to, each when it is due.
///
/// It sleeps until the next feed or page is due or an order comes. One task works on a feed at a time; hosts are asked
/// through `HostSlots`. What it promises to servers (due times, holds) is on the disk before anything is asked.
public actor Polling {
    struct Feed {
        var subscription: FeedSubscription
        var state: FeedState
        var isBusy = false
        var pagesWaiting = 0
        var nextPage: Date?
    }

    var feeds: [String: Feed] = [:]
    /// Of all feeds ever subscribed to: those that come back go on where they were.
    private var remembered: [String: FeedState]
    var settings: PollingSettings
    private var http: HTTPSettings
    private var fetcher: FeedFetcher
    private let client: any HTTPClient
    let slots: HostSlots
    let store: FeedStateStore
    private let sink: any DocumentSink
    private let credential: @Sendable (String) -> String?
    private let agent: String
    let log: Logger
    let notify: @Sendable (PollingEvent) -> Void
    let clock: @Sendable () -> Date
    let thread = SerialThread("feeds")
    let wakeup = Wakeup()
    private var steps: ClockSteps

    /// - Parameters:
    ///   - credential: the text of a systemd credential, by name.
    ///   - notify: is told what happens; must not block.
    ///   - client: sends the requests; nil for libcurl.
    /// - Throws: `StorageError` or `TransferError`.
    public init(
        settings: PollingSettings, http: HTTPSettings, subscriptions: [FeedSubscription],
        state: FeedStateStore, sink: any DocumentSink,
        credential: @escaping @Sendable (String) -> String?, version: String, log: Logger,
        notify: @escaping @Sendable (PollingEvent) -> Void,
        clock: @escaping @Sendable () -> Date = { Date() }, client: (any HTTPClient)? = nil
    ) throws {
        self.settings = settings
        self.http = http
        self.client = try client ?? CurlLoop()
        store = state
        self.sink = sink
        self.credential = credential
        self.log = log
        self.notify = notify
        self.clock = clock
        agent = "briefd/\(version) (unattended feed reader)"
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
        fetcher = FeedFetcher(
            client: self.client, gate: slots, settings: http, agent: agent, now: clock)
        steps = ClockSteps(now: now)
        remembered = try state.feeds()
        let waiting = try state.waitingSummary()
        feeds = Polling.joined(
            subscriptions, remembered, settings: settings, now: now, waiting: waiting)
    }

    /// Polls until the task is cancelled; then ends as soon as what is in hand is handed back.
    public func run() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                if heedClock() { await saveAll() }
                let now = clock()
                for id in feeds.keys.sorted() where isDue(id, now) {
                    feeds[id]?.isBusy = true
                    group.addTask { await self.work(on: id, once: false) }
                }
                let next = feeds.keys.compactMap { nextEvent(of: $0, now) }.min()
                await wakeup.wait(
                    atMost: next.map { .seconds(max(0.001, $0.timeIntervalSince(clock()))) })
            }
        }
    }

    /// Polls every feed that is due, and returns when its entries are filed.
    public func pollDueOnce() async {
        let now = clock()
        let due = feeds.keys.sorted().filter { isDue($0, now) }
        for id in due { feeds[id]?.isBusy = true }
        await withDiscardingTaskGroup { group in
            for id in due { group.addTask { await self.work(on: id, once: true) } }
        }
    }

    /// Takes a new configuration. What is under way goes on with the old one.
    public func apply(
        settings: PollingSettings, http: HTTPSettings, subscriptions: [FeedSubscription]
    ) async {
        self.settings = settings
        self.http = http
        slots.apply(settings)
        fetcher = FeedFetcher(client: client, gate: slots, settings: http, agent: agent, now: clock)
        for (id, feed) in feeds { remembered[id] = feed.state }
        let old = feeds
        var new = Polling.joined(
            subscriptions, remembered, settings: settings, now: clock(), waiting: [:])
        for id in new.keys {
            guard let before = old[id] else {
                let summary = try? await thread.run { [store] in
                    try store.waitingSummary(of: id)
                }
                new[id]?.pagesWaiting = summary?.count ?? 0
                new[id]?.nextPage = summary?.next
                continue
            }
            new[id]?.isBusy = before.isBusy
            new[id]?.pagesWaiting = before.pagesWaiting
            new[id]?.nextPage = before.nextPage
        }
        feeds = new
        wakeup.ring()
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

    // MARK: Work on one feed

    /// Polls the feed if it is due, then fetches its pages that are due.
    private func work(on id: String, once: Bool) async {
        defer {
            feeds[id]?.isBusy = false
            wakeup.ring()
        }
        guard let feed = feeds[id] else { return }
        let start = clock()
        let filing = EntryFiling(
            feed: id, subscription: feed.subscription, sink: sink, clock: clock, notify: notify)
        do {
            if isPollDue(feed, start) { try await poll(feed, filing) }
            let round = PageRound(
                filing: filing, fetcher: fetcher, state: store, thread: thread, settings: settings,
                once: once, clock: clock)
            // Pages that are put off within this run are due later than its start.
            let end = clock()
            while !Task.isCancelled, try await round.run(due: end) {}
        } catch is CancellationError {
            return
        } catch {
            log.error(
                "feed not worked on", metadata: ["feed": "\(feed.state.url)", "error": "\(error)"])
            // Without this, what fails at once would be tried at once again.
            feeds[id]?.state.nextDue = max(
                feeds[id]?.state.nextDue ?? start, start.addingTimeInterval(60))
            feeds[id]?.nextPage = start.addingTimeInterval(60)
            return
        }
        await notePages(of: id)
    }

    private func poll(_ feed: Feed, _ filing: EntryFiling) async throws {
        let poll = FeedPoll(
            subscription: feed.subscription, fetcher: fetcher, slots: slots, filing: filing,
            state: store, thread: thread, settings: settings, credential: credential, log: log,
            clock: clock, notify: notify)
        let state = try await poll.run(feed.state)
        let id = state.id
        // This feed's times are by the clock as it is now: were it set meanwhile, only the others move along.
        if heedClock() { await saveAll() }
        // An operator may have paused it meanwhile.
        let isPaused = feeds[id]?.state.condition == .paused
        feeds[id]?.state = state
        if isPaused { feeds[id]?.state.condition = .paused }
        if state.address != feed.state.address { await mergeDuplicates(of: id) }
    }

    private func notePages(of id: String) async {
        do {
            let summary = try await thread.run { [store] in try store.waitingSummary(of: id) }
            feeds[id]?.pagesWaiting = summary?.count ?? 0
            feeds[id]?.nextPage = summary?.next
        } catch {
            feeds[id]?.nextPage = clock().addingTimeInterval(60)
        }
    }

    /// A feed that moved to the address of another subscription is not asked twice (S55).
    private func mergeDuplicates(of id: String) async {
        guard let mine = feeds[id]?.state, let address = try? FeedURL(mine.address ?? mine.url)
        else {
            return
        }
        let other = feeds.values.sorted { $0.state.id < $1.state.id }.first { feed in
            feed.state.id != id && feed.state.condition != .merged
                && [feed.state.url, feed.state.address ?? feed.state.url].contains {
                    (try? FeedURL($0))?.isAlias(of: address) == true
                }
        }
        guard let other else { return }
        feeds[id]?.state.condition = .merged
        feeds[id]?.state.mergedWith = other.state.id
        feeds[id]?.state.reason = "polled as \(other.state.url)"
        notify(
            PollingEvent(
                .feedMerged, subject: id,
                what: "\(mine.url) moved to the address of \(other.state.url); remove one of them"))
        await save(id)
    }

    func save(_ id: String) async {
        guard let state = feeds[id]?.state else { return }
        do {
            try await thread.run { [store] in try store.save(state) }
        } catch {
            log.error(
                "feed's state not saved", metadata: ["feed": "\(state.url)", "error": "\(error)"])
        }
    }

    // MARK: Time

    /// The clock was set: due times move along, so that there is neither a burst nor a stall (S54).
    ///
    /// - Returns: whether any moved.
    private func heedClock() -> Bool {
        guard let step = steps.step(now: clock()) else { return false }
        log.notice("the clock was set", metadata: ["seconds": "\(Int(step))"])
        slots.shift(by: step)
        for (id, feed) in feeds where !feed.isBusy {
            feeds[id]?.state.nextDue.addTimeInterval(step)
            feeds[id]?.nextPage?.addTimeInterval(step)
        }
        return true
    }

    private func saveAll() async {
        let states = feeds.values.filter { !$0.isBusy }.map(\.state)
        do {
            try await thread.run { [store] in try store.save(states) }
        } catch {
            log.error("feeds' state not saved", metadata: ["error": "\(error)"])
        }
    }

    private func isDue(_ id: String, _ now: Date) -> Bool {
        nextEvent(of: id, now).map { $0 <= now } ?? false
    }

    private func isPollDue(_ feed: Feed, _ now: Date) -> Bool {
        due(feed).map { $0 <= now } ?? false
    }

    /// When it is asked next, a hold of its host included; nil where it is not asked.
    func due(_ feed: Feed) -> Date? {
        guard feed.state.isPolled else { return nil }
        guard slots.hasHolds, let hold = feed.state.hostKey.flatMap({ slots.hold(of: $0) }) else {
            return feed.state.nextDue
        }
        return max(feed.state.nextDue, hold)
    }

    private func nextEvent(of id: String, _ now: Date) -> Date? {
        guard let feed = feeds[id], !feed.isBusy else { return nil }
        let page = feed.state.condition == .paused ? nil : feed.nextPage
        return [due(feed), page].compactMap(\.self).min()
    }
}
