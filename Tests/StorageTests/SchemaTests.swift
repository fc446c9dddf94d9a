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

    /// Takes out what version 2 brought.
    private func makeFirstVersion() throws {
        let added = ["articles_low", "articles_partial", "counts"]
        try DatabaseQueue(path: fixture.path + "/catalogue.sqlite").write { db in
            for row in try Row.fetchAll(db, sql: "SELECT type, name FROM sqlite_schema") {
                let (type, name): (String, String) = (row[0], row[1])
                guard type == "trigger" || added.contains(name) else { continue }
                try db.execute(sql: "DROP \(type) \(name)")
            }
            try db.execute(sql: "PRAGMA user_version = 1")
        }
    }

    @Test func `goes on counting in a catalogue of the first version`() throws {
        let before = try fill()
        #expect(before.total == 2 && before.superseded == 1 && before.partial == 1)
        #expect(before.sightings == 1)
        try makeFirstVersion()
        let store = try fixture.open()
        #expect(try store.catalogue.counts() == before)
        _ = try store.file(StoreFixture.filing(StoreFixture.words(4)))
        #expect(try store.catalogue.counts().total == 3)
    }

    @Test func `counts the same after the catalogue was made anew`() throws {
        let before = try fill()
        _ = try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.identity)
        #expect(try fixture.open().catalogue.counts() == before)
    }
}
