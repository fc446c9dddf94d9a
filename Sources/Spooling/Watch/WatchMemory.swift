/// Keeps `WatchRecord`s over restarts. Called on the threads that call the spool; may block.
public protocol WatchMemory: Sendable {
    /// All records of a folder.
    func records(in folder: String) throws(SpoolError) -> [WatchRecord]
    /// Adds a record, or replaces the one of the same folder and path, durably.
    func save(_ record: WatchRecord) throws(SpoolError)
}
