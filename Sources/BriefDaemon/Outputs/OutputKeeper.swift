import BriefModel
import FoundationEssentials
import Hashing
import Logging
import Outputs
import ServiceLifecycle
import Settings
import Storage
import Synchronization

/// Writes the feeds that go out, within two seconds after what they tell of was filed.
///
/// It follows the events as any reader does: filing neither waits for it nor hears of its troubles. While much is filed, a feed
/// is written every second or so.
final class OutputKeeper: Service {
    /// After the first event: those of one batch come together.
    private static let patience = Duration.milliseconds(250)
    /// Between two rounds.
    private static let spacing = Duration.milliseconds(1_000)

    private struct State {
        var plan: OutputPlan
        /// What was written last, by path.
        var written: [String: UInt32] = [:]
    }

    private let state: Mutex<State>
    private let folder: OutputFolder
    private let catalogue: Catalogue
    private let feedNames: FeedNames
    private let status: DaemonStatus
    private let log: Logger
    private let thread = SerialThread("outputs")
    private let hubs: HubPings
    private let maker = Mutex<FeedMaker?>(nil)

    init(
        _ outputs: [OutputSettings], store: String, catalogue: Catalogue, feedNames: FeedNames,
        status: DaemonStatus, hubs: HubPings, log: Logger
    ) {
        self.hubs = hubs
        state = Mutex(State(plan: OutputPlan(outputs)))
        folder = OutputFolder(path: store + "/feeds")
        self.catalogue = catalogue
        self.feedNames = feedNames
        self.status = status
        self.log = log
    }

    /// Takes over what the configuration says now.
    func follow(_ outputs: [OutputSettings]) {
        state.withLock { $0.plan.follow(outputs) }
        thread.start { [self] in round() }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { [self] in await work() }
        // What was filed last is told of too.
        await thread.run { [self] in round() }
    }

    private func work() async {
        let events = status.events
        var place = events.last
        await thread.run { [self] in noteLatest() }
        while !Task.isCancelled {
            await thread.run { [self] in round() }
            guard (try? await Task.sleep(for: Self.spacing)) != nil else { return }
            if state.withLock({ $0.plan.isEmpty }) {
                let page = await events.next(after: place)
                guard !Task.isCancelled else { return }
                place = await note(page, place)
                guard (try? await Task.sleep(for: Self.patience)) != nil else { return }
            }
            place = await note(events.known(after: place), place)
        }
    }

    /// Everything at once: for `briefd run --once`.
    func writeAll() async {
        await thread.run { [self] in
            noteLatest()
            while !state.withLock({ $0.plan.isEmpty }) { round() }
        }
    }

    /// The latest articles may have been filed in a life that had no time to write their feeds. It blocks.
    private func noteLatest() {
        guard let page = try? catalogue.articles(ArticleQuery(limit: 200)) else { return }
        state.withLock { state in
            for article in page.items { state.plan.note(tags: article.tags, url: article.url) }
        }
    }

    private func note(_ page: EventBook.Page, _ place: Int) async -> Int {
        let changed = page.events.filter { $0.kind.isOfArticle || $0.kind == .edited }
        state.withLock { state in
            for event in changed {
                state.plan.note(tags: event.article?.tags ?? [], url: event.article?.url)
            }
        }
        if page.hasGap { await thread.run { [self] in noteLatest() } }
        return page.events.last?.number ?? (page.hasGap ? status.events.last : place)
    }

    private func round() {
        let specs = state.withLock { $0.plan.next() }
        var failed: (path: String, error: any Error)?
        for spec in specs {
            do {
                try write(spec)
            } catch {
                failed = failed ?? (spec.path, error)
            }
        }
        if let failed {
            status.raise(
                .outputFailed, what: "The feed \(failed.path) was not written: \(failed.error)",
                next: "Mend the cause, or its [[output]]; it is tried again with the next article.")
            log.warning(
                "feed not written",
                metadata: ["path": "\(failed.path)", "error": "\(failed.error)"])
        } else if !specs.isEmpty {
            status.clear(.outputFailed)
        }
    }

    private func write(_ spec: FeedSpec) throws {
        for (index, document) in try ready().documents(spec, feedNames: feedNames.all).enumerated()
        {
            let path = spec.path(of: index + 1)
            let checksum = Checksum.crc32(of: document)
            let known = state.withLock { $0.written[path] }
            if known == checksum { continue }
            try folder.write(document, to: path)
            // At a start each is written: that it changed nobody knows.
            if index == 0, known != nil, let hub = spec.hub, let address = spec.address {
                hubs.note(hub: hub, address: address)
            }
            state.withLock { state in
                if state.written.count > 10_000 { state.written = [:] }
                state.written[path] = checksum
            }
        }
    }

    private func ready() throws -> FeedMaker {
        if let maker = maker.withLock({ $0 }) { return maker }
        let new = FeedMaker(catalogue, name: try folder.name())
        maker.withLock { $0 = new }
        return new
    }

    /// A document as it is now, whether or not it was written; nil where no feed has that path. It may block.
    func document(at path: [String]) throws -> (type: String, bytes: [UInt8])? {
        guard let (feed, page) = state.withLock({ $0.plan.document(at: path) }) else { return nil }
        return try ready().document(page, of: feed, feedNames: feedNames.all)
            .map { (feed.kind.mediaType, $0) }
    }
}
