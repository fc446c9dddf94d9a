import Foundation
import GRDB
import Testing

@testable import Storage

/// What is asked about one feed costs the same however many feeds and entries there are.
@Suite struct FeedStatePlanTests {
    @Test func `no question of a poll walks along a table`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "plans-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try FeedStateStore(path: folder.path + "/feeds.sqlite")
        let asked = AskedStatements()
        store.queue.inDatabase { asked.listen(to: $0) }
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        let entry = KnownEntry(key: "k", alias: "a", sentHash: "h", firstSeen: now, lastSeen: now)
        try store.remember([entry], of: "f")
        _ = try store.entries(of: "f", keys: ["k"], aliases: ["a"])
        try store.touch(["k"], of: "f", now: now)
        #expect(asked.count >= 6)
        #expect(try store.queue.inDatabase { try asked.walks(in: $0) } == "")
    }
}
