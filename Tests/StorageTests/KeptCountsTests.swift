import BriefModel
import Foundation
import GRDB
import Storage
import Testing

/// What the status and the dashboard say of all articles is kept, not counted: it costs the same however many they are.
@Suite struct KeptCountsTests {
    private let fixture: StoreFixture
    private static let day = 86_400.0

    init() throws { fixture = try StoreFixture() }

    private func filing(
        _ seed: Int, day: Int, quality: Double = 0.9, isPartial: Bool = false, key: String? = nil
    ) -> Filing {
        var filing = StoreFixture.filing(
            StoreFixture.words(seed), key: key, isPartial: isPartial)
        filing.article.quality = quality
        filing.arrival = Date(timeIntervalSince1970: Self.day * Double(20_000 + day))
        return filing
    }

    private func database() throws -> DatabaseQueue {
        try DatabaseQueue(path: fixture.path + "/catalogue.sqlite")
    }

    /// What is kept, and what a walk through all articles counts.
    private func expectTrue(_ what: String) throws {
        try database().read { db in
            let kept = try Row.fetchAll(db, sql: "SELECT day, filed FROM days WHERE filed <> 0")
            let counted = try Row.fetchAll(
                db,
                sql: """
                    SELECT filed / 86400 AS day, COUNT(*) AS filed FROM articles
                    WHERE superseded_by IS NULL GROUP BY 1 ORDER BY 1
                    """)
            #expect(kept == counted, "\(what)")
            for (name, condition) in [("low", "quality < 0.5"), ("partial", "partial <> 0")] {
                let value = try Int.fetchOne(
                    db, sql: "SELECT value FROM counts WHERE name = ?", arguments: [name])
                let all = try Int.fetchOne(
                    db,
                    sql: """
                        SELECT COUNT(*) FROM articles
                        WHERE superseded_by IS NULL AND \(condition)
                        """)
                #expect(value == all, "\(what): \(name)")
            }
        }
    }

    @Test func `stay true through all that happens to articles`() throws {
        do {
            let store = try fixture.open()
            for seed in 1...4 {
                _ = try store.file(
                    filing(
                        seed, day: seed / 2, quality: seed == 1 ? 0.2 : 0.9, isPartial: seed > 2,
                        key: "k\(seed)"))
            }
            try expectTrue("filed")
            // A revision on a later day, better than before.
            _ = try store.file(filing(11, day: 9, key: "k1"))
            _ = try store.file(filing(12, day: 9, quality: 0.1, key: "k3"))
            try expectTrue("revised")
            #expect(try store.catalogue.counts().lowQuality == 1)
            let ids = try store.catalogue.articles(ArticleQuery()).items.map(\.id)
            _ = try store.forget(ids[0], isForGood: false)
            try expectTrue("forgotten")
            _ = try store.recall(ids[0])
            try expectTrue("recalled")
            _ = try store.forget(ids[1], isForGood: true)
            try expectTrue("forgotten for good")
        }
        _ = try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.rules)
        try expectTrue("made anew")
        let store = try fixture.open()
        let days = try store.catalogue.filedByDay(since: Date(timeIntervalSince1970: 0))
        #expect(days.reduce(0) { $0 + $1.count } == (try store.catalogue.counts().total))
        #expect(days.allSatisfy { $0.count > 0 })
    }

    /// Were any of them counted, they would not say what stands here.
    @Test func `are what is read, whatever the articles are`() throws {
        let store = try fixture.open()
        _ = try store.file(filing(1, day: 3))
        try database().write { db in
            try db.execute(sql: "UPDATE days SET filed = 4711")
            try db.execute(sql: "UPDATE counts SET value = 815 WHERE name IN ('low', 'partial')")
            try db.execute(
                sql: "UPDATE counts SET value = 99 WHERE name IN ('current', 'sightings')")
        }
        let days = try store.catalogue.filedByDay(since: Date(timeIntervalSince1970: 0))
        #expect(days.map(\.count) == [4711])
        let counts = try store.catalogue.counts()
        #expect(counts.lowQuality == 815 && counts.partial == 815)
        #expect(counts.total == 99 && counts.sightings == 99)
        #expect(try store.catalogue.articles(ArticleQuery(limit: 8)).total == 99)
    }
}
