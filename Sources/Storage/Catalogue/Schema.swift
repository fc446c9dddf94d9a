import GRDB

/// The catalogue's tables. All of it can be made anew from the store's files.
enum Schema {
    /// Raised with every change; a catalogue of an earlier version is brought up to it, one of a later is refused.
    static let version = 11

    /// Extractions of articles are thought bad below this, of 0 to 1.
    static let lowQuality = 0.5

    /// A chain is an article with all its revisions, numbered by its first; keys, sightings, tags and near
    /// links belong to the chain, hashes and originals to the revision. `superseded_by` is null in the one
    /// current revision. `multiples`
    /// counts its `NearSamples`; `search_id` is null until the text is in the search.
    private static let first = """
        CREATE TABLE articles (
            num INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            chain INTEGER NOT NULL,
            path TEXT NOT NULL UNIQUE,
            checksum INTEGER NOT NULL,
            title TEXT, published TEXT, site TEXT, host TEXT, url TEXT, url_key TEXT,
            filed INTEGER NOT NULL,
            content_hash TEXT,
            quality REAL NOT NULL,
            partial INTEGER NOT NULL,
            feed TEXT,
            original TEXT NOT NULL,
            supersedes TEXT,
            superseded_by TEXT,
            multiples INTEGER NOT NULL,
            search_id INTEGER
        );
        CREATE INDEX articles_chain ON articles (chain);
        CREATE INDEX articles_url ON articles (url_key)
            WHERE url_key IS NOT NULL AND superseded_by IS NULL;
        CREATE INDEX articles_filed ON articles (filed, num) WHERE superseded_by IS NULL;
        CREATE INDEX articles_unsearched ON articles (num)
            WHERE search_id IS NULL AND superseded_by IS NULL;
        CREATE INDEX articles_supersedes ON articles (supersedes) WHERE supersedes IS NOT NULL;
        CREATE TABLE hashes (
            hash TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (hash, article)
        ) WITHOUT ROWID;
        CREATE TABLE originals (
            sha TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (sha, article)
        ) WITHOUT ROWID;
        CREATE TABLE keys (
            feed TEXT NOT NULL, key TEXT NOT NULL, chain INTEGER NOT NULL, owner INTEGER NOT NULL,
            PRIMARY KEY (feed, key)
        ) WITHOUT ROWID;
        CREATE INDEX keys_chain ON keys (chain);
        CREATE TABLE tags (
            tag TEXT NOT NULL, chain INTEGER NOT NULL, PRIMARY KEY (tag, chain)
        ) WITHOUT ROWID;
        CREATE TABLE sightings (
            num INTEGER PRIMARY KEY, chain INTEGER NOT NULL, kind TEXT NOT NULL,
            seen TEXT NOT NULL, source TEXT NOT NULL
        );
        CREATE INDEX sightings_chain ON sightings (chain, num);
        CREATE TABLE near (
            chain INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (chain, other)
        ) WITHOUT ROWID;
        CREATE TABLE samples (
            sample INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (sample, article)
        ) WITHOUT ROWID;
        CREATE TABLE replayed (file TEXT PRIMARY KEY, bytes INTEGER NOT NULL) WITHOUT ROWID;
        CREATE VIRTUAL TABLE search USING fts5(
            title, body, content='', tokenize='unicode61 remove_diacritics 2');
        """

    /// Version 2: what the status says of all articles costs the same however many they are. Of the rare ones, those
    /// of low quality and those in part, indexes hold just these.
    private static let second = """
        CREATE TABLE counts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO counts VALUES
            ('articles', (SELECT COUNT(*) FROM articles)),
            ('current', (SELECT COUNT(*) FROM articles WHERE superseded_by IS NULL)),
            ('sightings', (SELECT COUNT(*) FROM sightings WHERE kind = 'sighting'));
        CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
            UPDATE counts SET value = value + 1 WHERE name = 'articles';
            UPDATE counts SET value = value + (NEW.superseded_by IS NULL) WHERE name = 'current';
        END;
        CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
            UPDATE counts SET value = value - 1 WHERE name = 'articles';
            UPDATE counts SET value = value - (OLD.superseded_by IS NULL) WHERE name = 'current';
        END;
        CREATE TRIGGER articles_superseded AFTER UPDATE OF superseded_by ON articles BEGIN
            UPDATE counts SET value = value + (NEW.superseded_by IS NULL) - (OLD.superseded_by IS NULL)
                WHERE name = 'current';
        END;
        CREATE TRIGGER sightings_added AFTER INSERT ON sightings BEGIN
            UPDATE counts SET value = value + (NEW.kind = 'sighting') WHERE name = 'sightings';
        END;
        CREATE TRIGGER sightings_removed AFTER DELETE ON sightings BEGIN
            UPDATE counts SET value = value - (OLD.kind = 'sighting') WHERE name = 'sightings';
        END;
        CREATE INDEX articles_low ON articles (filed)
            WHERE superseded_by IS NULL AND quality < \(lowQuality);
        CREATE INDEX articles_partial ON articles (num)
            WHERE superseded_by IS NULL AND partial <> 0;
        """

    /// Version 3: what was edited by hand, and what a file looked like when it was read last (bytes; nanoseconds since
    /// 1970), so that an edit is noticed without reading all files.
    private static let third = """
        ALTER TABLE articles ADD COLUMN edited INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE articles ADD COLUMN size INTEGER;
        ALTER TABLE articles ADD COLUMN modified INTEGER;
        """

    /// Version 4: copies in another cut count as sightings; and where the current text of an article came from, where that
    /// is a path that stays.
    private static let fourth = """
        DROP TRIGGER sightings_added;
        DROP TRIGGER sightings_removed;
        UPDATE counts SET value =
            (SELECT COUNT(*) FROM sightings WHERE kind IN ('sighting', 'variant'))
            WHERE name = 'sightings';
        CREATE TRIGGER sightings_added AFTER INSERT ON sightings BEGIN
            UPDATE counts SET value = value + (NEW.kind IN ('sighting', 'variant'))
                WHERE name = 'sightings';
        END;
        CREATE TRIGGER sightings_removed AFTER DELETE ON sightings BEGIN
            UPDATE counts SET value = value - (OLD.kind IN ('sighting', 'variant'))
                WHERE name = 'sightings';
        END;
        ALTER TABLE articles ADD COLUMN watched TEXT;
        CREATE INDEX articles_watched ON articles (watched)
            WHERE watched IS NOT NULL AND superseded_by IS NULL;
        """

    /// Version 5: what lists carry, each article's place in the order of filing, and views for readers of the database
    /// (docs/catalogue.md). The facts of files are filled in later: see `CarriedFacts`.
    private static let fifth = """
        ALTER TABLE articles ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE articles ADD COLUMN published_time INTEGER;
        ALTER TABLE articles ADD COLUMN authors TEXT;
        ALTER TABLE articles ADD COLUMN categories TEXT;
        ALTER TABLE articles ADD COLUMN language TEXT;
        ALTER TABLE articles ADD COLUMN excerpt TEXT;
        ALTER TABLE articles ADD COLUMN word_count INTEGER;
        UPDATE articles SET sequence = filed * 1000000,
            published_time = \(publishedTime("published"));
        CREATE INDEX articles_sequence ON articles (sequence, id);
        CREATE INDEX articles_published
            ON articles (COALESCE(published_time, \(ArticleSelect.undated)), num)
            WHERE superseded_by IS NULL;
        CREATE INDEX articles_search ON articles (search_id) WHERE search_id IS NOT NULL;
        CREATE INDEX articles_unfilled ON articles (num) WHERE word_count IS NULL;
        CREATE VIEW articles_v1 AS SELECT id, path, title, authors, published,
            strftime('%Y-%m-%dT%H:%M:%SZ', filed, 'unixepoch') AS filed, url, host, site, feed,
            (SELECT json_group_array(tag) FROM tags t WHERE t.chain = a.chain) AS tags,
            categories, language, excerpt, word_count, quality, partial, edited, content_hash,
            original, supersedes, superseded_by, sequence
            FROM articles a;
        CREATE VIEW sightings_v1 AS SELECT a.id AS article, s.kind, s.seen, s.source
            FROM sightings s JOIN articles a ON a.chain = s.chain AND a.superseded_by IS NULL;
        """

    /// The seconds since 1970 of an ISO 8601 date, as SQL; null where SQLite reads none. A day begins at midnight UTC.
    static func publishedTime(_ value: String) -> String {
        "CAST(strftime('%s', \(value)) AS INTEGER)"
    }

    /// Version 6: how near articles hang together, where that was looked at; and what is never to be filed again: content
    /// hashes, originals, keys of entries.
    private static let sixth = """
        ALTER TABLE near ADD COLUMN kind TEXT;
        ALTER TABLE near ADD COLUMN share REAL;
        CREATE TABLE refused (mark TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
        """

    /// Version 7: fingerprints that wait to be entered into the index; and an index that holds all that ranks candidates,
    /// for there are many of them, and articles' rows lie far apart.
    private static let seventh = """
        \(WaitingSamples.table)
        CREATE INDEX articles_samples ON articles (num, multiples) WHERE superseded_by IS NULL;
        """

    /// Version 8: the log of evidence, as far as it was read: the latest entry of each Markdown file, and where it ends.
    private static let eighth = """
        CREATE TABLE proofs (
            id TEXT PRIMARY KEY, path TEXT NOT NULL, markdown TEXT NOT NULL, checksum INTEGER
        ) WITHOUT ROWID;
        CREATE TABLE proof_end (
            one INTEGER PRIMARY KEY, size INTEGER NOT NULL, bytes INTEGER NOT NULL, last TEXT NOT NULL,
            origin TEXT NOT NULL, parts TEXT NOT NULL
        );
        """

    /// Version 9: what was filed a day, and what of the rest of the status was counted at each request: a year of many
    /// articles is as dear to count as it is to read.
    private static let ninth = """
        CREATE TABLE days (day INTEGER PRIMARY KEY, filed INTEGER NOT NULL);
        INSERT INTO days SELECT filed / 86400, COUNT(*) FROM articles
            WHERE superseded_by IS NULL GROUP BY filed / 86400;
        INSERT INTO counts VALUES
            ('low', (SELECT COUNT(*) FROM articles WHERE \(isLow("")))),
            ('partial', (SELECT COUNT(*) FROM articles WHERE \(isPartial(""))));
        CREATE TRIGGER articles_counted AFTER INSERT ON articles BEGIN
            INSERT INTO days VALUES (NEW.filed / 86400, NEW.superseded_by IS NULL)
                ON CONFLICT (day) DO UPDATE SET filed = filed + excluded.filed;
            UPDATE counts SET value = value + 1 WHERE name = 'low' AND \(isLow("NEW."));
            UPDATE counts SET value = value + 1 WHERE name = 'partial' AND \(isPartial("NEW."));
        END;
        CREATE TRIGGER articles_discounted AFTER DELETE ON articles BEGIN
            UPDATE days SET filed = filed - (OLD.superseded_by IS NULL) WHERE day = OLD.filed / 86400;
            UPDATE counts SET value = value - 1 WHERE name = 'low' AND \(isLow("OLD."));
            UPDATE counts SET value = value - 1 WHERE name = 'partial' AND \(isPartial("OLD."));
        END;
        CREATE TRIGGER articles_recounted
            AFTER UPDATE OF superseded_by, filed, quality, partial ON articles BEGIN
            UPDATE days SET filed = filed - (OLD.superseded_by IS NULL) WHERE day = OLD.filed / 86400;
            INSERT INTO days VALUES (NEW.filed / 86400, NEW.superseded_by IS NULL)
                ON CONFLICT (day) DO UPDATE SET filed = filed + excluded.filed;
            UPDATE counts SET value = value + (\(isLow("NEW."))) - (\(isLow("OLD."))) WHERE name = 'low';
            UPDATE counts SET value = value + (\(isPartial("NEW."))) - (\(isPartial("OLD.")))
                WHERE name = 'partial';
        END;
        """

    private static func isLow(_ row: String) -> String {
        "\(row)superseded_by IS NULL AND \(row)quality < \(lowQuality)"
    }

    private static func isPartial(_ row: String) -> String {
        "\(row)superseded_by IS NULL AND \(row)partial <> 0"
    }

    /// Version 10: headlines that took the place of others over the same text: which, of which revision; and when the latest
    /// did, in seconds since 1970. So that articles that changed are found, the latest changed first, without looking at all.
    private static let tenth = """
        ALTER TABLE sightings ADD COLUMN revision TEXT;
        ALTER TABLE sightings ADD COLUMN title TEXT;
        ALTER TABLE sightings ADD COLUMN title_before TEXT;
        ALTER TABLE articles ADD COLUMN retitled INTEGER;
        CREATE INDEX articles_changed ON articles (\(ArticleSelect.changedKey), num)
            WHERE superseded_by IS NULL AND \(ArticleSelect.isChanged);
        """

    /// Version 11: what belongs to one article is found from the article's side too. Without these each look at an article's
    /// tags, hashes or originals walked along those of all.
    private static let eleventh = """
        CREATE INDEX tags_chain ON tags (chain);
        CREATE INDEX hashes_article ON hashes (article);
        CREATE INDEX originals_article ON originals (article);
        CREATE INDEX near_other ON near (other);
        CREATE INDEX proofs_path ON proofs (path);
        """

    /// How the catalogue's connections are opened.
    ///
    /// synchronous is NORMAL, GRDB's own choice in WAL mode: a power cut may take the last transactions back, but
    /// never breaks the database. That is safe here because the files are the truth and are synced before:
    /// the start-up scan takes files and sightings without rows into the catalogue.
    ///
    /// SQLite before 3.51.3 can corrupt a database when one connection resets the WAL while another one checkpoints.
    /// So one connection alone writes and checkpoints: the pool's readers are opened read-only, and read-only
    /// connections never checkpoint, not even when they close.
    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "catalogue"
        // Four for those who ask, the others for the daemon's own parts.
        configuration.maximumReaderCount = 7
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in
            if db.configuration.readonly {
                try db.execute(sql: "PRAGMA query_only = 1")
            } else {
                try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
                try db.execute(sql: "PRAGMA cache_size = -16000")
            }
        }
        return configuration
    }

    /// Makes the tables in a new catalogue, and what an earlier version lacks. Throws `catalogueTooNew` for one of a later
    /// version, `catalogueCorrupt` for one that lacks tables it should have.
    static func prepare(_ writer: some DatabaseWriter) throws {
        try VersionedMigrations(
            steps: [
                first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh,
            ],
            tooNew: StorageError.catalogueTooNew
        ).migrate(writer)
        let lacking = try writer.read { db in
            try tables.filter { try !db.tableExists($0) }
        }
        if let table = lacking.first {
            throw StorageError.catalogueCorrupt("it has no table \(table)")
        }
        try WaitingSamples.open(writer)
    }

    private static let tables = [
        "articles", "hashes", "originals", "keys", "tags", "sightings", "near", "samples",
        "replayed",
        "search", "counts", "refused", "fresh", "proofs", "proof_end",
        "days",
    ]
}
