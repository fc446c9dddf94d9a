import Testing

@testable import BriefModel

@Suite struct SiteAccountTests {
    private static let notice: UInt64 = 1
    private static let elsewhere: UInt64 = 999

    /// The page number `number`: a text of its own, and lines that it has in common with others.
    private func trace(
        _ number: UInt64, doubted: [UInt64] = [notice], text: [UInt64]? = nil,
        samples: [PageTrace.Sample] = []
    ) -> PageTrace {
        PageTrace(
            address: number, body: 1_000 + number,
            text: text ?? (0..<6).map { 10_000 * number + $0 }, doubted: doubted, samples: samples)
    }

    private func account(pages: ClosedRange<UInt64>, day: Int32 = 0) -> SiteAccount {
        var account = SiteAccount()
        for number in pages { account.learn(trace(number), on: day) }
        return account
    }

    @Test func `speaks of a line that stood on three pages, and not before`() {
        #expect(!account(pages: 1...2).isFurniture(Self.notice, onPageAt: Self.elsewhere))
        #expect(account(pages: 1...3).isFurniture(Self.notice, onPageAt: Self.elsewhere))
        #expect(account(pages: 1...3).number == 3)
    }

    @Test func `a page that is read again is not counted against itself`() {
        #expect(!account(pages: 1...3).isFurniture(Self.notice, onPageAt: 3))
        #expect(account(pages: 1...4).isFurniture(Self.notice, onPageAt: 3))
    }

    @Test func `the same address or the same body is the same article`() {
        var account = account(pages: 1...1)
        for _ in 0..<5 { account.learn(trace(1), on: 0) }
        var moved = trace(2)
        moved.body = 1_001
        account.learn(moved, on: 0)
        #expect(account.number == 1)
        #expect(!account.isFurniture(Self.notice, onPageAt: Self.elsewhere))
    }

    @Test func `an article that grows at new addresses teaches nothing`() {
        var account = SiteAccount()
        for number in 1...9 as ClosedRange<UInt64> {
            let told: [UInt64] = [500, 501, 502, 503, 504, 505, 10_000 * number]
            account.learn(trace(number, text: told), on: 0)
        }
        #expect(account.number == 1)
    }

    @Test func `is silent about a page of another template`() {
        let account = account(pages: 1...9)
        #expect(!account.isFurniture(2, onPageAt: Self.elsewhere))
    }

    @Test func `forgets the lines that the latest pages had not`() {
        var account = account(pages: 1...3)
        for number in 4...30 as ClosedRange<UInt64> {
            account.learn(trace(number, doubted: [2]), on: 1)
        }
        #expect(!account.isFurniture(Self.notice, onPageAt: Self.elsewhere))
        #expect(account.isFurniture(2, onPageAt: Self.elsewhere))
    }

    @Test func `speaks of a new template after three of its pages`() {
        var account = account(pages: 1...9)
        for number in 10...12 as ClosedRange<UInt64> {
            account.learn(trace(number, doubted: [2]), on: 1)
        }
        #expect(account.isFurniture(2, onPageAt: Self.elsewhere))
    }

    @Test func `forgets all 90 days after the last page`() {
        let account = account(pages: 1...4, day: 100)
        #expect(account.current(on: 190).isFurniture(Self.notice, onPageAt: Self.elsewhere))
        #expect(!account.current(on: 191).isFurniture(Self.notice, onPageAt: Self.elsewhere))
        #expect(account.current(on: 191).number == 4)
    }

    @Test func `stays within its bounds whatever the pages show`() {
        var account = SiteAccount()
        for number in 1...40 as ClosedRange<UInt64> {
            let common: [UInt64] = Array(7_000..<7_100)
            let own: [UInt64] = (0..<400).map { 1_000_000 * number + $0 }
            let samples = common.map {
                PageTrace.Sample(line: $0, words: String(repeating: "x", count: 96))
            }
            account.learn(trace(number, doubted: common, text: own, samples: samples), on: 0)
        }
        #expect(account.packed.count <= SiteAccount.mostBytes)
        #expect(account.isFurniture(7_000, onPageAt: Self.elsewhere))
        #expect(account.furniture.count == 100)
    }

    @Test func `is the same after it lay on the disk`() throws {
        var account = account(pages: 1...5, day: 20_000)
        account.learn(
            trace(6, samples: [.init(line: Self.notice, words: "Our newsletter, každý den")]),
            on: 20_001)
        #expect(SiteAccount(packed: account.packed) == account)
        #expect(account.furniture.map(\.sample) == ["Our newsletter, každý den"])
        for count in 0..<account.packed.count {
            #expect(SiteAccount(packed: Array(account.packed.prefix(count))) == nil)
        }
        #expect(SiteAccount(packed: [9] + account.packed.dropFirst()) == nil)
    }

    @Test func `the same pages in the same order give the same bytes`() {
        #expect(account(pages: 1...20).packed == account(pages: 1...20).packed)
    }

    @Test func `what no honest reader says is not believed`() {
        var trace = trace(1)
        #expect(trace.isBelievable)
        trace.doubted = (0...512).map { $0 }
        #expect(!trace.isBelievable)
        trace.doubted = [1, 1]
        #expect(!trace.isBelievable)
        trace.doubted = [1]
        trace.samples = [.init(line: 1, words: String(repeating: "x", count: 97))]
        #expect(!trace.isBelievable)
    }
}
