import BriefModel
import Foundation
import Storage
import Testing

@testable import BriefDaemon

@Suite struct StoreWriterTests {
    private static func filing(_ number: Int) -> Filing {
        let text = "harbour " + (0..<60).map { "w\(number)x\($0)" }.joined(separator: " ")
        return Filing(
            article: Article(
                title: "Article \(number)", text: text, markdown: text, wordCount: 61, quality: 0.9,
                extractor: "briefd/1"),
            identity: Identity(
                contentHash: "sha256:" + String(format: "%064x", number), hashVersion: 1,
                shingles: Shingles()),
            origin: Origin(source: "spool:\(number).txt"), original: Array(text.utf8),
            originalType: "text/plain", arrival: Date(timeIntervalSince1970: 1_790_000_000))
    }

    @Test func `enters texts into the search once nobody files any more`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "writer-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try ArticleStore(
            at: folder.path,
            identify: IdentityRules(
                identify: { _ in
                    Identity(contentHash: nil, hashVersion: 1, shingles: Shingles())
                }, compare: { _, _ in TextComparison() }))
        // Too many for one batch to enter them itself.
        _ = try store.file((1...40).map(Self.filing))
        let writer = StoreWriter(store: store, rest: 0.01, report: { _ in })
        _ = try await writer.file(Self.filing(41))
        let reader = try StoreReader(at: folder.path).catalogue
        var found = 0
        for _ in 0..<6_000 where found < 41 {
            found = try reader.articles(ArticleQuery(words: "harbour")).total
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(found == 41)
        withExtendedLifetime(writer) {}
    }
}
