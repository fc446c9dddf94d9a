import GRDB

/// What watched folders hold whose files are left where they are ([[watch]] leave = true).
extension FeedStateStore {
    /// The records of a folder's files, as they were saved.
    public func watchedRecords(in folder: String) throws(StorageError) -> [String] {
        try storing {
            try queue.read { db in
                try String.fetchAll(
                    db, sql: "SELECT record FROM watched WHERE folder = ?", arguments: [folder])
            }
        }
    }

    /// Adds a record, or replaces the one of the same folder and path.
    public func saveWatched(
        _ record: String, folder: String, path: String
    ) throws(StorageError) {
        try storing {
            try queue.write { db in
                try db.execute(
                    sql: "INSERT OR REPLACE INTO watched (folder, path, record) VALUES (?, ?, ?)",
                    arguments: [folder, path, record])
            }
        }
    }
}
