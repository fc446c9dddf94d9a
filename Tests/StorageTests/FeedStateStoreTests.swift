import BriefModel
import Foundation
import Storage
import Testing

@Suite final class FeedStateStoreTests {
    private let folder: URL
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "feeds-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var path: String { folder.path + "/feeds.sqlite" }

    private func known(_ key: String, alias: String? = nil, seen: Date) -> KnownEntry {
        KnownEntry(key: key, alias: alias, sentHash: "h" + key, firstSeen: seen, lastSeen: seen)
    }

    private func page(_ key: String) -> WaitingPage {
        WaitingPage(
            key: key, alias: nil, sentHash: "h", url: "http://x/" + key, entry: Entry(title: key),
            feedTitle: nil, feedAuthors: [], feedLanguage: nil, seen: now)
    }

    @Test func `keeps a feed's state as it is, over a restart`() throws {
        var feed = FeedState(url: "http://example.org/feed", nextDue: now)
        feed.etag = "W/\"\u{E9},  \u{FF}\""
        feed.hints = .init(ttlMinutes: 5, skipHours: [1])
        feed.condition = .gone
        let store = try FeedStateStore(path: path)
        #expect(store.isNew)
        try store.save(feed)
        let again = try FeedStateStore(path: path)
        #expect(!again.isNew)
        #expect(try again.feeds().states == [feed.id: feed])
        #expect(feed.id.count == 16)
    }

    @Test func `forgets holds that are over`() throws {
        let store = try FeedStateStore(path: path)
        try store.hold("a:80", until: now + 10)
        try store.hold("b:80", until: now - 10)
        #expect(try store.holds(now: now) == ["a:80": now + 10])
    }

    @Test func `finds entries by key and alias, within their feed`() throws {
        let store = try FeedStateStore(path: path)
        try store.remember([known("k1", alias: "a1", seen: now)], of: "f")
        let found = try store.entries(of: "f", keys: ["k1", "k2"], aliases: ["a1"])
        #expect(Array(found.byKey.keys) == ["k1"] && found.byAlias["a1"]?.key == "k1")
        #expect(try store.entries(of: "g", keys: ["k1"]).byKey.isEmpty)
    }

    @Test func `remembers entries long after they left their feed, not for ever`() throws {
        let store = try FeedStateStore(path: path)
        try store.remember([known("old", seen: now), known("kept", seen: now)], of: "f")
        try store.touch(["kept"], of: "f", now: now + 300 * 86_400)
        #expect(try store.entries(of: "f", keys: ["old"]).byKey.count == 1)
        try store.touch(["kept"], of: "f", now: now + 500 * 86_400)
        #expect(try store.entries(of: "f", keys: ["old"]).byKey.isEmpty)
        #expect(try store.entries(of: "f", keys: ["kept"]).byKey.count == 1)
    }

    @Test func `lets a page wait until its entry is filed`() throws {
        let store = try FeedStateStore(path: path)
        try store.wait(for: [page("a"), page("b")], of: "f")
        #expect(try store.pages(of: "f", due: now, limit: 10).map(\.key) == ["a", "b"])
        #expect(try store.pages(of: "f", due: now - 1, limit: 10).isEmpty)
        try store.remember([known("a", seen: now)], of: "f")
        try store.remember([known("b", seen: now)], of: "f", keepWaiting: true)
        #expect(try store.waitingSummary()["f"]?.count == 1)
        #expect(try store.waitingHashes(of: "f") == ["b": "h"])
        try store.stopWaiting("b", of: "f")
        #expect(try store.waitingSummary(of: "f") == nil)
    }

    @Test func `knows which entries' pages gave a body`() throws {
        let store = try FeedStateStore(path: path)
        try store.notePages([("a", "x"), ("b", "x"), ("c", "y")], of: "f", now: now)
        #expect(try store.pageKeys(of: "f", hashes: ["x", "z"]) == ["x": ["a", "b"]])
    }

    @Test func `knows which entries wait unseen, until they are filed without their page`() throws {
        let store = try FeedStateStore(path: path)
        try store.wait(for: [page("a"), page("b"), page("c")], of: "f")
        // One that was filed before and changed is no news.
        try store.remember([known("c", seen: now)], of: "f", keepWaiting: true)
        #expect(try store.unseenPages(of: "f", limit: 10).map(\.key) == ["a", "b"])
        try store.stopWaiting("b", of: "f")
        try store.rememberUnseen([known("a", seen: now), known("b", seen: now)], of: "f")
        #expect(try store.unseenPages(of: "f", limit: 10).isEmpty)
        #expect(try store.filedKeys(of: "f", among: ["a", "b", "c"]) == ["a"])
        #expect(try store.pages(of: "f", due: now, limit: 10).map(\.isFiled) == [true, false])
    }

    @Test func `finds the entries that a body was filed for in doubt`() throws {
        let store = try FeedStateStore(path: path)
        try store.notePages([("a", "x"), ("a", "bare:x"), ("b", "y")], of: "f", now: now)
        for key in ["a", "b"] {
            try store.doubt(DoubtedPage(page: page(key), body: "h" + key), of: "f", now: now)
        }
        let found = try store.doubtedPages(of: "f", hashes: ["x", "bare:x", "z"])
        #expect(found == [DoubtedPage(page: page("a"), body: "ha")])
        #expect(try store.doubtedPages(of: "g", hashes: ["x"]).isEmpty)
        try store.stopDoubting("a", of: "f")
        #expect(try store.doubtedPages(of: "f", hashes: ["x"]).isEmpty)
        try store.doubt(DoubtedPage(page: page("c"), body: "hc"), of: "f", now: now + 40 * 86_400)
        #expect(try store.doubtedPages(of: "f", hashes: ["y"]).isEmpty)
    }
}
