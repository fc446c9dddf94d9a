import Synchronization

/// What feeds are called besides their ids, by id: addresses, names, titles. For whoever asks about articles that are
/// filed; documents on their way carry the names of their feed with them (`Origin.FeedEntry`).
final class FeedNames: Sendable {
    private let names = Mutex<[String: [String]]>([:])

    var all: [String: [String]] { names.withLock { $0 } }

    func of(feed id: String?) -> [String] {
        id.flatMap { id in names.withLock { $0[id] } } ?? []
    }

    /// Takes over what they are called now: feeds come and go, and a title is learned with the first poll.
    func take(from polling: Polling) async {
        let now = await polling.feedNames
        names.withLock { $0 = now }
    }
}
