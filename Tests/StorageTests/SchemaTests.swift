import GRDB
import Storage
import Testing

@Suite struct SchemaTests {
    private let fixture: StoreFixture

    init() throws { fixture = try StoreFixture() }

    private func fill() throws -> StoreCounts {
        let store = try fixture.open()
        for filing in [
            StoreFixture.filing(StoreFixture.words(1), isPartial: true),
            StoreFixture.filing(StoreFixture.words(1)),
            StoreFixture.filing(StoreFixture.words(2), key: "k"),
            StoreFixture.filing(StoreFixture.words(3), key: "k"),
        ] {
            _ = try store.file(filing)
        }
        return try store.catalogue.counts()
    }

    /// Takes out what came after version 1 or 2, as briefd 0.1.0 left its catalogues: without a table of migrations.
    private func makeVersion(_ version: Int) throws {
        let added = version < 2 ? ["articles_low", "articles_partial", "counts"] : []
        let kept = ["articles_counted", "articles_discounted", "articles_recounted"]
        try DatabaseQueue(path: fixture.path + "/catalogue.sqlite").write { db in
            for row in try Row.fetchAll(db, sql: "SELECT type, name FROM sqlite_schema") {
                let (type, name): (String, String) = (row[0], row[1])
                guard
                    version < 2 && type == "trigger" || added.contains(name) || kept.contains(name)
                else { continue }
                try db.execute(sql: "DROP \(type) \(name)")
            }
            for view in ["articles_v1", "sightings_v1"] { try db.execute(sql: "DROP VIEW \(view)") }
            for index in [
                "watched", "sequence", "published", "search", "unfilled", "samples", "changed",
            ] {
                try db.execute(sql: "DROP INDEX articles_\(index)")
            }
            for index in ["tags_chain", "hashes_article", "originals_article", "near_other"] {
                try db.execute(sql: "DROP INDEX \(index)")
            }
            for column in [
                "edited", "size", "modified", "watched", "sequence", "published_time", "authors",
                "categories", "language", "excerpt", "word_count", "retitled",
            ] {
                try db.execute(sql: "ALTER TABLE articles DROP COLUMN \(column)")
            }
            for column in ["revision", "title", "title_before"] {
                try db.execute(sql: "ALTER TABLE sightings DROP COLUMN \(column)")
            }
            for column in ["kind", "share"] {
                try db.execute(sql: "ALTER TABLE near DROP COLUMN \(column)")
            }
            for table in ["refused", "fresh", "proofs", "proof_end", "days"] {
                try db.execute(sql: "DROP TABLE \(table)")
            }
            if version >= 2 {
                try db.execute(sql: "DELETE FROM counts WHERE name IN ('low', 'partial')")
            }
            try db.execute(sql: "DROP TABLE grdb_migrations")
            try db.execute(sql: "PRAGMA user_version = \(version)")
        }
    }

    @Test(arguments: [1, 2]) func `goes on in a catalogue of an earlier version`(version: Int)
        throws
    {
        let before = try fill()
        #expect(before.total == 2 && before.superseded == 1 && before.partial == 1)
        #expect(before.sightings == 1)
        try makeVersion(version)
        do {
            let store = try fixture.open()
            #expect(store.mended == MendReport())
            #expect(try store.catalogue.counts() == before)
            _ = try store.file(StoreFixture.filing(StoreFixture.words(4)))
            #expect(try store.catalogue.counts().total == 3)
        }
        #expect(try fixture.open().mended == MendReport())
    }

    @Test func `carries for lists what files of an earlier version say`() throws {
        var filing = StoreFixture.filing(StoreFixture.words(7))
        filing.article.authors = ["Ann \"A\" Miller", "Böö"]
        filing.article.language = "en"
        filing.article.excerpt = "How it begins."
        filing.article.categories = ["Trade"]
        do { _ = try fixture.open().file(filing) }
        _ = try fill()
        let before = try fixture.open().catalogue.articles(ArticleQuery(order: .following)).items
        try makeVersion(2)
        let store = try fixture.open()
        let after = try store.catalogue.articles(ArticleQuery(order: .following)).items
        // What stood in the catalogue alone is lost with it; files that state their place are not read for it.
        #expect(Set(after.map(\.id)) == Set(before.map(\.id)))
        let article = try #require(after.first { $0.language != nil })
        #expect(article.authors == ["Ann \"A\" Miller", "Böö"] && article.categories == ["Trade"])
        #expect(article.excerpt == "How it begins." && article.wordCount == 60)
        try DatabaseQueue(path: fixture.path + "/catalogue.sqlite").read { db in
            let sql = "SELECT COUNT(*) FROM articles_v1 WHERE word_count IS NULL"
            #expect(try Int.fetchOne(db, sql: sql) == 0)
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT json_extract(authors, '$[1]'), filed, language FROM articles_v1
                    WHERE language = 'en'
                    """)
            #expect(row?[0] == "Böö" && row?[1] == article.filed)
            #expect(try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sightings_v1") == 2)
        }
    }

    @Test func `counts the same after the catalogue was made anew`() throws {
        let before = try fill()
        _ = try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.rules)
        #expect(try fixture.open().catalogue.counts() == before)
    }
}
