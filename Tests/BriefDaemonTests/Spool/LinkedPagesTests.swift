import BriefModel
import FeedFetching
import Foundation
import Spooling
import Storage
import Synchronization
import Testing
import Workers

@testable import BriefDaemon

@Suite struct LinkedPagesTests {
    @Test func `takes 10,000 addresses of a list, and names each of the others`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "links-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try ArticleStore(
            at: folder.path,
            identify: IdentityRules(
                identify: { _ in
                    Identity(contentHash: nil, hashVersion: 1, shingles: Shingles())
                }, compare: { _, _ in TextComparison() }))
        let asked = Mutex(0)
        let pages = LinkedPages(
            filing: SpoolFiling(
                intake: Intake(
                    pool: WorkerPool(executable: "/bin/false", count: 1),
                    writer: StoreWriter(store: store, report: { _ in })),
                fetchPage: { url in
                    asked.withLock { $0 += 1 }
                    throw FeedFetchError.emptyBody(url: url)
                }))
        let lines = (1...10_007).map { "https://links.example/\($0)" } + ["ftp://links.example/f"]
        let document = DroppedDocument(
            bytes: Array(lines.joined(separator: "\n").utf8), name: "all.url", content: .link,
            tags: [], source: "spool:all.url", arrival: Date(timeIntervalSince1970: 1_790_000_000))
        let kept = Mutex(SpoolProgress())
        let round = try await pages.file(
            document, progress: SpoolProgress(), note: { new in kept.withLock { $0 = new } })
        #expect(round.outcomes.isEmpty && round.waiting.isEmpty)
        #expect(asked.withLock { $0 } == 10_000)
        // Nothing of the file is out of sight: each line ends with its reason.
        let refused = kept.withLock { $0.refused }
        #expect(Set(refused.map(\.address)) == Set(lines))
        #expect(refused.count { $0.why.contains("more than 10000 addresses") } == 7)
        // The same file once more asks nobody.
        _ = try await pages.file(document, progress: kept.withLock { $0 }, note: { _ in })
        #expect(asked.withLock { $0 } == 10_000)
    }
}
