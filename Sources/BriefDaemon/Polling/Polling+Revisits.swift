import BriefModel
import FoundationEssentials
import Storage

/// Pages of filed articles that are asked for again, among the pages that entries link to.
extension Polling {
    func revisitPages(of id: String, _ pages: PageRound, _ start: Date) async throws {
        guard !settings.revisits.isEmpty else { return }
        let round = RevisitRound(round: pages, plan: RevisitPlan(after: settings.revisits))
        while !Task.isCancelled, let left = pagesLeft(of: id),
            let asked = try await round.run(due: start, limit: min(left, PageRound.limit))
        {
            feeds[id]?.pageBudget.spend(asked, now: clock())
        }
    }

    /// When the first of a feed's articles is asked for again; nil where none is.
    func nextRevisit(of id: String) async throws -> Date? {
        guard !settings.revisits.isEmpty else { return nil }
        return try await thread.run { [store] in try store.nextRevisit(of: id) }
    }

    func allRevisits() async -> [String: Date] {
        do {
            return try await thread.run { [store] in try store.nextRevisits() }
        } catch {
            log.error("revisits not read", metadata: ["error": "\(error)"])
            // Each feed finds its own with its next poll.
            return [:]
        }
    }

    static func expectRevisits(
        _ times: [String: Date], of feeds: inout [String: Feed], _ settings: PollingSettings
    ) {
        guard !settings.revisits.isEmpty else { return }
        for (id, time) in times {
            guard let feed = feeds[id] else { continue }
            feeds[id]?.nextPage = min(feed.nextPage ?? time, time)
        }
    }
}
