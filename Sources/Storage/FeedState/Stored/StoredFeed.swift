import BriefModel
import FoundationEssentials
import GRDB

/// A row of `feeds`, read: what could be, and what could not.
struct StoredFeed {
    var state: FeedState
    /// In words; empty where all was read.
    var faults: [String] = []
    /// When the feed is due could not be read.
    var isUndated: Bool

    /// - Parameter row: id, url, state.
    /// - Returns: nil where not even the feed is named.
    init?(_ row: Row) {
        guard let id = row.text(0) else { return nil }
        var record = FeedRecord.blank
        if let json = row.text(2) {
            do {
                let stored = try Stored<FeedRecord>(json: json)
                (record, faults) = (stored.model, stored.faults)
            } catch {
                faults = [(error as? StoredFault)?.what ?? "\(error)"]
            }
        } else {
            faults = ["its state is no text"]
        }
        if let url = row.text(1) {
            record.url = url
        } else if record.url.isEmpty {
            return nil
        } else {
            faults.append("its address is no text")
        }
        record.id = id
        isUndated = record.nextDue == FeedRecord.blank.nextDue
        if isUndated { record.reason = "when it was due could not be read" }
        state = FeedState(record)
    }

    static func json(of state: FeedState) throws -> String { try Stored(state.box.record).json }
}

extension FeedRecord: StoredShape {
    static let blank = FeedRecord(url: "", nextDue: StoredBounds.noTime)
    static let needed: Set<String> = []
    static let fields: [StoredField<FeedRecord>] = [
        .init("id", \.id),
        .init("url", \.url),
        .init("address", \.address),
        .init("title", \.title),
        .init("etag", \.etag),
        .init("lastModified", \.lastModified),
        .init("validatorsURL", \.validatorsURL),
        .init("bodyHash", \.bodyHash),
        .init(shape: "hints", \.hints),
        .init(shape: "history", \.history),
        .init("turnover", \.turnover),
        .init("lastSuccess", \.lastSuccess),
        .init("lastPoll", \.lastPoll),
        .init("lastStatus", \.lastStatus),
        .init("nextDue", \.nextDue),
        .init("intervalSeconds", \.intervalSeconds),
        .init("reason", \.reason),
        .init("error", \.error),
        .init("errorsInRow", \.errorsInRow),
        .init("failingSince", \.failingSince),
        .init("lastingFault", \.lastingFault),
        .init("condition", \.condition),
        .init("mergedWith", \.mergedWith),
        .init("movingTo", \.movingTo),
        .init("movingCount", \.movingCount),
        .init("statedMove", \.statedMove),
        .init("isMoved", \.isMoved),
        .init("isFound", \.isFound),
        .init("isPosts", \.isPosts),
        .init("olderPage", \.olderPage),
        .init(shape: "backfill", \.backfill),
        .init("hub", \.hub),
        .init("topic", \.topic),
        .init(shape: "lease", \.lease),
        .init("unchangedSince", \.unchangedSince),
        .init("lastUnconditional", \.lastUnconditional),
        .init(shape: "pageTrouble", \.pageTrouble),
        .init("passedKinds", \.passedKinds),
    ]
}

extension ParsedFeed.PollingHints: StoredShape {
    static let blank = ParsedFeed.PollingHints()
    static let needed: Set<String> = []
    static let fields: [StoredField<ParsedFeed.PollingHints>] = [
        .init("ttlMinutes", \.ttlMinutes),
        .init("skipHours", \.skipHours),
        .init("skipDays", \.skipDays),
        .init("updatePeriodSeconds", \.updatePeriodSeconds),
    ]
}

extension PollHistory: StoredShape {
    static let blank = PollHistory()
    static let needed: Set<String> = []
    static let fields: [StoredField<PollHistory>] = [
        .init("since", \.since),
        .init("windowCount", \.windowCount),
        .init("polls", \.polls),
        .init("quietPolls", \.quietPolls),
        .init("arrivals", \.arrivals),
        .init("gaps", \.gaps),
        .init("gapCeiling", \.gapCeiling),
    ]
}

extension Backfill: StoredShape {
    static let blank = Backfill(next: "", left: 0, due: StoredBounds.noTime)
    static let needed: Set<String> = ["next", "left"]
    static let fields: [StoredField<Backfill>] = [
        .init("next", \.next),
        .init("left", \.left),
        .init("seen", \.seen),
        .init("due", \.due),
    ]
}

extension HubLease: StoredShape {
    static let blank = HubLease(hub: "", topic: "", token: "", secret: "")
    static let needed: Set<String> = ["hub", "topic", "token", "secret"]
    static let fields: [StoredField<HubLease>] = [
        .init("hub", \.hub),
        .init("topic", \.topic),
        .init("token", \.token),
        .init("secret", \.secret),
        .init("asked", \.asked),
        .init("attempts", \.attempts),
        .init("until", \.until),
        .init("told", \.told),
    ]
}

extension PageTrouble: StoredShape {
    static let blank = PageTrouble(misses: 0, why: "", since: StoredBounds.noTime)
    static let needed: Set<String> = ["misses", "why", "since"]
    static let fields: [StoredField<PageTrouble>] = [
        .init("misses", \.misses),
        .init("why", \.why),
        .init("since", \.since),
    ]
}
