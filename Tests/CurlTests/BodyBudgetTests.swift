import Testing

@testable import Curl

@Suite struct BodyBudgetTests {
    private static let start = ContinuousClock.now
    private static let share = BodyBudget.share

    private let budget = BodyBudget(
        limit: 1_000_000, bytesPerSecond: 40_000_000, now: BodyBudgetTests.start)

    /// Whether it may.
    private func grow(
        _ id: UInt64, by bytes: Int, of size: Int = 0, in other: BodyBudget? = nil
    ) -> Bool {
        let budget = other ?? budget
        guard budget.mayGrow(id, to: size + bytes) else { return false }
        budget.grew(by: bytes, to: size + bytes)
        return true
    }

    @Test func `lets small bodies pass uncounted`() {
        for id in 0..<1000 as Range<UInt64> { #expect(grow(id, by: BodyBudgetTests.share)) }
        #expect(budget.inHand == 0)
    }

    @Test func `pauses all but the first while memory is short, until that one ends`() {
        for id in 1...3 as ClosedRange<UInt64> {
            #expect(grow(id, by: 400_000 + BodyBudgetTests.share))
        }
        #expect(grow(1, by: 50_000, of: 400_000 + BodyBudgetTests.share))
        for id in [2, 3] as [UInt64] {
            #expect(!grow(id, by: 1, of: 400_000 + BodyBudgetTests.share))
        }
        #expect(budget.paused == [2, 3])
        #expect(budget.resumes(now: BodyBudgetTests.start).isEmpty)
        budget.ended(1, total: 450_000 + BodyBudgetTests.share)
        #expect(budget.inHand == 800_000)
        #expect(Set(budget.resumes(now: BodyBudgetTests.start)) == [2, 3])
        #expect(budget.paused.isEmpty)
    }

    @Test func `goes on with one although the others hold all there is`() {
        for id in 1...2 as ClosedRange<UInt64> {
            #expect(grow(id, by: 600_000 + BodyBudgetTests.share))
        }
        for id in 1...3 as ClosedRange<UInt64> {
            let mayGrow = grow(id, by: 1, of: 600_000 + BodyBudgetTests.share)
            #expect(mayGrow == (id == 1))
        }
        #expect(budget.resumes(now: BodyBudgetTests.start) == [])
        budget.grew(by: 600_000, to: 600_000 + BodyBudgetTests.share)
        budget.ended(1, total: 600_001 + BodyBudgetTests.share)
        #expect(budget.resumes(now: BodyBudgetTests.start) == [2])
        #expect(budget.paused == [3])
    }

    @Test func `pauses every large body when too much came of late, and then goes on`() {
        let budget = BodyBudget(
            limit: 1 << 30, bytesPerSecond: 4_000_000, now: BodyBudgetTests.start)
        #expect(grow(1, by: 3_000_000 + BodyBudgetTests.share, in: budget))
        #expect(!grow(1, by: 1, of: 3_000_000 + BodyBudgetTests.share, in: budget))
        #expect(budget.resumes(now: BodyBudgetTests.start + .milliseconds(400)).isEmpty)
        #expect(budget.resumes(now: BodyBudgetTests.start + .milliseconds(600)) == [1])
    }
}
