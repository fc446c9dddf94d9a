import FoundationEssentials
import GRDB

/// What hooks are still to be told: hooks.sqlite in the state folder.
///
/// An article enters together with the place in the order of filing up to which its hook has heard, in one transaction: so
/// nothing is left out and nothing enters twice, over kills too. Every call blocks.
public struct HookOutbox: Sendable {
    public static let name = "hooks.sqlite"
    /// Dead letters that are kept of one hook; the oldest are let go.
    public static let deadLimit = 1_000

    private let queue: DatabaseQueue

    /// Opens the database, or makes it.
    public init(path: String) throws(StorageError) {
        queue = try storing {
            var configuration = Configuration()
            configuration.label = "hooks"
            configuration.busyMode = .timeout(5)
            configuration.journalMode = .wal
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try VersionedMigrations(steps: [Self.first], tooNew: StorageError.catalogueTooNew)
                .migrate(queue)
            return queue
        }
    }

    private static let first = """
        CREATE TABLE messages (
            num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, hook TEXT NOT NULL,
            kind TEXT NOT NULL, subject TEXT NOT NULL, body TEXT, priority INTEGER NOT NULL,
            created REAL NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, next REAL NOT NULL,
            batch TEXT, died REAL, why TEXT
        );
        CREATE INDEX messages_waiting ON messages (hook, next) WHERE died IS NULL;
        CREATE INDEX messages_dead ON messages (hook, num) WHERE died IS NOT NULL;
        CREATE TABLE hooks (
            name TEXT PRIMARY KEY, target TEXT NOT NULL, position TEXT NOT NULL,
            delivered INTEGER NOT NULL DEFAULT 0, lost INTEGER NOT NULL DEFAULT 0,
            failures INTEGER NOT NULL DEFAULT 0, failing_since REAL, last_delivered REAL, why TEXT,
            stopped TEXT, paused_until REAL, last_digest REAL NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE problems (code TEXT PRIMARY KEY) WITHOUT ROWID;
        """

    private func write<Value>(_ body: (Database) throws -> Value) throws(StorageError) -> Value {
        try storing { try queue.write(body) }
    }

    private func read<Value>(_ body: (Database) throws -> Value) throws(StorageError) -> Value {
        try storing { try queue.read(body) }
    }

    // MARK: Hooks

    /// Keeps these hooks and forgets all others. A new one hears of what is filed from `position` on; one that is to be
    /// reached elsewhere is no more stopped.
    public func adopt(
        _ hooks: [(name: String, target: String)], position: String, now: Date
    ) throws(StorageError) {
        try write { db in
            let names = hooks.map(\.name)
            for name in try String.fetchAll(db, sql: "SELECT name FROM hooks")
            where !names.contains(name) {
                try db.execute(sql: "DELETE FROM hooks WHERE name = ?", arguments: [name])
                try db.execute(sql: "DELETE FROM messages WHERE hook = ?", arguments: [name])
            }
            for hook in hooks {
                try db.execute(
                    sql: """
                        INSERT INTO hooks (name, target, position, last_digest)
                        VALUES (?1, ?2, ?3, ?4)
                        ON CONFLICT (name) DO UPDATE SET
                            stopped = CASE WHEN target = ?2 THEN stopped END,
                            failures = CASE WHEN target = ?2 THEN failures ELSE 0 END,
                            paused_until = CASE WHEN target = ?2 THEN paused_until END, target = ?2
                        """,
                    arguments: [hook.name, hook.target, position, now.timeIntervalSince1970])
            }
        }
    }

    /// - Parameter hook: nil for all; the messages of each are counted.
    public func standings(of hook: String? = nil) throws(StorageError) -> [HookStanding] {
        try read { db in
            let sql = """
                SELECT h.*,
                    (SELECT COUNT(*) FROM messages WHERE hook = name AND died IS NULL) AS waiting,
                    (SELECT COUNT(*) FROM messages WHERE hook = name AND died IS NOT NULL) AS dead
                FROM hooks h WHERE ?1 IS NULL OR h.name = ?1 ORDER BY name
                """
            return try Row.fetchAll(db, sql: sql, arguments: [hook]).map { row in
                var standing = HookStanding(name: row["name"])
                standing.waiting = row["waiting"]
                standing.dead = row["dead"]
                standing.delivered = row["delivered"]
                standing.lost = row["lost"]
                standing.failuresInRow = row["failures"]
                standing.failingSince = Self.date(row["failing_since"])
                standing.lastDelivered = Self.date(row["last_delivered"])
                standing.why = row["why"]
                standing.stopped = row["stopped"]
                standing.pausedUntil = Self.date(row["paused_until"])
                standing.lastDigest = Self.date(row["last_digest"])
                standing.position = row["position"]
                return standing
            }
        }
    }

    private static func date(_ seconds: Double?) -> Date? {
        seconds.map { Date(timeIntervalSince1970: $0) }
    }

    // MARK: In

    /// Enters messages, and that these hooks have heard of all that was filed up to `position`.
    public func enter(
        _ messages: [HookMessage], hooks: [String], position: String
    ) throws(StorageError) {
        try write { db in
            try insert(messages, db)
            for hook in hooks {
                try db.execute(
                    sql: "UPDATE hooks SET position = ? WHERE name = ?",
                    arguments: [position, hook])
            }
        }
    }

    private func insert(_ messages: [HookMessage], _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO messages (id, hook, kind, subject, body, priority, created, next)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for message in messages {
            let created = message.created.timeIntervalSince1970
            try statement.execute(arguments: [
                message.id, message.hook, message.kind, message.subject, message.body,
                message.priority, created, created,
            ])
        }
    }

    /// Which problems were not there when this was last asked; those that are gone are forgotten. `make` writes what is told
    /// of a new one.
    public func enterProblems(
        _ codes: [String], _ make: (_ code: String) -> [HookMessage]
    ) throws(StorageError) {
        try write { db in
            let known = Set(try String.fetchAll(db, sql: "SELECT code FROM problems"))
            guard known != Set(codes) else { return }
            try db.execute(sql: "DELETE FROM problems")
            for code in Set(codes) {
                try db.execute(sql: "INSERT INTO problems VALUES (?)", arguments: [code])
                if !known.contains(code) { try insert(make(code), db) }
            }
        }
    }

    // MARK: Out

    /// The message that is sent next, and where none is due yet when the next one is.
    public func next(
        of hook: String, now: Date
    ) throws(StorageError) -> (message: HookMessage?, due: Date?) {
        try read { db in
            let due = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT * FROM messages WHERE hook = ? AND died IS NULL AND next <= ?
                        ORDER BY priority DESC, next, num LIMIT 1
                        """), arguments: [hook, now.timeIntervalSince1970])
            if let due { return (Self.message(due), nil) }
            let next = try Double.fetchOne(
                db.cachedStatement(
                    sql: "SELECT MIN(next) FROM messages WHERE hook = ? AND died IS NULL"),
                arguments: [hook])
            return (nil, Self.date(next))
        }
    }

    private static func message(_ row: Row) -> HookMessage {
        var message = HookMessage(
            id: row["id"], hook: row["hook"], kind: row["kind"], subject: row["subject"],
            body: row["body"], priority: row["priority"],
            created: Date(timeIntervalSince1970: row["created"]))
        message.attempts = row["attempts"]
        message.why = row["why"]
        message.died = date(row["died"])
        return message
    }

    /// The digest that is under way: what it holds stays the same until it is delivered. Nil where none is.
    public func digest(
        of hook: String
    ) throws(StorageError) -> (batch: String, messages: [HookMessage], next: Date)? {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM messages WHERE hook = ?1 AND died IS NULL AND batch = (
                        SELECT MIN(batch) FROM messages WHERE hook = ?1 AND died IS NULL)
                    ORDER BY priority DESC, num
                    """, arguments: [hook])
            guard let first = rows.first, let batch: String = first["batch"] else { return nil }
            return (batch, rows.map(Self.message), Date(timeIntervalSince1970: first["next"]))
        }
    }

    /// Puts what waits into one digest, at most `limit` messages, and notes that it was due.
    public func beginDigest(
        of hook: String, batch: String, limit: Int, now: Date
    ) throws(StorageError) {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE messages SET batch = ?, next = ? WHERE num IN (
                        SELECT num FROM messages WHERE hook = ? AND died IS NULL AND batch IS NULL
                        ORDER BY priority DESC, num LIMIT ?)
                    """, arguments: [batch, now.timeIntervalSince1970, hook, limit])
            try db.execute(
                sql: "UPDATE hooks SET last_digest = ? WHERE name = ?",
                arguments: [now.timeIntervalSince1970, hook])
        }
    }

    public func noteDelivery(
        of ids: [String], to hook: String, now: Date
    ) throws(StorageError) {
        try write { db in
            for id in ids {
                try db.execute(sql: "DELETE FROM messages WHERE id = ?", arguments: [id])
            }
            try db.execute(
                sql: """
                    UPDATE hooks SET delivered = delivered + ?, last_delivered = ?, failures = 0,
                        failing_since = NULL, paused_until = NULL, why = NULL WHERE name = ?
                    """, arguments: [ids.count, now.timeIntervalSince1970, hook])
        }
    }

    /// - Parameters:
    ///   - next: when these are tried again.
    ///   - pause: until when nothing at all is sent to the hook.
    public func noteFailure(
        of ids: [String], to hook: String, why: String, next: Date, pause: Date?, now: Date
    ) throws(StorageError) {
        try write { db in
            for id in ids {
                try db.execute(
                    sql: """
                        UPDATE messages SET attempts = attempts + 1, next = ?, why = ? WHERE id = ?
                        """,
                    arguments: [next.timeIntervalSince1970, why, id])
            }
            try db.execute(
                sql: """
                    UPDATE hooks SET failures = failures + 1, why = ?, paused_until = ?,
                        failing_since = COALESCE(failing_since, ?) WHERE name = ?
                    """,
                arguments: [
                    why, pause?.timeIntervalSince1970, now.timeIntervalSince1970, hook,
                ])
        }
    }

    /// Gives messages up: they are listed as dead letters.
    public func bury(_ ids: [String], of hook: String, why: String, now: Date) throws(StorageError)
    {
        try write { db in
            for id in ids {
                try db.execute(
                    sql: "UPDATE messages SET died = ?, why = ?, batch = NULL WHERE id = ?",
                    arguments: [now.timeIntervalSince1970, why, id])
            }
            try letGo(hook, db)
        }
    }

    /// Sends nothing more to a hook, and gives up what waits.
    public func stop(_ hook: String, why: String, now: Date) throws(StorageError) {
        try write { db in
            try db.execute(
                sql: "UPDATE hooks SET stopped = ?, why = ? WHERE name = ?",
                arguments: [why, why, hook])
            try db.execute(
                sql: """
                    UPDATE messages SET died = ?, why = ?, batch = NULL
                    WHERE hook = ? AND died IS NULL
                    """, arguments: [now.timeIntervalSince1970, why, hook])
            try letGo(hook, db)
        }
    }

    private func letGo(_ hook: String, _ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM messages WHERE hook = ?1 AND died IS NOT NULL AND num NOT IN (
                    SELECT num FROM messages WHERE hook = ?1 AND died IS NOT NULL
                    ORDER BY num DESC LIMIT \(Self.deadLimit))
                """, arguments: [hook])
        let gone = db.changesCount
        if gone > 0 {
            try db.execute(
                sql: "UPDATE hooks SET lost = lost + ? WHERE name = ?", arguments: [gone, hook])
        }
    }

    /// Latest first.
    public func deadLetters(
        of hook: String?, before id: String?, limit: Int
    ) throws(StorageError) -> [HookMessage] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM messages WHERE died IS NOT NULL AND (?1 IS NULL OR hook = ?1)
                        AND (?2 IS NULL OR num < (SELECT num FROM messages WHERE id = ?2))
                    ORDER BY num DESC LIMIT ?3
                    """, arguments: [hook, id, limit]
            ).map(Self.message)
        }
    }

    /// Sends the dead letters of a hook after all, and lifts a stop.
    ///
    /// - Returns: how many; nil where there is no such hook.
    public func retry(_ hook: String, now: Date) throws(StorageError) -> Int? {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE hooks SET stopped = NULL, paused_until = NULL, failures = 0,
                        failing_since = NULL WHERE name = ?
                    """, arguments: [hook])
            guard db.changesCount > 0 else { return nil }
            try db.execute(
                sql: """
                    UPDATE messages SET died = NULL, attempts = 0, next = ?1, created = ?1
                    WHERE hook = ?2 AND died IS NOT NULL
                    """, arguments: [now.timeIntervalSince1970, hook])
            return db.changesCount
        }
    }
}
