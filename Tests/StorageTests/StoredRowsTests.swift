import BriefModel
import Foundation
import GRDB
import Storage
import Synchronization
import Testing

/// feeds.sqlite as it is found, not as it should be.
@Suite final class StoredRowsTests: Sendable {
    private let folder: URL
    private let now = Date(timeIntervalSince1970: 1_800_000_000)
    private let mill = FeedState.id(of: "https://mill.example/feed.xml")
    private let ferry = FeedState.id(of: "https://ferry.example/rss")
    private let told = Mutex<[SetAsideRow]>([])

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "rows-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var path: String { folder.path + "/feeds.sqlite" }
    private var setAside: [SetAsideRow] { told.withLock { $0 } }

    private func open() throws -> FeedStateStore {
        try FeedStateStore(path: path) { [self] row in told.withLock { $0.append(row) } }
    }

    /// Lays a fixture out; `isLoose` without its NOT NULL, as a table that somebody made anew.
    private func lay(_ name: String, isLoose: Bool = false, _ change: String = "") throws {
        let url = Bundle.module.resourceURL?.appendingPathComponent("Fixtures/\(name).sql")
        var sql = try String(contentsOf: try #require(url), encoding: .utf8)
        if isLoose { sql = sql.replacing(/(TEXT|REAL|INTEGER) NOT NULL/) { $0.1 } }
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try db.execute(sql: sql)
            try db.execute(sql: change)
        }
        try queue.close()
    }

    private func rows(_ sql: String) throws -> [String] {
        try DatabaseQueue(path: path).read { try String.fetchAll($0, sql: sql) }
    }

    @Test(arguments: ["feeds-0.1.0", "feeds-today"])
    func `goes on from the rows of an earlier version`(fixture: String) throws {
        try lay(fixture)
        let store = try open()
        #expect(!store.isNew && store.damaged == nil)
        let feeds = try store.feeds()
        #expect(feeds.undated.isEmpty && feeds.states.count == 2)
        let first = try #require(feeds.states[mill])
        #expect(first.etag == "W/\"mill-7\"" && first.hints.ttlMinutes == 90)
        #expect(first.history.polls == 40 && first.passedKinds == ["guid"])
        #expect(first.nextDue == now + 3600 && first.condition == .ok)
        let second = try #require(feeds.states[ferry])
        #expect(second.condition == .paused && second.isMoved == true && second.errorsInRow == 2)
        let known = try store.entries(of: mill, keys: ["k1", "k2"], aliases: ["alias1"])
        #expect(known.byKey["k1"]?.article == "0123456789abcdef" && known.byKey.count == 2)
        #expect(known.byAlias["alias1"]?.key == "k1")
        let pages = try store.pages(of: mill, due: now, limit: 9)
        #expect(pages.map(\.key) == ["w1", "w2"] && pages.map(\.isFiled) == [false, true])
        #expect(pages.first?.entry.enclosures.first?.type == "audio/mpeg")
        #expect(pages.first?.seen == now - 3600)
        #expect(try store.unseenPages(of: mill, limit: 9).map(\.key) == ["w1"])
        #expect(try store.holds(now: now) == ["ferry.example:443": now + 600])
        #expect(try store.strictHosts(now: now).map(\.host) == ["ferry.example"])
        #expect(try store.watchedRecords(in: "/srv/drop").count == 1)
        if fixture == "feeds-today" {
            #expect(first.pageTrouble?.misses == 1 && second.failingSince == now - 1200)
            #expect(pages.first?.post?.isStated == true && pages.first?.alike == ["x"])
            #expect(try store.doubtedPages(of: mill, hashes: ["body1"]).map(\.page.key) == ["d1"])
        }
        // What is written now is read again as it is.
        try store.save(Array(feeds.states.values))
        try store.wait(for: pages, of: mill)
        let again = try open()
        #expect(try again.feeds() == feeds)
        #expect(try again.pages(of: mill, due: now, limit: 9) == pages)
        #expect(setAside.isEmpty)
    }

    @Test(
        arguments: [
            // What is missing has a default, what is not known is passed over.
            ("json_remove(state, '$.history', '$.passedKinds')", nil, true),
            ("json_set(state, '$.mood', json('{\"of\": [1]}'))", nil, true),
            ("json_set(state, '$.title', replace(hex(zeroblob(2000000)), '0', 'm'))", nil, true),
            ("json_set(state, '$.etag', NULL)", nil, true),
            // What is wrong is told, and the rest stays in force.
            ("json_set(state, '$.errorsInRow', 'many')", "errorsInRow", true),
            ("json_set(state, '$.condition', 'dreaming')", "condition", true),
            ("json_set(state, '$.intervalSeconds', 1e300)", "intervalSeconds", true),
            ("json_set(state, '$.errorsInRow', 9223372036854775807)", "errorsInRow", true),
            ("json_set(state, '$.hints.skipHours', 'at night')", "skipHours", true),
            ("json_set(state, '$.lastPoll', 1e15)", "lastPoll", true),
            ("json_set(state, '$.history', json('[]'))", "history", true),
            ("json_set(state, '$.reason', NULL)", "reason", true),
            // Nobody knows any more when it is due.
            ("json_set(state, '$.nextDue', 'soon')", "nextDue", false),
            ("substr(state, 1, 60)", "JSON", false),
            ("''", "JSON", false),
            ("'null'", "JSON", false),
            ("'[1, 2]'", "JSON", false),
            ("NULL", "no text", false),
            ("X'00FF00'", "no text", false),
            ("17.5", "JSON", false),
        ] as [(String, String?, Bool)])
    func `sets a feed's row aside, keeps what can be read, and stops nobody`(
        state: String, fault: String?, isDated: Bool
    ) throws {
        try lay(
            "feeds-today", isLoose: true, "UPDATE feeds SET state = \(state) WHERE id = '\(mill)'")
        let feeds = try open().feeds()
        #expect(feeds.states.count == 2 && feeds.states[ferry]?.condition == .paused)
        let feed = try #require(feeds.states[mill])
        #expect(feed.url == "https://mill.example/feed.xml" && feed.id == mill)
        #expect(feeds.undated == (isDated ? [] : [mill]))
        if isDated { #expect(feed.lastModified == "Tue, 12 Jan 2027 10:00:00 GMT") }
        guard let fault else {
            #expect(setAside.isEmpty)
            return
        }
        #expect(setAside.count == 1 && setAside.first?.subject == feed.url)
        #expect(setAside.first?.why.contains(fault) == true, "\(setAside)")
        #expect(setAside.first?.isKeptInPart == isDated)
        // It is told once, and the row is there as it was.
        #expect(try open().feeds().states == feeds.states && setAside.count == 1)
        let kept = try rows("SELECT row FROM set_aside")
        #expect(kept.count == 1)
        try DatabaseQueue(path: path).write { db in
            try db.execute(sql: "DELETE FROM feeds WHERE id = ?", arguments: [mill])
            try db.execute(sql: try #require(kept.first))
        }
        _ = try open().feeds()
        #expect(setAside.count == 2 && setAside.first == setAside.last)
    }

    @Test func `a row that names no feed goes, and the others stay`() throws {
        try lay(
            "feeds-today", isLoose: true,
            "UPDATE feeds SET id = X'01', state = 'x' WHERE id = '\(mill)'")
        #expect(try Array(open().feeds().states.keys) == [ferry])
        #expect(setAside.count == 1)
        #expect(try rows("SELECT url FROM feeds").count == 1)
    }

    @Test(
        arguments: [
            ("page = json_set(page, '$.future', 1)", nil, 2),
            ("page = json_remove(page, '$.attempts', '$.feedAuthors')", nil, 2),
            ("page = json_set(page, '$.entry.title', 7)", "title", 2),
            ("page = json_set(page, '$.attempts', -4)", "attempts", 2),
            (
                "page = json_set(page, '$.entry.enclosures', json('[{\"type\": \"a/b\"}]'))", "url",
                2
            ),
            ("page = json_remove(page, '$.entry')", "entry", 1),
            ("page = json_set(page, '$.entry', 'gone')", "entry", 1),
            ("page = substr(page, 1, 99)", "JSON", 1),
            ("page = NULL", "no text", 1),
            ("page = X'80'", "no text", 1),
            ("next_try = 'soon'", "kind", 1),
            ("next_try = 1e300", "kind", 1),
            ("key = X'80'", "kind", 1),
        ] as [(String, String?, Int)])
    func `a waiting page that cannot be read holds up no other, and its feed is read as a whole`(
        change: String, fault: String?, left: Int
    ) throws {
        try lay(
            "feeds-today", isLoose: true,
            "UPDATE waiting SET \(change) WHERE key = 'w1';"
                + "INSERT INTO entries VALUES ('\(mill)', 'w1', NULL, 'sent-w1', NULL, 1, 1)")
        let store = try open()
        #expect(try store.waitingHashes(of: mill).count >= left)
        #expect(try store.filedKeys(of: mill, among: ["w1", "w2"]) == ["w2"])
        #expect(try store.waitingSummary(of: mill)?.count ?? 0 >= left)
        let pages = try store.pages(of: mill, due: now, limit: 9)
        #expect(pages.count == left && pages.contains { $0.key == "w2" })
        #expect(try store.unseenPages(of: mill, limit: 9).isEmpty)
        #expect(setAside.map { $0.why.contains(fault ?? "") } == (fault == nil ? [] : [true]))
        let isRowNamed = !change.hasPrefix("key")
        #expect(try store.isWanted(mill) == (fault != nil && isRowNamed))
        #expect(try store.isWanted(ferry) == false)
        guard fault != nil, isRowNamed else { return }
        // An entry that was filed counts as changed, so that its page is waited for again.
        #expect(try store.entries(of: mill, keys: ["w1"]).byKey["w1"]?.sentHash == "")
        #expect(try store.waitingHashes(of: mill)["w1"] == (left == 2 ? "" : nil))
        try store.noteRead(mill)
        #expect(try store.isWanted(mill) == false)
        #expect(try open().pages(of: mill, due: now, limit: 9).count == left)
        #expect(setAside.count == 1)
    }

    @Test(
        arguments: [
            ("entries", "sent = X'01'", "sent"), ("entries", "first_seen = 'never'", "first_seen"),
            ("entries", "last_seen = NULL", "last_seen"),
            ("entries", "last_seen = 1e99", "last_seen"),
        ])
    func `an entry's row is mended, so that the entry is known still`(
        table: String, change: String, fault: String
    ) throws {
        try lay("feeds-today", isLoose: true, "UPDATE \(table) SET \(change) WHERE key = 'k1'")
        let store = try open()
        let known = try store.entries(of: mill, keys: ["k1", "k2"], aliases: ["alias1"])
        #expect(known.byKey.count == 2 && known.byKey["k1"]?.article == "0123456789abcdef")
        #expect(setAside.count == 1 && setAside.first?.why.contains(fault) == true)
        #expect(setAside.first?.isKeptInPart == true)
        _ = try store.entries(of: mill, keys: ["k1"], aliases: ["alias1"])
        #expect(setAside.count == 1)
    }

    @Test(
        arguments: [
            ("holds", "until = 'never'"), ("holds", "until = NULL"), ("holds", "host = X'02'"),
            ("strict", "until = 1e300"), ("strict", "subdomains = 'all'"),
            ("doubts", "page = '{'"), ("doubts", "body = NULL"), ("watched", "path = X'03'"),
        ])
    func `other rows are set aside, and nothing else with them`(
        table: String, change: String
    ) throws {
        try lay("feeds-today", isLoose: true, "UPDATE \(table) SET \(change)")
        let store = try open()
        #expect(try store.holds(now: now).count == (table == "holds" ? 0 : 1))
        #expect(try store.strictHosts(now: now).count == (table == "strict" ? 0 : 1))
        #expect(try store.doubtedPages(of: mill, hashes: ["body1"]).isEmpty == (table == "doubts"))
        #expect(try store.watchedRecords(in: "/srv/drop").isEmpty == (table == "watched"))
        #expect(try store.feeds().states.count == 2)
        #expect(setAside.map(\.table) == [table])
        #expect(try rows("SELECT place FROM set_aside") == [table])
    }

    @Test(
        arguments: [
            "DROP TABLE doubts", "DROP TABLE holds", "DROP INDEX waiting_next",
            "DROP INDEX entries_alias; ALTER TABLE entries DROP COLUMN alias",
            "ALTER TABLE entries DROP COLUMN article", "ALTER TABLE feeds DROP COLUMN state",
            "ALTER TABLE strict DROP COLUMN subdomains",
            "DROP TABLE pages; CREATE TABLE pages (feed TEXT, seen REAL)",
            "ALTER TABLE entries ADD COLUMN mood TEXT; ALTER TABLE waiting ADD COLUMN weight REAL",
        ])
    func `goes on with tables that lack something, or have more`(change: String) throws {
        try lay("feeds-today", change)
        let store = try open()
        #expect(try store.feeds().states.count == 2)
        let entry = KnownEntry(key: "n", alias: "m", sentHash: "s", firstSeen: now, lastSeen: now)
        try store.remember([entry], of: mill)
        #expect(try store.entries(of: mill, keys: ["n", "k1"], aliases: ["m"]).byAlias.count == 1)
        try store.hold("a:1", until: now + 9)
        try store.notePages([("n", "b")], of: mill, now: now)
        #expect(try store.pageKeys(of: mill, hashes: ["b"]) == ["b": ["n"]])
        #expect(try store.pages(of: mill, due: now, limit: 9).count == 2)
        let isHarmless = change.hasPrefix("DROP INDEX waiting") || change.contains("ADD COLUMN")
        #expect(setAside.isEmpty == isHarmless, "\(setAside)")
        let before = setAside.count
        _ = try open().feeds()
        #expect(setAside.count == before)
    }

    @Test(arguments: ["no database at all, but words", ""])
    func `sets a damaged file aside, and goes on without it`(text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
        let store = try open()
        #expect(store.isNew)
        #expect((store.damaged == nil) == text.isEmpty)
        if let damaged = store.damaged {
            let kept = folder.path + "/" + damaged.name
            #expect(try String(contentsOfFile: kept, encoding: .utf8) == text)
        }
        try store.save(FeedState(url: "https://mill.example/feed.xml", nextDue: now))
        #expect(try open().feeds().states.count == 1)
    }

    @Test func `leaves the file of a later version alone, and says whose it is`() throws {
        try lay("feeds-today", "PRAGMA user_version = 99")
        #expect(throws: StorageError.feedStateTooNew(version: 99)) { _ = try open() }
        #expect(!StorageError.feedStateTooNew(version: 99).description.contains("rebuild"))
    }
}
