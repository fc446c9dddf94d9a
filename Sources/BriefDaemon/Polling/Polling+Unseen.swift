import FoundationEssentials
import Storage

/// Entries that wait for their page are filed without it after a short while, so that none is out of sight for as long
/// as its host rests between requests, its feed is paused or other feeds' pages come first.
extension Polling {
    /// Entries that are filed before they are remembered together.
    private static let chunk = 32

    /// To be called when entries of a feed were put down.
    func expectUnseen(_ id: String) {
        guard feeds[id]?.unseenDue == nil else { return }
        let due = clock().addingTimeInterval(settings.pageGrace.seconds)
        feeds[id]?.unseenDue = due
        unseenQueue.set(id, due: due)
        wakeup.ring()
    }

    func takeUpUnseen(_ now: Date) -> [String] {
        var ids: [String] = []
        while let id = unseenQueue.pop(due: now) {
            feeds[id]?.unseenDue = nil
            ids.append(id)
        }
        return ids
    }

    /// Files what these feeds say of entries that were never filed, marked partial; their pages go on waiting.
    func fileUnseen(of ids: [String]) async {
        for id in ids {
            guard let feed = feeds[id], !Task.isCancelled else { continue }
            do {
                try await fileUnseen(of: feed)
            } catch is CancellationError {
                return
            } catch {
                log.error(
                    "entries not filed without their pages",
                    metadata: ["feed": "\(feed.state.url)", "error": "\(error)"])
                feeds[id]?.unseenDue = clock().addingTimeInterval(60)
                unseenQueue.set(id, due: feeds[id]?.unseenDue)
            }
        }
        wakeup.ring()
    }

    private func fileUnseen(of feed: Feed) async throws {
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
