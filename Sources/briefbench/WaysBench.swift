import BriefModel
import ContentIdentity
import Foundation
import Outputs
import Queries
import Storage
import Synchronization

/// `briefbench ways COUNT`: how fast articles leave a store of so many as lines of JSON, how long rules take that are tried
/// out on all of them, and how many articles a second ten thousand patterns are held against on one core.
struct WaysBench {
    let count: Int

    private static let rules = 100
    private static let patterns = 10_000
    private static let patternArticles = 200

    func run() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "briefbench-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: root) }
        try patterns()
        let filing = try Self.seconds { try fill(root.path) }
        tell("filed", count, filing)
        try export(root)
        try dryRun(root.path)
    }

    private func fill(_ path: String) throws {
        let store = try ArticleStore(at: path, identify: .content)
        for start in stride(from: 0, to: count, by: 1_000) {
            _ = try store.file(
                (start..<min(start + 1_000, count)).map { Filing(sample: $0, paragraphs: 4) })
        }
    }

    private func export(_ root: URL) throws {
        let target = root.appendingPathComponent("export.jsonl")
        try Data().write(to: target)
        let handle = try FileHandle(forWritingTo: target)
        defer { try? handle.close() }
        var written = 0
        let seconds = try Self.seconds {
            var format = JSONLines()
            written = try Exporter(StoreReader(at: root.path).catalogue).run(
                ArticleQuery(), as: &format
            ) { try handle.write(contentsOf: $0) }
        }
        tell("exported as lines of JSON", written, seconds)
    }

    private func dryRun(_ path: String) throws {
        let index = QueryIndex(
            try (0..<Self.rules).map { try Query("text:word\($0) OR (harbour lantern \($0))") })
        let matched = Mutex(0)
        var read = 0
        let seconds = try Self.seconds {
            read = try StoredArticles(at: path).read { _, file in
                let found = index.matches(QueryMatcher(ArticleFacts(file)))
                matched.withLock { $0 += found.count }
            }.read
        }
        tell("held against \(Self.rules) rules from their files", read, seconds)
    }

    /// Words drawn so that few of them are frequent, in texts and patterns alike.
    private func patterns() throws {
        var lot = Lot(state: 14)
        let words = (0..<20_000).map { _ in lot.word() }
        func word() -> String { words[lot.rank(of: words.count)] }
        let queries = try (0..<Self.patterns).map { number in
            let pattern =
                switch number % 4 {
                case 0: "\\b\(word())(s|es)? \(word())"
                case 1: "\(word())\\w* [0-9]+"
                case 2: "(\(word())|\(word())) of \(word())"
                default: "\(word().prefix(3)).?\(word())\\b"
                }
            return try Query("text:/\(pattern)/")
        }
        let index = QueryIndex(queries)
        let articles = (0..<Self.patternArticles).map { _ in
            ArticleFacts(text: (0..<700).map { _ in word() }.joined(separator: " "))
        }
        let seconds = Self.seconds {
            for article in articles { _ = index.matches(QueryMatcher(article)) }
        }
        tell("held against \(Self.patterns) patterns, one core", articles.count, seconds)
    }

    private func tell(_ what: String, _ count: Int, _ seconds: Double) {
        print(
            String(
                format: "%d articles %@ in %.1f s: %.0f a second", count, what, seconds,
                Double(count) / max(seconds, 1e-9)))
    }

    private static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try body()
        let time = (ContinuousClock.now - start).components
        return Double(time.seconds) + Double(time.attoseconds) / 1e18
    }
}
