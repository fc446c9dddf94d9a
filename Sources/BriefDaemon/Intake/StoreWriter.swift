import BriefModel
import Dispatch
import Storage
import Synchronization

/// The one writer of the store. It takes all that waits, up to a limit, and has it filed in one group commit:
/// the fuller the house, the fewer syncs a document costs.
final class StoreWriter: Sendable {
    typealias Outcome = Result<FilingOutcome, StorageError>

    /// Documents of one group commit: enough that the syncs are shared, few enough that none waits long.
    static let batchLimit = 128
    /// How long nobody has filed anything before texts are entered into the search that large groups left out.
    static let rest = 1.0
    /// Texts that are entered in one go: whoever files waits for no more than these.
    private static let searchedAtOnce = 16

    private struct Waiting: Sendable {
        var filing: Filing
        var resume: @Sendable (Outcome) -> Void
    }

    private struct State {
        var waiting: [Waiting] = []
        var isWorking = false
        /// Whether the end of a rest is waited for.
        var isResting = false
        var lastFiled = ContinuousClock.now
    }

    private let store: ArticleStore
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "store-writer")
    private let rest: Double
    private let report: @Sendable (StorageError?) -> Void
    private let meters: Meters

    /// - Parameters:
    ///   - rest: seconds; see `StoreWriter.rest`.
    ///   - report: is told after each group commit what went wrong with it as a whole, or nil.
    init(
        store: ArticleStore, meters: Meters = Meters(), rest: Double = StoreWriter.rest,
        report: @escaping @Sendable (StorageError?) -> Void
    ) {
        self.store = store
        self.meters = meters
        self.rest = rest
        self.report = report
        awaitRest()
    }

    var waiting: Int { state.withLock { $0.waiting.count } }

    /// Returns when the document is on the disk, or is known as one that was.
    func file(_ filing: Filing) async throws(StorageError) -> FilingOutcome {
        let outcome = await withCheckedContinuation { continuation in
            let starts = state.withLock { state in
                state.waiting.append(
                    Waiting(filing: filing, resume: { continuation.resume(returning: $0) }))
                defer { state.isWorking = true }
                return !state.isWorking
            }
            if starts { queue.async { self.work() } }
        }
        return try outcome.get()
    }

    private func work() {
        while true {
            let batch = state.withLock { state in
                let batch = Array(state.waiting.prefix(StoreWriter.batchLimit))
                state.waiting.removeFirst(batch.count)
                if batch.isEmpty {
                    state.isWorking = false
                    state.lastFiled = .now
                }
                return batch
            }
            if batch.isEmpty { return awaitRest() }
            for (waiting, outcome) in zip(batch, file(batch)) { waiting.resume(outcome) }
        }
    }

    private func file(_ batch: [Waiting]) -> [Outcome] {
        let start = ContinuousClock.now
        defer { meters.observe(.commit, since: start) }
        do throws(StorageError) {
            let outcomes = try store.file(batch.map(\.filing))
            report(nil)
            return outcomes
        } catch {
            report(error)
            return batch.map { _ in .failure(error) }
        }
    }

    private func awaitRest() {
        let isFirst = state.withLock { state in
            defer { state.isResting = true }
            return !state.isResting
        }
        guard isFirst else { return }
        queue.asyncAfter(deadline: .now() + rest) { [weak self] in self?.useRest() }
    }

    /// Enters texts into the search, some at a time, until none is left or something is to be filed: that comes first, and
    /// the rest begins anew.
    private func useRest() {
        let (isWorking, pause) = state.withLock { ($0.isWorking, .now - $0.lastFiled) }
        var isLeft = false
        if !isWorking, pause >= .seconds(rest) {
            // What fails here is tried again at the next question, whose asker hears of it.
            isLeft = (try? store.enterForSearch(limit: StoreWriter.searchedAtOnce)) ?? false
        }
        if isLeft {
            queue.async { [weak self] in self?.useRest() }
        } else {
            state.withLock { $0.isResting = false }
            // What was filed within it has left texts of its own.
            if !isWorking, pause < .seconds(rest) { awaitRest() }
        }
    }
}
