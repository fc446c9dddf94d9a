import BriefModel
import FoundationEssentials
import Storage

/// Entries that killed the process that read them are read again by another version of briefd, and when an operator
/// asks for it.
extension Polling {
    func takeUpQuarantined() -> [String] {
        defer { unquarantined = [] }
        return unquarantined.filter { schedule[$0] != nil }.sorted()
    }

    func readAgain(_ ids: [String]) async {
        for id in ids {
            guard let feed = schedule[id], !Task.isCancelled else { continue }
            do {
                try await readAgain(feed)
            } catch is CancellationError {
                return
            } catch {
                log.error(
                    "entries not taken out of quarantine",
                    metadata: ["feed": "\(feed.state.url)", "error": "\(error)"])
            }
            await notePages(of: id)
        }
        if !ids.isEmpty { wakeup.ring() }
    }

    private func readAgain(_ feed: ScheduledFeed) async throws {
        let id = feed.state.id
        let filing = filing(feed)
        let entries = try await thread.run { [store] in try store.quarantined(of: id) }
        for entry in entries {
            try Task.checkCancellation()
            let now = clock()
            if entry.isOfPage {
                var page = entry.page
                page.nextTry = now
                // It was filed from its own content when its page was given up.
                page.isFiled = true
                let waiting = page
                try await thread.run { [store] in
                    try store.wait(for: [waiting], of: id)
                    try store.release(waiting.key, of: id)
                }
                continue
            }
            let item = ArrivingEntry(entry.page)
            // Set aside anew, it stays where it is.
            guard let outcome = try await filing.fileOwn(item, isPartial: entry.isPartial) else {
                continue
            }
            try await thread.run { [store] in
                try store.remember([item.known(as: outcome.id, now: now)], of: id)
                try store.release(item.key, of: id)
            }
        }
    }
}
