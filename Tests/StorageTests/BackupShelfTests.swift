import Foundation
import GRDB
import Storage
import Testing

/// Backups that share what did not change, and one article out of them.
@Suite final class BackupShelfTests {
    private let fixture: StoreFixture
    private let root: String
    private var shelf: String { root + "/shelf" }

    init() throws {
        fixture = try StoreFixture()
        root = fixture.path + "-shelf"
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    private func fill(_ numbers: ClosedRange<Int> = 1...3) throws -> ArticleStore {
        let store = try fixture.open()
        _ = try store.file(numbers.map { StoreFixture.filing(StoreFixture.words($0)) })
        return store
    }

    private func backUp(_ minute: Int, keep: Int? = nil) throws -> BackupReport {
        try ArticleStore.backup(
            storeAt: fixture.path, onto: shelf, state: nil, keep: keep,
            now: Date(timeIntervalSince1970: 1_790_000_000 + Double(minute) * 60))
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: shelf).filter { !$0.hasPrefix(".") }
            .sorted()
    }

    private func inode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    }

    @Test func `copies only what is new, and shares the rest`() throws {
        let store = try fill()
        let article = try fixture.files("articles")[0]
        let first = try backUp(0)
        #expect(first.files == 6 && first.linked == 0 && first.bytes > 0)
        let nothingNew = try backUp(1)
        #expect(nothingNew.files == 0 && nothingNew.linked == 6)
        _ = try store.file((4...5).map { StoreFixture.filing(StoreFixture.words($0)) })
        _ = try store.file(StoreFixture.filing(StoreFixture.words(1), source: "spool:b"))
        let third = try backUp(2)
        // Two articles with their originals, and the month's sightings, which are appended to and never shared.
        #expect(third.files == 5 && third.linked == 6, "\(third)")
        let inodes = try names().map { try inode("\(shelf)/\($0)/store/\(article)") }
        #expect(Set(inodes).count == 1 && inodes.count == 3)
        #expect(try inode(fixture.path + "/" + article) != inodes[0])
        for name in try names() {
            let copy = try ArticleStore(
                at: "\(shelf)/\(name)/store", identify: StoreFixture.rules)
            #expect(try copy.verify().isSound)
        }
    }

    @Test func `a file that changed is copied anew, and the earlier backup keeps its own`() throws {
        let store = try fill()
        _ = try backUp(0)
        let article = try fixture.files("articles")[0]
        let before = try fixture.text(article)
        try fixture.edit(article) { $0 + "\nMore.\n" }
        #expect(try backUp(1).files == 1)
        let texts = try names().map {
            try String(contentsOfFile: "\(shelf)/\($0)/store/\(article)", encoding: .utf8)
        }
        #expect(texts == [before, before + "\nMore.\n"])
        _ = store
    }

    @Test func `a backup used as a store leaves the others as they were`() throws {
        let store = try fill()
        _ = try store.file(StoreFixture.filing(StoreFixture.words(1), source: "spool:b"))
        _ = try backUp(0)
        _ = try backUp(1)
        do {
            let used = try ArticleStore(
                at: "\(shelf)/\(try names()[0])/store", identify: StoreFixture.rules)
            _ = try used.file(StoreFixture.filing(StoreFixture.words(2), source: "spool:c"))
            _ = try used.file(StoreFixture.filing(StoreFixture.words(9)))
            _ = try used.forget(
                try #require(try used.catalogue.articles(ArticleQuery()).items.last).id,
                isForGood: true)
        }
        let other = try ArticleStore(
            at: "\(shelf)/\(try names()[1])/store", identify: StoreFixture.rules)
        #expect(try other.verify().isSound)
        #expect(try other.catalogue.counts().total == 3)
        #expect(try other.catalogue.counts().sightings == 1)
    }

    @Test func `keeps the latest, and those are whole when older ones are gone`() throws {
        let store = try fill()
        for minute in 0...3 { _ = try backUp(minute) }
        let report = try backUp(4, keep: 2)
        #expect(report.removed == 3 && report.linked == 6)
        let left = try names()
        #expect(left.count == 2 && report.path == shelf + "/" + left[1])
        for name in left {
            let copy = try ArticleStore(
                at: "\(shelf)/\(name)/store", identify: StoreFixture.rules)
            #expect(try copy.verify().isSound)
        }
        #expect(try backUp(4).path.hasSuffix("Z-2"))
        _ = store
    }

    @Test func `clears away what broke off, and never takes it for a backup`() throws {
        let store = try fill()
        _ = try backUp(0)
        let broken = shelf + "/.unfinished-2030-01-01T000000Z/store/articles"
        try FileManager.default.createDirectory(
            atPath: broken, withIntermediateDirectories: true)
        // One without a catalogue is none either, whatever its name.
        let torn = shelf + "/2030-01-01T000000Z"
        try FileManager.default.createDirectory(
            atPath: torn + "/store/articles", withIntermediateDirectories: true)
        let next = try backUp(1)
        #expect(next.linked == 6)
        #expect(!FileManager.default.fileExists(atPath: shelf + "/.unfinished-2030-01-01T000000Z"))
        #expect(throws: StorageError.noBackup(torn)) {
            try ArticleStore.restore(from: torn, to: root + "/a", state: root + "/b")
        }
        _ = try ArticleStore.restore(from: shelf, to: root + "/new", state: root + "/state")
        let copy = try ArticleStore(at: root + "/new", identify: StoreFixture.rules)
        #expect(try copy.verify().isSound && copy.catalogue.counts().total == 3)
        // What was put back is known again, file by file.
        #expect(
            try ArticleStore.backup(
                storeAt: root + "/new", onto: shelf, state: nil, keep: nil, now: Date()
            ).linked == 6)
        _ = store
    }

    @Test func `refuses a folder of other things, the store itself, and a second writer`() throws {
        let store = try fill()
        let home = root + "/home"
        try FileManager.default.createDirectory(
            atPath: home + "/letters", withIntermediateDirectories: true)
        #expect(throws: StorageError.noBackups(home)) {
            try ArticleStore.backup(
                storeAt: fixture.path, onto: home, state: nil, keep: 1, now: Date())
        }
        let within = fixture.path + "/backups"
        #expect(throws: StorageError.backupInStore(within, store: fixture.path)) {
            try ArticleStore.backup(
                storeAt: fixture.path, onto: within, state: nil, keep: nil, now: Date())
        }
        #expect(!FileManager.default.fileExists(atPath: within))
        // The root of an empty disk is nobody's home.
        try FileManager.default.createDirectory(
            atPath: shelf + "/lost+found", withIntermediateDirectories: true)
        #expect(try backUp(0).files == 6)
        _ = store
    }

    /// An article of a backup, by its place in the list of files.
    private func ids(_ store: ArticleStore) throws -> [String: String] {
        let items = try store.catalogue.articles(ArticleQuery()).items
        return Dictionary(uniqueKeysWithValues: items.map { ($0.path, $0.id) })
    }

    @Test func `brings one article back, with its original`() throws {
        let article: String
        let id: String
        do {
            let store = try fill()
            _ = try backUp(0)
            article = try fixture.files("articles")[1]
            id = try #require(try ids(store)[article])
        }
        let original = try fixture.files("originals")
        for path in original + [article] {
            try FileManager.default.removeItem(atPath: fixture.path + "/" + path)
        }
        let report = try ArticleStore.restore(
            String(id.prefix(12)), from: shelf, to: fixture.path)
        #expect(report.id == id && report.path == article && report.aside == nil)
        #expect(report.restored.count == 2)
        let store = try fixture.open()
        #expect(store.missing.count == 0)
        #expect(
            try store.verify().findings.map(\.path)
                == original.filter { !report.restored.contains($0) })
        #expect(throws: StorageError.locked(path: fixture.path + "/.lock", holder: getpid())) {
            try ArticleStore.restore(id, from: shelf, to: fixture.path)
        }
    }

    @Test func `puts another text aside, and changes nothing that is whole`() throws {
        let article: String
        let id: String
        do {
            let store = try fill()
            _ = try backUp(0)
            article = try fixture.files("articles")[0]
            id = try #require(try ids(store)[article])
        }
        #expect(try ArticleStore.restore(id, from: shelf, to: fixture.path).restored == [])
        let before = try fixture.text(article)
        try fixture.decay(article)
        let report = try ArticleStore.restore(id, from: shelf, to: fixture.path)
        #expect(report.restored == [article])
        #expect(report.aside?.hasSuffix(".replaced.md") == true)
        #expect(try fixture.text(article) == before)
        let store = try fixture.open()
        #expect(try store.verify().isSound)
        #expect(throws: StorageError.notInBackup(id: "ffff-none", report.path)) {
            do {
                _ = try ArticleStore.restore("ffff-none", from: shelf, to: root + "/other")
            } catch StorageError.notInBackup(let id, _) {
                throw StorageError.notInBackup(id: id, report.path)
            }
        }
    }

    @Test func `brings back an article that the store does not know any more`() throws {
        let id: String
        do {
            let store = try fill()
            _ = try backUp(0)
            id = try #require(try store.catalogue.articles(ArticleQuery()).items.first).id
            _ = try store.forget(id, isForGood: true)
        }
        #expect(try ArticleStore.restore(id, from: shelf, to: fixture.path).restored.count >= 1)
        let store = try fixture.open()
        #expect(try store.catalogue.article(id).listing.id == id)
        #expect(try store.verify().isSound)
    }
}
