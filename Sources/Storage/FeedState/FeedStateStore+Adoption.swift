import GRDB

extension FeedStateStore {
    /// Lets a subscription go on where another one stood that nobody subscribes to any more: its entries are known,
    /// and its pages wait, under the new id.
    public func adopt(_ state: FeedState, from old: String) throws(StorageError) {
        let id = state.id
        try remembering {
            try queue.write { db in
                for (table, columns) in [
                    ("entries", "key, alias, sent, article, first_seen, last_seen"),
                    ("waiting", "key, next_try, page"), ("pages", "hash, key, seen"),
                    ("doubts", "key, body, page, seen"), ("revisits", "key, next_try, page"),
                    ("quarantine", "key, page, of_page, is_partial, why, version, since"),
                ] {
                    try db.execute(
                        sql: "INSERT OR IGNORE INTO \(table) (feed, \(columns))"
                            + " SELECT ?, \(columns) FROM \(table) WHERE feed = ?",
                        arguments: [id, old])
                    try db.execute(sql: "DELETE FROM \(table) WHERE feed = ?", arguments: [old])
                }
                try db.execute(
                    sql: "UPDATE OR REPLACE wanted SET feed = ? WHERE feed = ?",
                    arguments: [id, old])
                try db.execute(sql: "DELETE FROM feeds WHERE id = ?", arguments: [old])
                try FeedStateStore.write(state, db)
            }
        }
    }
}
