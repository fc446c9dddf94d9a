import BriefModel
import FoundationEssentials
import Storage
import Testing

/// `backup` of a store that is in use, and `restore`.
@Suite struct RestoreTests {
    private let fixture: StoreFixture
    private let root: String

    init() throws {
        fixture = try StoreFixture()
        root = fixture.path + "-copies"
    }

    /// A store with three articles, and feeds' state beside it; backed up while it is open.
    private func backUp() throws -> (ArticleStore, BackupReport) {
        let store = try fixture.open()
        _ = try store.file((1...3).map { StoreFixture.filing(StoreFixture.words($0)) })
        let state = root + "/state"
        try FileManager.default.createDirectory(
            atPath: state, withIntermediateDirectories: true)
        _ = try FeedStateStore(path: state + "/feeds.sqlite")
        let opml = Data("<opml/>".utf8)
        #expect(
            FileManager.default.createFile(atPath: state + "/subscriptions.opml", contents: opml))
        let report = try ArticleStore.backup(
            storeAt: fixture.path, to: root + "/backup", state: state)
        return (store, report)
    }

    @Test func `brings back what was backed up while the store was in use`() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        let (store, _) = try backUp()
        _ = try ArticleStore.restore(
            from: root + "/backup", to: root + "/new", state: root + "/newstate")
        let copy = try ArticleStore(at: root + "/new", identify: StoreFixture.rules)
        #expect(try copy.verify().isSound)
        #expect(
            try copy.catalogue.articles(ArticleQuery()) == store.catalogue.articles(ArticleQuery()))
        #expect(try copy.file(StoreFixture.filing(StoreFixture.words(1))).isSighting)
        #expect(try !FeedStateStore(path: root + "/newstate/feeds.sqlite").isNew)
        let opml = FileManager.default.contents(atPath: root + "/newstate/subscriptions.opml")
        #expect(opml == Data("<opml/>".utf8))
    }

    @Test func `keeps what was forgotten for good, and what hooks are still to be told`() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        let state = root + "/state"
        try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
        let filing = StoreFixture.filing(StoreFixture.words(1))
        let store = try fixture.open()
        let first = try store.file(filing)
        _ = try store.forget(first.id, isForGood: true)
        let box = try HookOutbox(path: state + "/" + HookOutbox.name)
        try box.adopt([("desk", "command")], position: "0", now: Date())
        _ = try ArticleStore.backup(
            storeAt: fixture.path, to: root + "/backup", state: state)
        _ = try ArticleStore.restore(
            from: root + "/backup", to: root + "/new", state: root + "/newstate")
        let copy = try ArticleStore(at: root + "/new", identify: StoreFixture.rules)
        #expect(try copy.file(filing) == .unchanged(id: first.id))
        #expect(try copy.recall(first.id) == [first.id])
        #expect(try copy.catalogue.counts().total == 1)
        let restored = try HookOutbox(path: root + "/newstate/" + HookOutbox.name)
        #expect(try restored.standings().map(\.name) == ["desk"])
    }

    @Test func `overwrites nothing`() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        let (store, _) = try backUp()
        let backup = root + "/backup"
        #expect(throws: StorageError.self) {
            try ArticleStore.restore(from: backup, to: fixture.path, state: root + "/s")
        }
        #expect(throws: StorageError.restoreNotEmpty(root + "/state/feeds.sqlite")) {
            try ArticleStore.restore(from: backup, to: root + "/new", state: root + "/state")
        }
        #expect(try fixture.files("articles").count == 3)
        #expect(try store.verify().isSound)
    }

    @Test func `refuses a folder that is no backup`() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        #expect(throws: StorageError.noBackup(root)) {
            try ArticleStore.restore(from: root, to: root + "/new", state: root + "/s")
        }
    }

    @Test func `says that there is no such folder`() throws {
        let fixture = try StoreFixture()
        #expect(throws: StorageError.noBackupFolder("/nope")) {
            try ArticleStore.restore(
                from: "/nope", to: fixture.path, state: fixture.path + "-state")
        }
    }
}

extension FilingOutcome {
    fileprivate var isSighting: Bool {
        if case .sighting = self { true } else { false }
    }
}
