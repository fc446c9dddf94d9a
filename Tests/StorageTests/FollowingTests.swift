import BriefModel
import Foundation
import Synchronization
import Testing

@testable import Storage

/// Lists for readers that follow: nothing is missed, nothing comes twice.
@Suite struct FollowingTests {
    private let fixture: StoreFixture

    init() throws { fixture = try StoreFixture() }

    private final class Shared<Value: Sendable>: Sendable {
        let value: Mutex<Value>
        init(_ value: Value) { self.value = Mutex(value) }
    }

    /// Reads on from a cursor to the end of the list.
    private static func read(
        _ store: ArticleStore, from cursor: inout String, limit: Int = 7
    ) throws -> [String] {
        var ids: [String] = []
        while true {
            let page = try store.catalogue.articles(
                ArticleQuery(order: .following, limit: limit, cursor: cursor))
            ids += page.items.map(\.id)
            cursor = try #require(page.position)
            if page.next == nil { return ids }
            #expect(page.next == cursor)
        }
    }

    private static func filing(_ number: Int, arrival: Double) -> Filing {
        var filing = StoreFixture.filing(StoreFixture.words(number))
        filing.arrival += arrival
        return filing
    }

    @Test func `whoever follows sees each article once, however late its arrival is committed`()
        async throws
    {
        let seen = Shared<[String]>([])
        var cursor = "0"
        for life in 0..<3 {
            let store = try fixture.open()
            let isDone = Shared(false)
            let start = cursor
            let end = try await withThrowingTaskGroup(of: String?.self) { group in
                for writer in 0..<3 {
                    group.addTask {
                        for number in 0..<40 {
                            // Arrivals run backwards, and several fall into one moment.
                            let unique = life * 1_000 + writer * 100 + number
                            let arrival = Double(100 - number / 3)
                            _ = try store.file(Self.filing(unique, arrival: arrival))
                        }
                        return nil
                    }
                }
                group.addTask {
                    var cursor = start
                    while !isDone.value.withLock({ $0 }) {
                        let ids = try Self.read(store, from: &cursor)
                        seen.value.withLock { $0 += ids }
                    }
                    return cursor
                }
                for _ in 0..<3 { _ = try await group.next() }
                isDone.value.withLock { $0 = true }
                return try await group.next() ?? nil
            }
            cursor = try #require(end)
            let rest = try Self.read(store, from: &cursor)
            seen.value.withLock { $0 += rest }
        }
        let all = seen.value.withLock { $0 }
        #expect(all.count == 360 && Set(all).count == 360)
    }

    @Test func `a rebuild shifts nothing, with the old catalogue or without`() throws {
        var cursor = "0"
        var ids: [String] = []
        do {
            let store = try fixture.open()
            _ = try store.file((0..<20).map { Self.filing($0, arrival: Double(-$0)) })
            ids += try Self.read(store, from: &cursor)
        }
        for round in 0..<3 {
            if round == 1 {
                try FileManager.default.removeItem(atPath: fixture.path + "/catalogue.sqlite")
            } else {
                _ = try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.rules)
            }
            let store = try fixture.open()
            #expect(try Self.read(store, from: &cursor) == [])
            _ = try store.file((0..<5).map { Self.filing(100 + round * 10 + $0, arrival: -500) })
            ids += try Self.read(store, from: &cursor, limit: 2)
        }
        #expect(ids.count == 35 && Set(ids).count == 35)
        var anew = "0"
        #expect(try Self.read(fixture.open(), from: &anew) == ids)
        #expect(anew == cursor)
    }

    @Test func `articles of an earlier version have one place, whenever it is looked for`() throws {
        do { _ = try fixture.open().file((0..<9).map { Self.filing($0, arrival: Double($0 / 3)) }) }
        for path in try fixture.files("articles") {
            let full = fixture.path + "/" + path
            let bytes = try #require(FileManager.default.contents(atPath: full))
            var file = try MarkdownFile.parse([UInt8](bytes), path: path)
            file.front.sequence = nil
            try Data(file.bytes).write(to: URL(filePath: full))
        }
        func order() throws -> [String] {
            var cursor = "0"
            return try Self.read(fixture.open(), from: &cursor)
        }
        try FileManager.default.removeItem(atPath: fixture.path + "/catalogue.sqlite")
        let first = try order()
        _ = try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.rules)
        #expect(try order() == first)
        #expect(Set(first).count == 9)
    }

    @Test func `what somebody lays into the store comes behind all that is there`() throws {
        var cursor = "0"
        do {
            let store = try fixture.open()
            _ = try store.file((0..<3).map { Self.filing($0, arrival: 0) })
            _ = try Self.read(store, from: &cursor)
        }
        func lay(_ name: String) throws {
            let text = "---\nfiled: 2001-01-01T00:00:00Z\n---\n\n# By hand\n\nWords of \(name).\n"
            let folder = fixture.path + "/articles/2021/10"
            try Data(text.utf8).write(to: URL(filePath: folder + "/\(name).md"))
        }
        try lay("one")
        #expect(try Self.read(fixture.open(), from: &cursor).count == 1)
        try lay("two")
        _ = try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.rules) { _ in
            throw StorageError.noWords(source: "nothing is lost here")
        }
        #expect(try Self.read(fixture.open(), from: &cursor).count == 1)
        _ = try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.rules)
        #expect(try Self.read(fixture.open(), from: &cursor).isEmpty)
    }

    @Test func `a revision comes as an article of its own, the superseded one no more`() throws {
        let store = try fixture.open()
        var cursor = "0"
        let first = try store.file(
            StoreFixture.filing(StoreFixture.words(1), key: "k", url: "https://example.org/a"))
        #expect(try Self.read(store, from: &cursor) == [first.id])
        let second = try store.file(
            StoreFixture.filing(StoreFixture.words(2), key: "k", url: "https://example.org/a"))
        #expect(try Self.read(store, from: &cursor) == [second.id])
        #expect(second.id != first.id)
        cursor = "0"
        #expect(try Self.read(store, from: &cursor) == [second.id])
    }

    @Test func `a list that does not follow says where to begin`() throws {
        let store = try fixture.open()
        #expect(try store.catalogue.articles(ArticleQuery()).position == "0")
        _ = try store.file(Self.filing(1, arrival: 0))
        var cursor = try #require(try store.catalogue.articles(ArticleQuery()).position)
        #expect(try Self.read(store, from: &cursor).isEmpty)
        _ = try store.file(Self.filing(2, arrival: -9))
        #expect(try Self.read(store, from: &cursor).count == 1)
        for text in ["c", "c1", "c1.zz", "1.2", "", "c1.2.3", "c99999999999999999.a"] {
            #expect(!ArticleQuery.isFollowing(text))
            #expect(throws: StorageError.badCursor(text)) {
                try store.catalogue.articles(ArticleQuery(order: .following, cursor: text))
            }
        }
    }

    @Test func `lists by date and by relevance have pages too, and contents where asked for`()
        throws
    {
        let store = try fixture.open()
        let days = [
            "2021-10-05", nil, "2024-02-29T10:00:00+02:00", "2021-10-05", "no date", "1999",
        ]
        for (number, day) in days.enumerated() {
            let words = StoreFixture.words(number) + String(repeating: " tide", count: number)
            _ = try store.file(StoreFixture.filing(words, title: "No \(number)", published: day))
        }
        func titles(_ order: ArticleQuery.Order, words: String? = nil) throws -> [String?] {
            var query = ArticleQuery(words: words, order: order, limit: 2)
            var titles: [String?] = []
            repeat {
                let page = try store.catalogue.articles(query)
                titles += page.items.map(\.title)
                query.cursor = page.next
            } while query.cursor != nil
            return titles
        }
        #expect(try titles(.published).prefix(3) == ["No 2", "No 3", "No 0"])
        #expect(Set(try titles(.published)).count == 6)
        #expect(try titles(.relevance, words: "tide") == (1...5).reversed().map { "No \($0)" })
        let page = try store.catalogue.articles(
            ArticleQuery(words: "w3x1", content: [.text, .markdown]))
        let item = try #require(page.items.first)
        #expect(item.text?.hasPrefix("w3x0 w3x1") == true)
        #expect(item.markdown?.hasPrefix("---\nid: ") == true)
        #expect(try store.catalogue.articles(ArticleQuery()).items.first?.text == nil)
    }
}
