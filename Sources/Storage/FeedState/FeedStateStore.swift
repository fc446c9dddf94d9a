import FoundationEssentials
import GRDB

/// What is remembered of feeds, their entries and their hosts: feeds.sqlite in the state directory.
///
/// Every call blocks until it is on the disk.
public struct FeedStateStore: Sendable {
    /// All feeds ever subscribed to.
    public struct Feeds: Sendable, Equatable {
        /// By id.
        public var states: [String: FeedState] = [:]
        /// The ids of those of which it could not be read when they are due.
        public var undated: Set<String> = []
    }

    let queue: DatabaseQueue
    /// Is told of every row that cannot be read, once it is kept; must not block.
    let onSetAside: @Sendable (SetAsideRow) -> Void
    /// Whether there was no such file, or none that could be used: nothing is known of any feed.
    public let isNew: Bool
    /// What a damaged database was renamed to, in the same folder, and why.
    public let damaged: (name: String, why: String)?

    /// Opens the database, or makes it. One that is damaged is set aside.
    public init(
        path: String, onSetAside: @escaping @Sendable (SetAsideRow) -> Void = { _ in }
    ) throws(StorageError) {
        self.onSetAside = onSetAside
        let opened = try remembering { try FeedStateOpening(path: path).open() }
        (queue, isNew, damaged) = (opened.queue, opened.isNew, opened.damaged)
        tell(opened.mended)
        let misfits = try remembering { [self] in try setAsideMisfits() }
        tell(misfits)
    }

    // MARK: Feeds

    /// What could be read stays in force; a row that could not be read wholly is kept beside it.
    public func feeds() throws(StorageError) -> Feeds {
        let (feeds, aside) = try remembering {
            var feeds = Feeds()
            var broken: [(id: DatabaseValue, StoredFeed?)] = []
            try queue.read { db in
                let rows = try Row.fetchCursor(db, sql: "SELECT id, url, state FROM feeds")
                while let row = try rows.next() {
                    let stored = StoredFeed(row)
                    if let stored {
                        feeds.states[stored.state.id] = stored.state
                        if stored.isUndated { feeds.undated.insert(stored.state.id) }
                    }
                    if stored?.faults.isEmpty != true { broken.append((row[0], stored)) }
                }
            }
            return (feeds, try broken.isEmpty ? [] : setAside(broken))
        }
        tell(aside)
        return feeds
    }

    private func setAside(
        _ rows: [(id: DatabaseValue, stored: StoredFeed?)]
    ) throws -> [SetAsideRow] {
        try queue.write { db in
            try rows.map { row in
                let place = RowPlace(table: "feeds", key: [("id", row.id)])
                guard let stored = row.stored else {
                    let why = "it names no feed"
                    try remove(place, why, db)
                    return SetAsideRow(
                        table: "feeds", subject: row.id.description, why: why, isKeptInPart: false)
                }
                let why = stored.faults.joined(separator: "; ")
                try keep(place, why, db)
                try FeedStateStore.write(stored.state, db)
                return SetAsideRow(
                    table: "feeds", subject: stored.state.url, why: why,
                    isKeptInPart: !stored.isUndated)
            }
        }
    }

    public func save(_ state: FeedState) throws(StorageError) {
        try save([state])
    }

    public func save(_ states: [FeedState]) throws(StorageError) {
        try remembering {
            try queue.write { db in
                for state in states { try FeedStateStore.write(state, db) }
            }
        }
    }

    static func write(_ state: FeedState, _ db: Database) throws {
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO feeds (id, url, state) VALUES (?, ?, ?)"
        ).execute(arguments: [state.id, state.url, try StoredFeed.json(of: state)])
    }

    // MARK: Hosts

    /// Hosts (name and port) that are to be left alone, and until when; those in the past are forgotten.
    public func holds(now: Date) throws(StorageError) -> [String: Date] {
        try remembering {
            try queue.write { db in
                try db.execute(
                    sql: "DELETE FROM holds WHERE until <= ?",
                    arguments: [now.timeIntervalSince1970])
                let rows = try Row.fetchAll(db, sql: "SELECT host, until FROM holds")
                let holds = rows.compactMap { row in
                    row.text(0).flatMap { host in row.time(1).map { (host, $0) } }
                }
                return Dictionary(holds, uniquingKeysWith: { max($0, $1) })
            }
        }
    }

    public func hold(_ host: String, until: Date) throws(StorageError) {
        try remembering {
            try queue.write { db in
                try db.execute(
                    sql: "INSERT OR REPLACE INTO holds (host, until) VALUES (?, ?)",
                    arguments: [host, until.timeIntervalSince1970])
            }
        }
    }

    /// For `json_each`.
    static func list(_ values: [String]) throws -> String {
        String(decoding: try JSONEncoder().encode(values), as: UTF8.self)
    }
}
