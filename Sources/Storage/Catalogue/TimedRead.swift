import Dispatch
import GRDB
import Synchronization

/// Reads the catalogue, and gives up where the time is over: one question must not keep a reader from all others.
struct TimedRead: Sendable {
    private final class Outcome<Value: Sendable>: Sendable {
        let result = Mutex<Result<Value, any Error>?>(nil)
        let isThere = DispatchSemaphore(value: 0)
    }

    let pool: DatabasePool
    let patience: Duration

    /// Blocks the calling thread, which must be none of Swift's cooperative ones.
    ///
    /// - Throws: `StorageError.tooDear` where the time is over.
    func value<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) throws -> Value {
        let outcome = Outcome<Value>()
        // GRDB interrupts a reading where its task is cancelled, and in no other way that spares the other readers.
        let task = Task { [pool] in
            let result: Result<Value, any Error>
            do { result = .success(try await pool.read(body)) } catch { result = .failure(error) }
            outcome.result.withLock { $0 = result }
            outcome.isThere.signal()
        }
        let (seconds, attoseconds) = patience.components
        let time = Double(seconds) + Double(attoseconds) * 1e-18
        let isLate = outcome.isThere.wait(timeout: .now() + time) == .timedOut
        if isLate {
            task.cancel()
            outcome.isThere.wait()
        }
        switch outcome.result.withLock({ $0 }) {
        case .success(let value)?: return value
        case .failure(let error)?: throw isLate ? StorageError.tooDear(seconds: time) : error
        case nil: throw StorageError.tooDear(seconds: time)
        }
    }
}

extension Catalogue {
    /// The same catalogue, in which no list takes longer than that to be found.
    public func within(_ patience: Duration) -> Catalogue {
        var catalogue = self
        catalogue.patience = patience
        return catalogue
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) throws -> Value {
        guard let patience else { return try pool.read(body) }
        return try TimedRead(pool: pool, patience: patience).value(body)
    }
}
