import GRDB

/// What watched folders hold whose files are left where they are ([[watch]] leave = true).
extension FeedStateStore {
    /// The records of a folder's files, as they were saved; nil for one that is no text.
    public func watchedRecords(
        in folder: String
    ) throws(StorageError) -> [(path: String, record: String?)] {
        try remembering {
            try queue.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT path, record FROM watched WHERE folder = ?",
                    arguments: [folder]
                ).compactMap { row in row.text(0).map { ($0, row.text(1)) } }
            }
        }
    }

    /// Sets records aside that cannot be read.
    public func setAsideWatched(
        _ records: [(path: String, why: String)], folder: String
    ) throws(StorageError) {
        let aside = try remembering {
            try queue.write { db in
                try records.map { record in
                    let place = RowPlace(
                        table: "watched",
                        key: [
                            ("folder", folder.databaseValue), ("path", record.path.databaseValue),
                        ])
                    try remove(place, record.why, db)
                    return SetAsideRow(
                        table: "watched", subject: folder + "/" + record.path, why: record.why,
                        isKeptInPart: false)
                }
            }
        }
        tell(aside)
    }

    /// Adds a record, or replaces the one of the same folder and path.
    public func saveWatched(
        _ record: String, folder: String, path: String
    ) throws(StorageError) {
        try remembering {
            try queue.write { db in
                try db.execute(
                    sql: "INSERT OR REPLACE INTO watched (folder, path, record) VALUES (?, ?, ?)",
                    arguments: [folder, path, record])
            }
        }
    }
}
