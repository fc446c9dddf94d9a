import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct WaitingSamplesTests {
    private struct Row: Hashable {
        var sample: Int64
        var article: Int64
    }

    private static let span: Int64 = 64
    private let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("waiting-\(UUID().uuidString).sqlite").path

    private func withQueue<Value>(_ body: (DatabaseQueue) throws -> Value) throws -> Value {
        let queue = try DatabaseQueue(path: file)
        try Schema.prepare(queue)
        try WaitingSamples.open(queue, span: Self.span)
        return try body(queue)
    }

    private func waiting(_ db: Database) -> WaitingSamples {
        WaitingSamples(db: db, span: Self.span)
    }

    /// What look-ups find, and how much of it waits.
    private func held(_ db: Database) throws -> (all: Set<Row>, waiting: Int) {
        let read = { (table: String) in
            try GRDB.Row.fetchAll(db, sql: "SELECT sample, article FROM \(table)")
                .map { Row(sample: $0[0], article: $0[1]) }
        }
        let (index, waiting) = (try read("samples"), try read("temp.waiting"))
        #expect(Set(index).isDisjoint(with: waiting))
        return (Set(index).union(waiting), waiting.count)
    }

    private func samples(of article: Int64, _ random: inout SplitMix) -> NearSamples {
        NearSamples(values: (0..<6).map { _ in Int64(random.next() >> 24) }.sorted())
    }

    @Test func `finds every fingerprint at every moment, and over restarts`() throws {
        defer { try? FileManager.default.removeItem(atPath: file) }
        var random = SplitMix(state: 7)
        var model: Set<Row> = []
        var kept: [Int64: NearSamples] = [:]
        var next: Int64 = 1
        for round in 0..<12 {
            try withQueue { queue in
                for _ in 0..<(round * 7 + 5) {
                    let article = next
                    next += 1
                    let own = samples(of: article, &random)
                    try queue.write { try waiting($0).add(own, of: article) }
                    kept[article] = own
                    model.formUnion(own.values.map { Row(sample: $0, article: article) })
                }
                let found = try queue.read { try held($0) }
                #expect(found.all == model)
                let fresh = try queue.read {
                    try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM fresh")
                }
                #expect((fresh ?? 0) <= Self.span)
                // On average half of what came in the last turns waits.
                #expect(found.waiting <= Int(Self.span) * 6)
            }
        }
        #expect(next > 3 * Self.span)
    }

    @Test func `does not bring back what was taken back`() throws {
        defer { try? FileManager.default.removeItem(atPath: file) }
        var random = SplitMix(state: 3)
        var own: [NearSamples] = []
        try withQueue { queue in
            try queue.write { db in
                for article in Int64(0)..<10 {
                    own.append(samples(of: article, &random))
                    try waiting(db).add(own[Int(article)], of: article)
                }
                try CatalogueWriter(db: db).removeSamples(own[4], of: 4)
                try db.execute(sql: "DELETE FROM samples WHERE article = 5")
                try waiting(db).removeAll(of: 5)
            }
        }
        try withQueue { queue in
            try queue.write { db in
                for article in Int64(10)..<(10 + 2 * Self.span) {
                    try waiting(db).add(samples(of: article, &random), of: article)
                }
            }
            let found = try queue.read { try held($0) }
            let articles = Set(found.all.map(\.article))
            #expect(articles == Set(0..<(10 + 2 * Self.span)).subtracting([4, 5]))
        }
    }

    @Test func `is as it was after a transaction that fails`() throws {
        defer { try? FileManager.default.removeItem(atPath: file) }
        struct Stop: Error {}
        var random = SplitMix(state: 5)
        try withQueue { queue in
            try queue.write { try waiting($0).add(samples(of: 1, &random), of: 1) }
            let before = try queue.read { try held($0) }
            #expect(throws: Stop.self) {
                try queue.write { db in
                    for article in Int64(2)..<(2 + Self.span) {
                        try waiting(db).add(samples(of: article, &random), of: article)
                    }
                    throw Stop()
                }
            }
            let after = try queue.read { try held($0) }
            #expect(after.all == before.all)
            #expect(after.waiting == before.waiting)
        }
    }

    @Test func `leaves out of the index what many articles hold`() throws {
        defer { try? FileManager.default.removeItem(atPath: file) }
        let common = NearSamples(values: [12_345])
        try withQueue { queue in
            try queue.write { db in
                for article in Int64(1)...400 { try waiting(db).add(common, of: article) }
            }
            let indexed = try queue.read {
                try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM samples WHERE sample = 12345")
            }
            // 200, and those of the turns that were under way.
            #expect((200..<200 + Int(Self.span)).contains(indexed ?? 0))
        }
    }
}

private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}
