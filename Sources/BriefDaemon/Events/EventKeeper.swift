import FoundationEssentials
import Storage
import Synchronization

/// Tells events to those who follow, with what is known of the articles, and keeps the latest over a restart. Whoever
/// notes an event waits for neither.
///
/// Readers ask for what is behind the event that they saw last: one that is slow holds nobody up and no memory, and is told
/// when what it has not seen is gone.
final class EventKeeper: Sendable {
    typealias Describe = @Sendable (_ article: String) -> ArticleListing?

    private struct State {
        var book: EventBook
        var noted: [DaemonStatus.Event] = []
        /// The greatest number that was ever given, told or not.
        var greatest: Int
        var isWorking = false
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var nextWaiting = 0
        /// Lines of the file.
        var lines: Int
        /// The file may lack events, after a write that failed: it is written anew.
        var isTorn = false
    }

    /// Events that are kept.
    static let limit = 4_000
    /// After a life that did not end in order, numbers begin so much higher: those that were told and not written shall
    /// not come again.
    static let step = 100_000

    private let state: Mutex<State>
    private let file: EventFile?
    private let describe: Describe
    private let thread = SerialThread("events")
    /// Whether the life before wrote all that it told.
    let endedInOrder: Bool
    /// The number behind which the events of this life begin.
    let start: Int

    /// - Parameters:
    ///   - file: nil to keep events in memory only.
    ///   - describe: what the store knows of an article; it may block.
    init(
        file: EventFile? = nil, limit: Int = EventKeeper.limit,
        describe: @escaping Describe = { _ in nil }
    ) {
        self.file = file
        self.describe = describe
        let found = file?.read(limit: limit) ?? .init(book: EventBook(limit: limit))
        endedInOrder = found.endedInOrder
        start = found.book.last + (found.endedInOrder ? 0 : Self.step)
        state = Mutex(
            State(
                book: found.book, greatest: start, lines: found.lines,
                isTorn: !found.endedInOrder))
    }

    /// The greatest number that any event had so far.
    var last: Int { state.withLock { $0.greatest } }

    /// The ids of the articles that events of the book are about, and the first `since` among them.
    var articles: (ids: Set<String>, first: String?) {
        let articles = state.withLock { $0.book.events.compactMap(\.article) }
        return (Set(articles.map(\.id)), articles.first?.since)
    }

    /// The number must be greater than those before.
    func note(_ event: DaemonStatus.Event) {
        let mustStart = state.withLock { state in
            state.noted.append(event)
            state.greatest = max(state.greatest, event.number)
            defer { state.isWorking = true }
            return !state.isWorking
        }
        if mustStart { thread.start { [self] in work() } }
    }

    /// Waits until all that was noted is told and written; says so in the file. Where something could not be written the
    /// file does not say so, and the next life begins behind all numbers that may have been told.
    func close() async {
        await thread.run { [self] in
            work()
            let (book, isTorn) = state.withLock { ($0.book, $0.isTorn) }
            do {
                if isTorn {
                    try file?.replace(with: book, end: book.last)
                } else {
                    try file?.append([], end: book.last)
                }
            } catch {
                // Nothing is lost by it: the next life takes this one for one that was cut off.
            }
        }
    }

    private func work() {
        while true {
            let noted = state.withLock { state in
                let noted = state.noted
                state.noted = []
                if noted.isEmpty { state.isWorking = false }
                return noted
            }
            if noted.isEmpty { return }
            let told = noted.map { event in
                let listing = event.kind.isOfArticle ? describe(event.subject) : nil
                return ToldEvent(event, article: listing.map(ToldEvent.Article.init))
            }
            write(told)
            tell(told)
        }
    }

    private func tell(_ told: [ToldEvent]) {
        let waiting = state.withLock { state in
            for event in told { state.book.append(event) }
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Before they are told: who saw an event finds it again after a crash of ours.
    private func write(_ told: [ToldEvent]) {
        guard let file else { return }
        let (book, lines, isTorn) = state.withLock { ($0.book, $0.lines, $0.isTorn) }
        do {
            if isTorn || lines + told.count > 2 * book.limit + 100 {
                var whole = book
                for event in told { whole.append(event) }
                try file.replace(with: whole)
                state.withLock { ($0.isTorn, $0.lines) = (false, whole.events.count + 1) }
            } else {
                try file.append(told)
                state.withLock { $0.lines += told.count }
            }
        } catch {
            // A full disk is told by those whose work it stops.
            state.withLock { $0.isTorn = true }
        }
    }

    /// What came behind a number so far.
    func known(after number: Int) -> EventBook.Page {
        state.withLock { $0.book.page(after: number) }
    }

    /// What came behind a number; waits until there is something. Empty only when the task is cancelled.
    func next(after number: Int) async -> EventBook.Page {
        while !Task.isCancelled {
            let page = state.withLock { state in
                // A number that was never given is one of another life.
                number > state.greatest
                    ? EventBook.Page(hasGap: true) : state.book.page(after: number, count: 256)
            }
            if page.hasGap || !page.events.isEmpty { return page }
            await wait(after: number)
        }
        return EventBook.Page()
    }

    private func wait(after number: Int) async {
        let id = state.withLock { state in
            state.nextWaiting += 1
            return state.nextWaiting
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isLate = state.withLock { state in
                    // Something may have come since it was looked at, or the reader have gone.
                    if state.book.last > number || Task.isCancelled { return true }
                    state.waiting[id] = continuation
                    return false
                }
                if isLate { continuation.resume() }
            }
        } onCancel: {
            let continuation = state.withLock { $0.waiting.removeValue(forKey: id) }
            continuation?.resume()
        }
    }
}
