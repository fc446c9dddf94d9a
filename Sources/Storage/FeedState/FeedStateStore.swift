import FoundationEssentials
import GRDB

/// What is remembered of feeds, their entries and their hosts: feeds.sqlite in the state directory.
///
/// Every call blocks until it is on the disk.
public struct FeedStateStore: Sendable {
    let queue: DatabaseQueue
    /// Whether there was no such file: nothing is known of any feed.
    public let isNew: Bool

    /// Opens the database, or makes it.
    public init(path: String) throws(StorageError) {
        (queue, isNew) = try storing {
            let queue = try DatabaseQueue(path: path, configuration: FeedStateSchema.configuration)
            return (queue, try FeedStateSchema.prepare(queue))
        }
    }

    // MARK: Feeds

    /// Of all feeds ever subscribed to, by id. A row that cannot be read is left out: its feed starts anew.
    public func feeds() throws(StorageError) -> [String: FeedState] {
        try storing {
            try queue.read { db in
                var feeds: [String: FeedState] = [:]
                let rows = try Row.fetchCursor(db, sql: "SELECT id, state FROM feeds")
                while let row = try rows.next() {
                    feeds[row[0]] = try? FeedStateStore.decode(row[1])
                }
                return feeds
            }
        }
    }

    public func save(_ state: FeedState) throws(StorageError) {
        try save([state])
    }

    public func save(_ states: [FeedState]) throws(StorageError) {
        try storing {
            try queue.write { db in
                for state in states {
                    try db.cachedStatement(
                        sql: "INSERT OR REPLACE INTO feeds (id, url, state) VALUES (?, ?, ?)"
                    ).execute(arguments: [state.id, state.url, try FeedStateStore.encode(state)])
                }
            }
        }
    }

    // MARK: Hosts

    /// Hosts (name and port) that are to be left alone, and until when; those in the past are forgotten.
    public func holds(now: Date) throws(StorageError) -> [String: Date] {
        try storing {
            try queue.write { db in
                try db.execute(
                    sql: "DELETE FROM holds WHERE until <= ?",
                    arguments: [now.timeIntervalSince1970])
                let rows = try Row.fetchAll(db, sql: "SELECT host, until FROM holds")
                return Dictionary(
                    rows.map { ($0[0], Date(timeIntervalSince1970: $0[1])) },
                    uniquingKeysWith: { max($0, $1) })
            }
        }
    }

    public func hold(_ host: String, until: Date) throws(StorageError) {
        try storing {
            try queue.write { db in
                try db.execute(
                    sql: "INSERT OR REPLACE INTO holds (host, until) VALUES (?, ?)",
                    arguments: [host, until.timeIntervalSince1970])
            }
        }
    }

    static func encode(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    static func decode<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
