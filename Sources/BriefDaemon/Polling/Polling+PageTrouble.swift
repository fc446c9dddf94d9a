import FoundationEssentials
import Storage

/// What operators are told of pages that do not come.
extension Polling {
    /// Notes how the pages of a feed fared that were asked one after the other, and tells of those that did not come.
    func note(_ tally: PageTally, of id: String) async {
        guard tally.came + tally.missed > 0, let feed = schedule[id] else { return }
        let state = feed.state
        let trouble = state.pageTrouble
        // Whoever wants no pages is not told of those that were under way.
        let isOver = tally.came > 0 || tally.missed == 0 || feed.subscription.fullText == .never
        let now =
            isOver
            ? nil
            : PageTrouble(
                misses: (trouble?.misses ?? 0) + tally.missed,
                why: tally.why ?? trouble?.why ?? "unknown", since: trouble?.since ?? clock())
        schedule.update(id) { $0.state.pageTrouble = now }
        if let why = tally.why {
            let asked = tally.came + tally.missed
            notify(
                PollingEvent(
                    .pagesMissed, subject: state.url,
                    what: "\(tally.missed) of \(asked) linked pages not had: \(why); what the feed"
                        + " says of \(tally.missed == 1 ? "this entry is" : "these entries is") filed,"
                        + " marked partial"))
        }
        if now != trouble { await save(id) }
    }
}
