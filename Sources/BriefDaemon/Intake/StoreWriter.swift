import BriefModel
import Dispatch
import Storage
import Synchronization

/// The one writer of the store. It takes all that waits, up to a limit, and has it filed in one group commit:
/// the fuller the house, the fewer syncs a document costs.
final class StoreWriter: Sendable {
    typealias Outcome = Result<FilingOutcome, StorageError>

    /// Documents of one group commit: enough that the syncs are shared, few enough that none waits long.
    static let batchLimit = 64

    private struct Waiting: Sendable {
        var filing: Filing
        var resume: @Sendable (Outcome) -> Void
    }

    private struct State {
        var waiting: [Waiting] = []
        var isWorking = false
    }

    private let store: ArticleStore
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "store-writer")
    private let report: @Sendable (StorageError?) -> Void
    private let meters: Meters

    /// - Parameter report: is told after each group commit what went wrong with it as a whole, or nil.
    init(
        store: ArticleStore, meters: Meters = Meters(),
        report: @escaping @Sendable (StorageError?) -> Void
    ) {
        self.store = store
        self.meters = meters
        self.report = report
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
                if batch.isEmpty { state.isWorking = false }
                return batch
            }
            if batch.isEmpty { return }
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
}
