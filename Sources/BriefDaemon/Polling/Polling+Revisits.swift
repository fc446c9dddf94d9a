import BriefModel
import FoundationEssentials
import Storage

/// Pages of filed articles that are asked for again, among the pages that entries link to.
extension Polling {
    func revisitPages(of id: String, _ pages: PageRound, _ start: Date) async throws {
        guard !settings.revisits.isEmpty else { return }
        let round = RevisitRound(round: pages, plan: RevisitPlan(after: settings.revisits))
        while !Task.isCancelled, let left = schedule.pagesLeft(of: id, clock()),
            let asked = try await round.run(due: start, limit: min(left, PageRound.limit))
        {
            spend(asked, of: id)
        }
    }

    /// When the first of a feed's articles is asked for again; nil where none is.
    func nextRevisit(of id: String) async throws -> Date? {
        guard !settings.revisits.isEmpty else { return nil }
        return try await thread.run { [store] in try store.nextRevisit(of: id) }
    }
}
