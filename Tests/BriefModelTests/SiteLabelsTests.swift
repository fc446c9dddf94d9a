import Testing

@testable import BriefModel

@Suite struct SiteLabelsTests {
    @Test func `a place that held text, or furniture, on enough pages says so`() {
        var labels = SiteLabels()
        labels.add(PageLabels(kept: [1], dropped: [2]))
        #expect(labels.says(1, atLeast: 1) == true)
        #expect(labels.says(2, atLeast: 1) == false)
        #expect(labels.says(1, atLeast: 2) == nil)
        labels.add(PageLabels(kept: [1], dropped: [2]))
        #expect(labels.says(1, atLeast: 2) == true)
        #expect(labels.says(2, atLeast: 2) == false)
        #expect(labels.counts == (1, 1))
    }

    @Test func `a place that held both says nothing`() {
        var labels = SiteLabels()
        labels.add(PageLabels(kept: [1], dropped: [1]))
        #expect(labels.says(1, atLeast: 1) == nil)
        labels.add(PageLabels(dropped: [1]))
        #expect(labels.says(1, atLeast: 1) == nil)
    }

    @Test func `keeps no more than its bound, those that were seen last`() {
        var labels = SiteLabels()
        for page in 0..<6 as Range<UInt64> {
            labels.add(PageLabels(kept: (0..<400).map { 1_000 * page + $0 }))
        }
        #expect(labels.counts.kept == SiteLabels.most)
        #expect(labels.says(5_000, atLeast: 1) == true)
        #expect(labels.says(0, atLeast: 1) == nil)
    }

    @Test func `is the same after a way over bytes, with or without an account`() throws {
        var labels = SiteLabels()
        labels.add(PageLabels(kept: [1, 9], dropped: [2]))
        #expect(SiteLabels(packed: labels.packed) == labels)
        #expect(SiteLabels(packed: labels.packed.dropLast()) == nil)
        var account = SiteAccount()
        account.taught = labels
        #expect(SiteAccount(packed: account.packed) == account)
        #expect(account.version == 1)
    }

    @Test func `an account of the version before has no labels`() throws {
        // Its version, number, pages, lines and samples.
        let old = [1] + [UInt8](repeating: 0, count: 4) + [0, 0, 0, 0, 0, 0]
        #expect(try #require(SiteAccount(packed: old)) == SiteAccount())
    }

    @Test func `a full account takes no more than its bytes`() {
        var account = SiteAccount()
        for page in 0..<4 as Range<UInt64> {
            let keys = (0..<512).map { 10_000 * page + $0 }
            account.taught.add(PageLabels(kept: keys))
            var trace = PageTrace(
                address: page, body: page, text: keys, doubted: [],
                samples: [])
            trace.labels = PageLabels(kept: keys, dropped: keys.map { $0 + 5_000 })
            account.learn(trace, on: 0)
        }
        #expect(account.packed.count <= SiteAccount.mostBytes)
        #expect(account.learned.counts == (512, 512))
    }
}
