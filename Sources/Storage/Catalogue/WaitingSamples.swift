import GRDB

/// Fingerprints that are not in the index yet, because they belong to the articles that were entered last.
///
/// Fingerprints are hashes, so those of one article lie all over the index: in a large store nearly each falls on a page of
/// its own, which is read, written into the log and written back for the one row. So they wait, in memory, for as many
/// articles as `span`; with each article that comes, one `span`th of all possible hashes goes into the index. What goes
/// is next to each other there, and of many articles. Look-ups ask both.
///
/// `fresh` says on the disk whose fingerprints wait. A row's number is the turn in which it came: it was everywhere, and
/// goes, `span` turns later.
struct WaitingSamples {
    /// Turns that an article's fingerprints take until all are in the index; each costs some 30 rows of memory and a
    /// kilobyte on the disk.
    static let span: Int64 = 4_096
    /// In smaller stores the whole index lies in memory, and nothing waits.
    private static let fewArticles: Int64 = 8_192
    let db: Database
    var span = Self.span

    /// The possible hashes of one turn; `NearSamples` have 40 bits.
    private var width: Int64 { (1 << 40) / span }

    static let table = """
        CREATE TABLE fresh (turn INTEGER PRIMARY KEY, article INTEGER NOT NULL, samples TEXT NOT NULL);
        CREATE INDEX fresh_article ON fresh (article);
        """

    /// To be called once for a connection that writes.
    static func open(_ writer: some DatabaseWriter, span: Int64 = Self.span) throws {
        try writer.writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    PRAGMA temp_store = MEMORY;
                    CREATE TEMP TABLE IF NOT EXISTS waiting (
                        sample INTEGER NOT NULL, article INTEGER NOT NULL,
                        PRIMARY KEY (sample, article)) WITHOUT ROWID;
                    DELETE FROM temp.waiting;
                    """)
            try WaitingSamples(db: db, span: span).load()
        }
    }

    /// Takes up those that wait; not those whose turn has been.
    private func load() throws {
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO temp.waiting
                SELECT value, article FROM (
                    SELECT j.value, article, ROW_NUMBER() OVER (PARTITION BY j.value) AS holder
                    FROM fresh CROSS JOIN json_each(samples) j
                    WHERE (j.value / ?1 - turn % ?2 + ?2) % ?2 > (SELECT MAX(turn) FROM fresh) - turn)
                WHERE holder <= \(CatalogueWriter.mostHolders)
                """, arguments: [width, span])
    }

    /// Whether the store is so large that fingerprints should wait.
    func isWorthwhile() throws -> Bool {
        try CatalogueReader(db: db).nextNumber() > Self.fewArticles
    }

    /// Lets an article's fingerprints wait; those whose turn it is go into the index.
    func add(_ samples: NearSamples, of article: Int64) throws {
        let json = NearSamples.json(samples.values)
        try run("INSERT INTO fresh (article, samples) VALUES (?, ?)", [article, json])
        let turn = db.lastInsertedRowID
        try run(
            """
            INSERT OR IGNORE INTO temp.waiting SELECT value, ?1 FROM json_each(?2) j
            WHERE \(CatalogueWriter.tellsSomething("j.value", in: "temp.waiting"))
            """, [article, json])
        let low = turn % span * width
        let range: StatementArguments = [low, low + width]
        try run(
            """
            INSERT OR IGNORE INTO samples SELECT sample, article FROM temp.waiting w
            WHERE sample >= ?1 AND sample < ?2 AND \(CatalogueWriter.tellsSomething("w.sample"))
            """, range)
        try run("DELETE FROM temp.waiting WHERE sample >= ?1 AND sample < ?2", range)
        try run("DELETE FROM fresh WHERE turn <= ?", [turn - span])
    }

    /// Takes fingerprints of an article back, where they wait.
    func remove(_ samples: NearSamples, of article: Int64) throws {
        try run(
            """
            DELETE FROM temp.waiting
            WHERE article = ?1 AND sample IN (SELECT value FROM json_each(?2))
            """, [article, NearSamples.json(samples.asked)])
        try forget(article)
    }

    /// Takes all that waits of an article back. Looks at all that waits, for it is rare.
    func removeAll(of article: Int64) throws {
        try run("DELETE FROM temp.waiting WHERE article = ?", [article])
        try forget(article)
    }

    /// The row stays: it counts the turns.
    private func forget(_ article: Int64) throws {
        try run("UPDATE fresh SET samples = '[]' WHERE article = ?", [article])
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
