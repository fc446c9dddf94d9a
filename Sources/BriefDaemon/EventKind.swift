import BriefModel

/// What can happen, for `/v1/events` and `/v1/errors`.
public enum EventKind: String, Sendable, CaseIterable {
    /// A new article.
    case filed
    /// An arrival of an article that is filed already.
    case sighting
    /// A new text of an article that is filed already.
    case revision
    /// New facts of an article whose text is the same.
    case updated
    /// An arrival that a rule of the operator's keeps out.
    case dropped
    /// Something arrived and was deliberately not filed, with the reason: nothing leaves without a trace.
    case notTaken = "not-taken"
    /// A dropped file that will not work was set aside in corrupt/, or an entry that killed the process that read it.
    case quarantined
    /// A dropped file waits in deferred/ until a fault has passed.
    case deferred
    /// A feed failed for the first time since it was well.
    case feedFailing = "feed-failing"
    /// A feed that had failed answers again.
    case feedRecovered = "feed-recovered"
    /// A feed answered 410: it is asked no more.
    case feedGone = "feed-gone"
    /// A feed is asked at another address from now on.
    case feedMoved = "feed-moved"
    /// Two feeds turned out to be one.
    case feedMerged = "feed-merged"
    /// An address turned out to be a page, and its feed was found.
    case feedFound = "feed-found"
    /// Entries may have come and gone between two polls.
    case feedGap = "feed-gap"
    /// The archive of a feed was read.
    case feedBackfilled = "feed-backfilled"
    /// Pages that entries of a feed link to could not be had.
    case pagesMissed = "pages-missed"
    /// The catalogue was damaged: it was set aside, and made anew from the files.
    case catalogueMadeAnew = "catalogue-made-anew"
    /// feeds.sqlite was damaged: it was set aside.
    case feedStateMadeAnew = "feed-state-made-anew"
    /// Something that is remembered of a feed, a host or a watched file could not be read: it was set aside.
    case rowSetAside = "row-set-aside"
    /// An article was changed by hand.
    case edited
    /// Something of the store is gone, damaged or left out.
    case storeFault = "store-fault"
    /// The life before did not end in order: events of its last moments may not be kept.
    case interrupted
    /// A host asked to be left alone for a while.
    case hostHeld = "host-held"

    /// Whether `errors` lists it.
    public var isError: Bool {
        switch self {
        case .notTaken, .quarantined, .deferred, .feedFailing, .feedGone, .feedGap, .pagesMissed,
            .catalogueMadeAnew, .feedStateMadeAnew, .rowSetAside, .storeFault:
            true
        case .filed, .sighting, .revision, .updated, .feedRecovered, .feedMoved, .feedMerged,
            .feedFound, .feedBackfilled, .hostHeld, .edited, .interrupted, .dropped:
            false
        }
    }
}

extension FilingOutcome {
    /// What is told of it; nil where nothing happened.
    var eventKind: EventKind? {
        switch self {
        case .filed: .filed
        case .sighting: .sighting
        case .revision: .revision
        case .updated: .updated
        case .dropped: .dropped
        case .unchanged: nil
        }
    }
}
