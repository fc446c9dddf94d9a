import Foundation
import GRDB
import Synchronization
import Testing

@testable import Storage

/// A store that was closed in order, and is opened without looking at each file.
@Suite struct QuickOpeningTests {
    private let fixture: StoreFixture

    init() throws {
        fixture = try StoreFixture()
        let store = try fixture.open()
        _ = try store.file((1...12).map { StoreFixture.filing(StoreFixture.words($0)) })
        try store.close()
    }

    private func open(from bytes: Int? = 0) throws -> ArticleStore {
        try ArticleStore(at: fixture.path, identify: StoreFixture.rules, quickFrom: bytes)
    }

    private func file(_ store: ArticleStore, _ seed: Int = 3) throws -> URL {
        let filed = try store.file(StoreFixture.filing(StoreFixture.words(seed), source: "spool:x"))
        return URL(filePath: fixture.path + "/" + (try store.catalogue.listing(filed.id).path))
    }

    private var note: URL { URL(filePath: fixture.path + "/.closed") }

    @Test func `leaves the look at each file for later, and finds nothing then`() throws {
        let store = try open()
        #expect(!store.isCompared && store.mended == MendReport())
        #expect(!FileManager.default.fileExists(atPath: note.path))
        #expect(try store.compare() == MendReport())
        #expect(store.isCompared)
    }

    @Test func `is for large stores alone`() throws {
        #expect(try open(from: 1 << 30).isCompared)
    }

    @Test func `is for those who ask for it`() throws {
        #expect(try open(from: nil).isCompared)
    }

    @Test func `comes again after the next close`() throws {
        let store = try open()
        _ = try store.file(StoreFixture.filing(StoreFixture.words(99)))
        try store.close()
        #expect(try !open().isCompared)
    }

    @Test func `does not come after a crash`() throws {
        do {
            let store = try open()
            _ = try store.file(StoreFixture.filing(StoreFixture.words(99)))
        }
        #expect(try open().isCompared)
    }

    @Test func `finds an edit by hand at the later look`() throws {
        var store = try open()
        let path = try file(store)
        try store.close()
        let text = try String(contentsOf: path, encoding: .utf8)
        let handle = try FileHandle(forWritingTo: path)
        try handle.write(contentsOf: Data((text + "\nAn analyst's word.\n").utf8))
        try handle.close()
        store = try open()
        #expect(!store.isCompared)
        #expect(try store.compare().edited.count == 1)
        #expect(try store.verify().findings.map(\.kind) == [.edited])
    }

    enum Change: CaseIterable {
        case fileAdded, fileGone, fileRenamed, folderAdded, fileReplaced, catalogueReplaced, rowGone
        case logLeft, noteTorn, noteOfAnotherVersion
    }

    @Test(arguments: Change.allCases)
    func `looks at each file where something changed meanwhile`(change: Change) throws {
        let store = try open()
        let path = try file(store)
        try store.close()
        let catalogue = URL(filePath: fixture.path + "/catalogue.sqlite")
        let copy = URL(filePath: fixture.path + "/copy")
        switch change {
        case .fileAdded:
            try FileManager.default.copyItem(
                at: path, to: path.deletingLastPathComponent().appending(path: "copy.md"))
        case .fileGone: try FileManager.default.removeItem(at: path)
        case .fileRenamed:
            try FileManager.default.moveItem(
                at: path, to: path.deletingLastPathComponent().appending(path: "other.md"))
        case .folderAdded:
            try FileManager.default.createDirectory(
                atPath: fixture.path + "/articles/2031", withIntermediateDirectories: false)
        case .fileReplaced: try Data(contentsOf: path).write(to: path, options: .atomic)
        case .catalogueReplaced:
            try FileManager.default.copyItem(at: catalogue, to: copy)
            try FileManager.default.removeItem(at: catalogue)
            try FileManager.default.moveItem(at: copy, to: catalogue)
        case .rowGone:
            try DatabaseQueue(path: catalogue.path).write {
                try $0.execute(sql: "DELETE FROM articles WHERE num = 1")
            }
        case .logLeft: try Data("x".utf8).write(to: URL(filePath: catalogue.path + "-wal"))
        case .noteTorn:
            try Data(contentsOf: note).prefix(30).write(to: note)
        case .noteOfAnotherVersion:
            var text = try String(contentsOf: note, encoding: .utf8)
            text.replace("briefd \(Schema.version)\n", with: "briefd 0\n")
            try Data(text.utf8).write(to: note)
        }
        #expect(try open().isCompared)
    }

    @Test func `does not come while something is to be said of the files`() throws {
        var store = try open()
        let path = try file(store)
        try FileManager.default.removeItem(at: path)
        try store.close()
        store = try open()
        try store.compare()
        #expect(store.missing.count == 1)
        try store.close()
        store = try open()
        #expect(store.isCompared && store.missing.count == 1)
    }

    @Test func `does not come after a question met damage`() throws {
        let store = try open()
        store.door.doubt()
        try store.close()
        #expect(try open().isCompared)
    }

    @Test func `tells of a damaged catalogue at the later look, and the next start makes it anew`()
        throws
    {
        try damageSamples()
        try CleanClose.note(in: StoreFiles(existing: fixture.path))
        var store = try open()
        #expect(!store.isCompared)
        #expect(throws: StorageError.self) { try store.compare() }
        try store.close()
        store = try open()
        #expect(store.mended.setAside != nil && store.mended.takenIn == 12)
    }

    @Test func `what is filed while the look goes on is no stranger`() throws {
        let store = try open()
        let comparison = try store.pool.read { db in
            // The reading sees the rows of now; the files are listed after another was filed.
            _ = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM articles")
            _ = try store.file(StoreFixture.filing(StoreFixture.words(50)))
            return try StoreComparison.between(db, store.files)
        }
        #expect(comparison.strangers.count == 1)
        let standing = try store.pool.write { try comparison.standing($0, store.files) }
        #expect(standing.isEmpty)
    }

    @Test func `is closed for whoever asks afterwards`() throws {
        let store = try open()
        try store.close()
        #expect(throws: StorageError.self) { try store.catalogue.counts() }
        #expect(throws: StorageError.self) {
            try store.file(StoreFixture.filing(StoreFixture.words(60)))
        }
        #expect(throws: StorageError.self) { try store.compare() }
        try store.close()
    }

    private static let endless =
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n"

    @Test func `close does not wait for a long question`() throws {
        let store = try open()
        let isAsked = DispatchSemaphore(value: 0)
        let answer = Mutex<Result<Int?, any Error>?>(nil)
        let isAnswered = DispatchSemaphore(value: 0)
        // A thread of its own: the few that tests share are not for waiting.
        Thread.detachNewThread {
            let result = Result {
                try store.door.storing {
                    try store.pool.read { db in
                        isAsked.signal()
                        return try Int.fetchOne(db, sql: Self.endless)
                    }
                }
            }
            answer.withLock { $0 = result }
            isAnswered.signal()
        }
        isAsked.wait()
        try store.close()
        isAnswered.wait()
        #expect(throws: StorageError.self) { try answer.withLock { try $0?.get() } }
        #expect(try !open().isCompared)
    }

    /// Spoils pages that no opening reads.
    private func damageSamples() throws {
        let path = fixture.path + "/catalogue.sqlite"
        let pages = try DatabaseQueue(path: path).read { db in
            try Int.fetchAll(
                db, sql: "SELECT rootpage FROM sqlite_schema WHERE name IN ('samples', 'originals')"
            )
        }
        var data = try Data(contentsOf: URL(filePath: path))
        for page in pages {
            let start = (page - 1) * 4096
            data.replaceSubrange(start..<start + 4096, with: [UInt8](repeating: 0x5A, count: 4096))
        }
        try data.write(to: URL(filePath: path))
    }
}
