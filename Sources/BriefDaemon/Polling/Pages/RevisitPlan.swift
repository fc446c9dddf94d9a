import BriefModel
import FeedFetching
import FoundationEssentials
import Storage

/// When the page of a filed article is asked for again: at fixed times after it was filed, whatever happened meanwhile.
struct RevisitPlan: Sendable {
    /// From the filing on, ascending.
    let after: [Duration]

    /// A page that could not be had is tried once more so much later, before the next time of the plan.
    static let retry = 1800.0

    /// The first time of the plan that is still to come; nil where it is over. Times that passed while nobody could ask are
    /// left out: one request tells all that several would.
    func next(filed: Date, now: Date) -> Date? {
        after.lazy.map { filed.addingTimeInterval($0.seconds) }.first { $0 > now }
    }
}

extension WaitingPage {
    /// The same page, to be asked for again; nil where the plan has no time for it.
    func revisit(
        _ plan: RevisitPlan, filed: Date, now: Date, _ validators: Validators?
    ) -> WaitingPage? {
        guard let next = plan.next(filed: filed, now: now) else { return nil }
        var page = self
        page.isFiled = true
        page.filed = filed
        page.nextTry = next
        page.attempts = 0
        if let validators { page.validators = validators }
        return page
    }

    /// What the page is asked for again with; nil where the server gave nothing.
    var validators: Validators? {
        get {
            validatedURL.map { Validators(etag: etag, lastModified: lastModified, url: $0) }
        }
        set {
            etag = newValue?.etag
            lastModified = newValue?.lastModified
            validatedURL = newValue.flatMap { $0.isEmpty ? nil : $0.url }
        }
    }
}
