import BriefModel
import GRDB
import Testing

@testable import Storage

/// How much is held to compare a text with others.
@Suite struct NearSearchTests {
    private let fixture: StoreFixture
    private let store: ArticleStore

    init() throws {
        fixture = try StoreFixture()
        store = try fixture.open()
    }

    private static let text = StoreFixture.words(1, count: 400)

    /// The same but for its last words.
    private static func edition(_ number: Int) -> String {
        text + " " + StoreFixture.words(100 + number, count: 20)
    }

    private func search<Value>(
        _ limits: ComparisonLimits, _ body: (NearSearch) throws -> Value
    ) throws -> Value {
        let files = try StoreFiles(existing: fixture.path)
        return try store.catalogue.pool.write { db in
            try body(
                NearSearch(
                    reader: CatalogueReader(db: db), rules: StoreFixture.rules,
                    content: { try files.exists($0) ? files.read($0) : nil },
                    original: { _ in nil }, limits: limits))
        }
    }

    private func found(_ limits: ComparisonLimits, for text: String) throws -> Int {
        let prepared = PreparedFiling(StoreFixture.filing(text))
        return try search(limits) { try $0.candidates(for: prepared).count }
    }

    @Test func `holds no more of others' texts at once than there is room for`() throws {
        for number in 1...6 { _ = try store.file(StoreFixture.filing(Self.edition(number))) }
        let size = Self.edition(9).utf8.count
        #expect(try found(ComparisonLimits(), for: Self.edition(9)) == 6)
        for room in 1...4 {
            let limits = ComparisonLimits(together: room * size + size / 2)
            #expect(try found(limits, for: Self.edition(9)) == room)
        }
    }

    @Test func `passes over a text that is too long, and goes on`() throws {
        let long = Self.text + " " + StoreFixture.words(2, count: 500)
        _ = try store.file(StoreFixture.filing(long))
        _ = try store.file(StoreFixture.filing(Self.edition(1)))
        let size = Self.edition(9).utf8.count
        #expect(try found(ComparisonLimits(text: size + 100), for: Self.edition(9)) == 1)
        #expect(try found(ComparisonLimits(words: 500), for: Self.edition(9)) == 1)
        #expect(try found(ComparisonLimits(), for: Self.edition(9)) == 2)
    }

    @Test func `looks for nothing near a text that is too long itself`() throws {
        _ = try store.file(StoreFixture.filing(Self.edition(1)))
        let size = Self.edition(9).utf8.count
        #expect(try found(ComparisonLimits(text: size - 1), for: Self.edition(9)) == 0)
        #expect(try found(ComparisonLimits(text: size + 1), for: Self.edition(9)) == 1)
    }

    @Test func `takes a text that is too long for another version only where it must`() throws {
        let id = try store.file(StoreFixture.filing(Self.edition(1))).id
        let filing = StoreFixture.filing(Self.edition(2))
        let limits = ComparisonLimits(text: 1_000)
        try search(limits) { search in
            let found = try #require(try search.reader.revision(id: id))
            #expect(try search.isChanged(filing, since: found), "its hash is another one")
            #expect(try search.shares(found, with: filing), "nothing tells that it does not")
            #expect(try !search.isNewVersion(filing, of: found), "both are kept")
        }
    }

    @Test func `indexes nothing of a text that is compared with none`() {
        let words = UInt64(ComparisonLimits().words)
        let long = Shingles(hashes: Array(0...words), fingerprints: [1, 2, 3])
        #expect(NearSamples(of: long).values.isEmpty)
        #expect(NearSamples(of: long).asked.count > 3, "what an earlier version indexed is found")
        let book = Shingles(hashes: Array(1...words), fingerprints: [1, 2, 3])
        #expect(NearSamples(of: book).values.count == 3)
    }

    @Test func `counts words where a text is made of short ones`() {
        let limits = ComparisonLimits(text: 20_000, words: 4_000)
        #expect(limits.allow(String(repeating: "tidemark quay ", count: 1_400)))
        #expect(!limits.allow(String(repeating: "tidemark quay ", count: 1_500)))
        #expect(!limits.allow(String(repeating: "a ", count: 5_000)))
        #expect(limits.allow(String(repeating: "\u{6F6E}", count: 6_500)))
        #expect(ComparisonLimits().text >= 1 << 20, "books are compared")
    }
}
