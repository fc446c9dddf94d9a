import BriefModel
import FoundationEssentials
import Storage

/// Which feeds are asked when, and what of them is in hand: a state machine without clock, disk or network.
///
/// What happens comes in by its methods, each with the time at which it did, and each is one step: whoever holds it may
/// wait for anything in between, and nothing that ends meanwhile is lost. What is to be done comes out: `jobs`, and what
/// the methods return.
///
/// It holds that no feed is in hand twice at once, whether it is subscribed to or not; that no feed is polled before it is
/// due; that each which is polled and not in hand stands in the queue with its time; and that the feeds of one host are
/// polled one after the other.
struct FeedSchedule {
    /// A new configuration, and what had to be read for it.
    struct Configuration {
        var settings: PollingSettings
        var subscriptions: [FeedSubscription]
        /// What new subscriptions took over; it is on the disk.
        var moves: [FeedJoin.Move] = []
        /// Of feeds with entries that wait for their page: how many, and when the first is due.
        var waiting: [String: (count: Int, next: Date)] = [:]
        /// When the first article of a feed is asked for again.
        var revisits: [String: Date] = [:]
        /// Feeds that are not asked until they are resumed.
        var pausing: [String] = []
    }

    /// What may start now: the feeds of each host one after the other, by `next(of:)`; the pages of each feed.
    struct Jobs: Equatable {
        var hosts: [String]
        var pages: [String]

        var isEmpty: Bool { hosts.isEmpty && pages.isEmpty }
    }

    /// What is to be done when a poll has ended.
    struct PollEnd: Equatable {
        /// Its state is another one than the poll came to, and saved.
        var isToBeSaved = false
        /// It may have put entries down that wait for their pages.
        var isToBeCounted = false
        /// It turned out to be the same as another feed, and is asked no more.
        var twin: FeedState?
    }

    private(set) var settings: PollingSettings
    private(set) var feeds: [String: ScheduledFeed] = [:]
    /// Of feeds that were subscribed to once: those that come back go on where they were.
    private(set) var remembered: [String: FeedState]
    /// Feeds from the time that they are taken up until nothing of them is due, whether they are subscribed to or not:
    /// one that is removed and comes back under its poll is not asked twice at once.
    private(set) var inHand: Set<String> = []
    /// Feeds whose poll has begun, and by how much the clock was set since: the poll brings times by the clock of its end, and
    /// where it comes to nothing, the old ones move along then.
    private var polling: [String: Double] = [:]
    private let holds: any HostHolds
    private var queue = DueQueue()
    private var unseen = DueQueue()
    private var work = PollingWork()

    init(
        settings: PollingSettings, remembered: [String: FeedState], holds: any HostHolds
    ) {
        self.settings = settings
        self.remembered = remembered
        self.holds = holds
    }

    subscript(id: String) -> ScheduledFeed? { feeds[id] }

    /// All states, those of feeds that are subscribed to no more included.
    var states: [String: FeedState] { remembered.merging(feeds.mapValues(\.state)) { $1 } }

    /// Of all feeds but those whose poll is under way, which is saved by itself.
    var settled: [FeedState] { states.filter { polling[$0.key] == nil }.map(\.value) }

    // MARK: The configuration and the clock

    /// Takes a new configuration. What is in hand goes on with the old one.
    mutating func apply(_ new: Configuration, now: Date) {
        settings = new.settings
        var states = states
        for move in new.moves {
            guard let state = states.removeValue(forKey: move.old) else { continue }
            states[move.state.id] = states[move.state.id] ?? state.renamed(move.state.url)
        }
        var joined = FeedJoin.feeds(new.subscriptions, states, settings, now: now)
        for id in joined.keys {
            states[id] = nil
            joined[id]?.goOn(from: feeds[id], waiting: new.waiting[id], now: now)
            guard !settings.revisits.isEmpty, let revisit = new.revisits[id] else { continue }
            joined[id]?.expectPage(revisit)
        }
        for id in new.pausing { joined[id]?.state.condition = .paused }
        feeds = joined
        remembered = states
        rescheduleAll()
    }

    /// Gives feeds of which it is not remembered when they are due a time within their interval.
    mutating func spread(now: Date, _ isUndated: (FeedState) -> Bool) {
        for (id, feed) in feeds where isUndated(feed.state) {
            update(id) { [settings] in $0.spread(settings, now) }
        }
    }

    /// The clock was set: due times move along, so that there is neither a burst nor a stall (S54).
    mutating func clockSet(by seconds: Double) {
        for id in polling.keys { polling[id, default: 0] += seconds }
        for id in feeds.keys {
            if polling[id] == nil { feeds[id]?.shift(by: seconds) }
            feeds[id]?.unseenDue?.addTimeInterval(seconds)
        }
        // Who comes back is asked no sooner for that.
        for id in remembered.keys where polling[id] == nil { remembered[id]?.shift(by: seconds) }
        rescheduleAll()
    }

    /// Changes what is known of a feed, and with it when something is due for it.
    mutating func update(_ id: String, _ change: (inout ScheduledFeed) -> Void) {
        guard let index = feeds.index(forKey: id) else { return }
        change(&feeds.values[index])
        reschedule(id)
    }

    // MARK: Work

    /// When something is due next; nil where nothing will be.
    var next: Date? {
        mutating get { [queue.first, unseen.first].compactMap(\.self).min() }
    }

    /// Takes what is due in hand.
    mutating func takeUp(_ now: Date) {
        while let id = queue.pop(due: now) {
            guard let feed = feeds[id], !inHand.contains(id), let event = feed.event(holds) else {
                continue
            }
            guard event <= now else {
                queue.set(id, due: event)
                continue
            }
            inHand.insert(id)
            if isDue(feed, now) {
                work.addPoll(id, host: feed.state.hostKey ?? id)
            } else {
                work.addPages(id)
            }
        }
    }

    /// Of what is in hand, what may start now.
    mutating func jobs() -> Jobs { Jobs(hosts: work.startHosts(), pages: work.startPages()) }

    /// The next feed of a host to be polled; nil where there is none, and the work on the host is over.
    mutating func next(of host: String) -> String? { work.next(of: host) }

    /// The feed whose poll begins; nil where it is not due, whatever it was when it was taken in hand.
    mutating func toPoll(_ id: String, _ now: Date) -> ScheduledFeed? {
        guard let feed = feeds[id], isDue(feed, now) else { return nil }
        polling[id] = 0
        return feed
    }

    /// A poll that began with one state came to another one.
    mutating func polled(
        _ old: FeedState, _ new: FeedState, isMorePushed: Bool, now: Date
    ) -> PollEnd {
        let id = new.id
        polling[id] = nil
        guard let present = feeds[id]?.state else {
            // Subscribed to no more; should it come back, it goes on from here.
            if remembered[id] != nil { remembered[id] = new }
            return PollEnd()
        }
        var heard = new.heeding(present)
        if isMorePushed { heard.nextDue = now }
        update(id) { $0.state = heard }
        let twin = new.address == old.address ? nil : FeedJoin.twin(of: id, in: feeds)
        if let twin { update(id) { $0.merge(with: twin) } }
        return PollEnd(
            // The poll saved its own state, which knows nothing of what was ordered meanwhile.
            isToBeSaved: heard != new || twin != nil,
            isToBeCounted: new.lastSuccess != old.lastSuccess, twin: twin)
    }

    /// The poll of a feed is over: it stays in hand for its pages where some are due, or are asked for `always`.
    mutating func finishedPoll(_ id: String, always: Bool, _ now: Date) {
        cameToNothing(id)
        if let feed = feeds[id], always || feed.hasPages(now) {
            work.addPages(id)
        } else {
            finished(id)
        }
    }

    mutating func finishedPages(_ id: String) {
        work.endPages()
        finished(id)
    }

    /// Nothing of a feed is in hand any more.
    mutating func finished(_ id: String) {
        cameToNothing(id)
        inHand.remove(id)
        reschedule(id)
    }

    private mutating func cameToNothing(_ id: String) {
        guard let missed = polling.removeValue(forKey: id), missed != 0 else { return }
        update(id) { $0.shift(by: missed) }
        remembered[id]?.shift(by: missed)
    }

    /// Without this, what fails at once would be tried at once again.
    mutating func putOff(_ id: String, until later: Date) {
        cameToNothing(id)
        update(id) { feed in
            feed.state.nextDue = max(feed.state.nextDue, later)
            feed.state.backfill?.due = later
            feed.nextPage = later
        }
    }

    // MARK: Pages

    /// So many entries of a feed wait for their page, and the next page to be asked is due then.
    mutating func counted(_ waiting: Int, nextPage: Date?, of id: String, _ now: Date) {
        update(id) { [settings] feed in
            feed.pagesWaiting = waiting
            feed.nextPage = nextPage
            feed.putPagesOff(limit: settings.pagesPerHour, now: now)
            guard waiting > 0, feed.unseenDue == nil else { return }
            feed.unseenDue = now.addingTimeInterval(settings.pageGrace.seconds)
        }
    }

    /// Pages that the feed may still have asked for in this hour; nil where there are none.
    func pagesLeft(of id: String, _ now: Date) -> Int? {
        let left = feeds[id]?.pageBudget.left(of: settings.pagesPerHour, now: now) ?? 0
        return left > 0 ? left : nil
    }

    /// The feeds of which entries are filed without their pages now.
    mutating func takeUpUnseen(_ now: Date) -> [String] {
        var ids: [String] = []
        while let id = unseen.pop(due: now) {
            feeds[id]?.unseenDue = nil
            ids.append(id)
        }
        return ids
    }

    // MARK: Orders

    /// Asks a feed as soon as manners allow. One that was gone is asked again.
    mutating func ask(_ id: String, _ now: Date) throws(PollingError) {
        try feed(id).checkOrder()
        update(id) { [settings] feed in
            if feed.state.condition == .gone { feed.state.condition = .failing }
            feed.state.nextDue = feed.earliest(minimum: settings.minimumInterval, now: now)
            feed.state.reason = "an operator asked for it"
        }
    }

    /// Has the archive read that the feed names.
    ///
    /// - Returns: whether that is new.
    mutating func readArchive(_ id: String, limit: Int, _ now: Date) throws(PollingError) -> Bool {
        let feed = try feed(id)
        try feed.checkOrder()
        guard feed.state.backfill == nil else { return false }
        guard let older = feed.state.olderPage else { throw .noArchive(id: id) }
        update(id) { $0.state.backfill = Backfill(next: older, left: limit, due: now) }
        return true
    }

    mutating func pause(_ id: String) throws(PollingError) {
        _ = try feed(id)
        update(id) { $0.state.condition = .paused }
    }

    /// Ends a pause; also takes up a feed again that was gone or merged.
    ///
    /// - Returns: whether it was not asked before.
    mutating func resume(_ id: String, _ now: Date) throws(PollingError) -> Bool {
        guard try !feed(id).state.isPolled else { return false }
        update(id) { [settings] feed in
            let earliest = feed.earliest(minimum: settings.minimumInterval, now: now)
            feed.state.condition = feed.state.error == nil ? .ok : .failing
            feed.state.mergedWith = nil
            feed.state.nextDue = max(feed.state.nextDue, earliest)
        }
        return true
    }

    private func feed(_ id: String) throws(PollingError) -> ScheduledFeed {
        guard let feed = feeds[id] else { throw .noFeed(id: id) }
        return feed
    }

    // MARK: The queues

    private func isDue(_ feed: ScheduledFeed, _ now: Date) -> Bool {
        feed.due(holds).map { $0 <= now } == true
    }

    private mutating func reschedule(_ id: String) {
        let feed = feeds[id]
        queue.set(id, due: inHand.contains(id) ? nil : feed?.event(holds))
        unseen.set(id, due: feed?.unseenDue)
    }

    private mutating func rescheduleAll() {
        queue.removeAll()
        unseen.removeAll()
        // Sorted, so that the same events come to the same order.
        for id in feeds.keys.sorted() { reschedule(id) }
    }
}
