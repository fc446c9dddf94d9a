import FoundationEssentials
import Storage

/// Entries that wait for their page are filed without it after a short while, so that none is out of sight for as long
/// as its host rests between requests, its feed is paused or other feeds' pages come first.
extension Polling {
    /// Entries that are filed before they are remembered together.
    private static let chunk = 32

    /// Files what these feeds say of entries that were never filed, marked partial; their pages go on waiting.
    func fileUnseen(of ids: [String]) async {
        for id in ids {
            guard let feed = schedule[id], !Task.isCancelled else { continue }
            do {
                try await fileUnseen(of: feed)
            } catch is CancellationError {
                return
            } catch {
                log.error(
                    "entries not filed without their pages",
                    metadata: ["feed": "\(feed.state.url)", "error": "\(error)"])
                let later = clock().addingTimeInterval(60)
                schedule.update(id) { $0.unseenDue = later }
            }
        }
        wakeup.ring()
    }

    private func fileUnseen(of feed: ScheduledFeed) async throws {
        let id = feed.state.id
        let filing = filing(feed)
        let clock = clock
        while true {
            // Read anew for each chunk: meanwhile pages come.
            let pages = try await thread.run { [store] in
                try store.unseenPages(of: id, limit: Polling.chunk)
            }
            guard !pages.isEmpty else { return }
            let known = try await inParallel(pages, width: 8) { page in
                try Task.checkCancellation()
                let item = ArrivingEntry(page)
                let outcome = try await filing.fileOwn(item, isPartial: true)
                return item.known(as: outcome?.id, now: clock())
            }
            try await thread.run { [store] in try store.rememberUnseen(known, of: id) }
        }
    }
}
