import GRDB

/// The tables of feeds.sqlite. Unlike the catalogue they cannot be made anew from other files.
enum FeedStateSchema {
    /// `feeds.state` and `waiting.page` are JSON: `FeedState` and `WaitingPage`.
    private static let first = """
        CREATE TABLE feeds (id TEXT PRIMARY KEY, url TEXT NOT NULL, state TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE holds (host TEXT PRIMARY KEY, until REAL NOT NULL) WITHOUT ROWID;
        CREATE TABLE entries (
            feed TEXT NOT NULL, key TEXT NOT NULL, alias TEXT, sent TEXT NOT NULL, article TEXT,
            first_seen REAL NOT NULL, last_seen REAL NOT NULL, PRIMARY KEY (feed, key)
        ) WITHOUT ROWID;
        CREATE INDEX entries_alias ON entries (feed, alias) WHERE alias IS NOT NULL;
        CREATE INDEX entries_seen ON entries (last_seen);
        CREATE TABLE waiting (
            feed TEXT NOT NULL, key TEXT NOT NULL, next_try REAL NOT NULL, page TEXT NOT NULL,
            PRIMARY KEY (feed, key)
        ) WITHOUT ROWID;
        CREATE INDEX waiting_next ON waiting (feed, next_try);
        CREATE TABLE pages (
            feed TEXT NOT NULL, hash TEXT NOT NULL, key TEXT NOT NULL, seen REAL NOT NULL,
            PRIMARY KEY (feed, hash, key)
        ) WITHOUT ROWID;
        CREATE TABLE watched (
            folder TEXT NOT NULL, path TEXT NOT NULL, record TEXT NOT NULL,
            PRIMARY KEY (folder, path)
        ) WITHOUT ROWID;
        """

    /// What version 2 added: hosts that want to be asked over TLS only.
    private static let second = """
        CREATE TABLE strict (
            host TEXT PRIMARY KEY, until REAL NOT NULL, subdomains INTEGER NOT NULL
        ) WITHOUT ROWID;
        """

    /// What version 3 added: `doubts.page` is JSON, `WaitingPage`.
    private static let third = """
        CREATE TABLE doubts (
            feed TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, page TEXT NOT NULL,
            seen REAL NOT NULL, PRIMARY KEY (feed, key)
        ) WITHOUT ROWID;
        """

    /// What version 4 added: rows that could not be read, and feeds that are read as a whole for what they held.
    private static let fourth = """
        CREATE TABLE set_aside (
            number INTEGER PRIMARY KEY, place TEXT NOT NULL, row TEXT NOT NULL, why TEXT NOT NULL, since REAL NOT NULL
        );
        CREATE TABLE wanted (feed TEXT PRIMARY KEY) WITHOUT ROWID;
        """

    /// What version 5 added: entries that killed the process that read them. `page` is JSON, `WaitingPage`.
    private static let fifth = """
        CREATE TABLE quarantine (
            feed TEXT NOT NULL, key TEXT NOT NULL, page TEXT NOT NULL, of_page INTEGER NOT NULL,
            is_partial INTEGER NOT NULL, why TEXT NOT NULL, version TEXT NOT NULL, since REAL NOT NULL, PRIMARY KEY (feed, key)
        ) WITHOUT ROWID;
        """

    /// What version 6 added: pages of filed entries that are asked for again. `page` is JSON, `WaitingPage`.
    private static let sixth = """
        CREATE TABLE revisits (
            feed TEXT NOT NULL, key TEXT NOT NULL, next_try REAL NOT NULL, page TEXT NOT NULL, PRIMARY KEY (feed, key)
        ) WITHOUT ROWID;
        CREATE INDEX revisits_next ON revisits (feed, next_try);
        """

    /// What version 7 added: at each poll the pages that nobody asked about for long are forgotten.
    private static let seventh = "CREATE INDEX pages_seen ON pages (seen)"

    /// synchronous is FULL: what was promised to a server (no request before a time) must survive a power cut.
    /// One connection does everything, so that SQLite's WAL-reset fault (before 3.51.3) has no second one to meet.
    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "feeds"
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = false
        configuration.journalMode = .wal
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        return configuration
    }

    /// Says whether the tables were made.
    static func prepare(_ queue: DatabaseQueue) throws -> Bool {
        try VersionedMigrations(
            steps: [first, second, third, fourth, fifth, sixth, seventh],
            tooNew: StorageError.feedStateTooNew
        ).migrate(queue)
    }
}
