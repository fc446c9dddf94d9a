import FoundationEssentials
import Storage

/// What operators are told of pages that do not come.
extension Polling {
    /// Notes how the pages of a feed fared that were asked one after the other, and tells of those that did not come.
    func note(_ tally: PageTally, of id: String) async {
        guard tally.came + tally.missed > 0, let state = feeds[id]?.state else { return }
        let trouble = state.pageTrouble
        feeds[id]?.state.pageTrouble =
            tally.came > 0 || tally.missed == 0
            ? nil
            : PageTrouble(
                misses: (trouble?.misses ?? 0) + tally.missed,
                why: tally.why ?? trouble?.why ?? "unknown", since: trouble?.since ?? clock())
        if let why = tally.why {
            let asked = tally.came + tally.missed
            notify(
                PollingEvent(
                    .pagesMissed, subject: state.url,
                    what: "\(tally.missed) of \(asked) linked pages not had: \(why); what the feed"
                        + " says of \(tally.missed == 1 ? "this entry is" : "these entries is") filed,"
                        + " marked partial"))
        }
        if feeds[id]?.state.pageTrouble != trouble { await save(id) }
    }
}
