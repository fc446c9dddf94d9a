import BriefModel
import ContentIdentity
import Foundation
import Storage

/// `briefbench full COUNT`: how fast articles are filed into an empty store, and into one that holds many.
///
/// All texts are made of few words, so that each run of five stands in some others too, as phrases do: the index of near
/// articles has to tell them apart.
struct FullStoreBench {
    let count: Int

    private static let measured = 2_000
    private static let group = 50

    func run() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "briefbench-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: root) }
        let store = try ArticleStore(at: root.path, identify: .content)
        let first = try seconds(0..<Self.measured, store)
        var filed = Self.measured
        while filed < count {
            let next = min(count, filed + 1_000)
            _ = try store.file((filed..<next).map { Filing(sample: $0, paragraphs: 4) })
            filed = next
        }
        let last = try seconds(filed..<filed + Self.measured, store)
        let each = [first, last].map { $0 * 1_000 / Double(Self.measured) }
        print(
            String(
                format: "filing, ms an article: %.2f into none, %.2f into %d; %.2f of the rate",
                each[0],
                each[1], filed, each[0] / each[1]))
    }

    private func seconds(_ numbers: Range<Int>, _ store: ArticleStore) throws -> Double {
        let filings = numbers.map { Filing(sample: $0, paragraphs: 4) }
        let start = ContinuousClock.now
        for place in stride(from: 0, to: filings.count, by: Self.group) {
            _ = try store.file(Array(filings[place..<min(place + Self.group, filings.count)]))
        }
        let time = (ContinuousClock.now - start).components
        return Double(time.seconds) + Double(time.attoseconds) / 1e18
    }
}
