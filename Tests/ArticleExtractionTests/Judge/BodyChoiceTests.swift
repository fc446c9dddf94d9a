import Testing

@testable import ArticleExtraction

@Suite struct BodyChoiceTests {
    private func kept(_ odds: [Float], _ lengths: [Float]) -> [Bool] {
        BodyChoice(odds: odds, lengths: lengths).kept()
    }

    @Test func `a run of likely passages is kept, and the odd one between them`() {
        #expect(
            kept([0.1, 0.9, 0.35, 0.9, 0.1, 0.55, 0.7], [20, 90, 5, 90, 60, 20, 40])
                == [false, true, true, true, false, false, true])
    }

    @Test func `a list with its text all over the page is kept in all its places`() {
        let odds: [Float] = [0.1, 0.55, 0.1, 0.35, 0.1, 0.35, 0.1, 0.35, 0.1, 0.35, 0.1, 0.35]
        let lengths: [Float] = [9, 20, 9, 30, 9, 30, 9, 30, 9, 30, 9, 30]
        #expect(kept(odds, lengths) == odds.map { $0 > 0.3 })
    }

    /// Time that grows with the square of the passages would be minutes.
    @Test(.timeLimit(.minutes(1)))
    func `a list of a hundred thousand places is kept in no time`() {
        let odds = [0.55] + [Float](repeating: 0.35, count: 100_000)
        #expect(kept(odds, odds.map { _ in 30 }).allSatisfy { $0 })
    }

    @Test func `the first of several articles is kept alone where it is sure`() {
        let odds: [Float] = [0.95, 0.95, 0.1, 0.35, 0.35, 0.1, 0.35, 0.35, 0.1, 0.35, 0.35]
        let lengths: [Float] = [60, 60, 5, 200, 200, 5, 200, 200, 5, 200, 200]
        #expect(kept(odds, lengths) == odds.map { $0 > 0.9 })
    }

    @Test func `of a page with little text the likeliest is kept`() {
        #expect(kept([0.1, 0.2, 0.05], [3, 4, 3]) == [true, true, false])
    }

    @Test func `a page without passages keeps nothing`() {
        #expect(kept([], []).isEmpty)
        #expect(BodyChoice(odds: [], lengths: []).expectedF1([]) == 0)
    }
}
