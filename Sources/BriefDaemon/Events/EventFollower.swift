import BriefModel
import ControlProtocol
import FoundationEssentials

/// One reader's way through the events.
actor EventFollower {
    private let keeper: EventKeeper
    private var place: Int
    private var isUnknown: Bool
    private var pending: ArraySlice<ToldEvent> = []

    /// - Parameters:
    ///   - last: the number of the event that the reader saw last.
    ///   - isUnknown: whether what it saw last is none of our numbers.
    init(_ keeper: EventKeeper, after last: Int, isUnknown: Bool = false) {
        self.keeper = keeper
        place = last
        self.isUnknown = isUnknown
    }

    /// The next event; waits for it. Nil when the task is cancelled.
    func next() async -> EventItem? {
        if isUnknown {
            isUnknown = false
            return EventItem(gapAfter: place)
        }
        if pending.isEmpty {
            let page = await keeper.next(after: place)
            pending = page.events[...]
            if page.hasGap {
                let missed = place
                // What is missing is told once; it goes on with what there is.
                place = page.events.first.map { $0.number - 1 } ?? keeper.last
                return EventItem(gapAfter: missed)
            }
        }
        guard let event = pending.popFirst() else { return nil }
        place = event.number
        return EventItem(event)
    }
}

extension EventItem {
    /// Told in the place of events that cannot be given any more.
    init(gapAfter number: Int) {
        self.init(
            id: number, when: Date().rfc3339, kind: EventItem.gap, subject: "events",
            what: "events after \(number) are not kept any more, and were not given;"
                + " GET /v1/articles?since= with what you saw last gives the articles")
    }

    init(_ event: ToldEvent) {
        self.init(
            id: event.number, when: event.when.rfc3339, kind: event.kind.rawValue,
            subject: event.subject, what: event.what)
        guard let article = event.article else { return }
        self.article = article.id
        title = article.title
        url = article.url
        path = article.path
        feed = article.feed
        tags = article.tags
        since = article.since
    }
}
