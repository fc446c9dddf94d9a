import Dispatch
import GRDB
import Synchronization

/// All work with a catalogue goes through it. It refuses whoever comes after the close, for GRDB would take what is closed
/// for open, and remembers whether anybody met what no sound catalogue has.
final class CatalogueDoor: Sendable {
    private struct State {
        var isClosed = false
        var isDoubted = false
    }

    /// So long those inside are waited for: seconds.
    private static let patience = 4.0

    private let state = Mutex(State())
    private let inside = DispatchGroup()

    /// Whether the catalogue is to be looked at whole when it is opened next.
    var isDoubted: Bool { state.withLock { $0.isDoubted } }

    func doubt() { state.withLock { $0.isDoubted = true } }

    /// Does work with the catalogue, and says failures in the store's words.
    func storing<Value>(_ body: () throws -> Value) throws(StorageError) -> Value {
        try enter()
        defer { inside.leave() }
        do {
            return try Storage.storing(body)
        } catch {
            if case .catalogueCorrupt = error { doubt() }
            throw error
        }
    }

    private func enter() throws(StorageError) {
        let isOpen = state.withLock { state in
            if !state.isClosed { inside.enter() }
            return !state.isClosed
        }
        guard isOpen else { throw Self.closed }
    }

    /// For those inside whose work is long: throws once the door is being closed.
    func goOn() throws(StorageError) {
        if state.withLock({ $0.isClosed }) { throw Self.closed }
    }

    private static let closed = StorageError.catalogue("the store is closed: briefd ends")

    /// Closes the catalogue behind those who are inside; who asks for long is interrupted. Says whether it did: not where
    /// it was closed before. Throws where somebody stays inside nevertheless: the catalogue is left open then.
    func close(_ pool: DatabasePool) throws -> Bool {
        let isFirst = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        guard isFirst else { return false }
        // Again and again: an interruption ends one statement, and the next one may be long too.
        let end = ContinuousClock.now + .seconds(Self.patience)
        repeat {
            guard ContinuousClock.now < end else {
                throw StorageError.catalogue("it is read still, and cannot be closed")
            }
            pool.interrupt()
        } while inside.wait(timeout: .now() + 0.05) == .timedOut
        // GRDB closes those connections last that may only read, and these leave the log as it is. As a statement: it
        // ends the interruption, which sqlite3_wal_checkpoint_v2 would heed.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try pool.close()
        return true
    }
}
