import Testing

@testable import Curl

@Suite struct BodyBudgetTests {
    private static let start = ContinuousClock.now
    private static let share = BodyBudget.share

    private let budget = BodyBudget(
        limit: 1_000_000, bytesPerSecond: 40_000_000, now: BodyBudgetTests.start)

    @Test func `lets small bodies pass uncounted`() {
        for id in 0..<1000 as Range<UInt64> {
            budget.grew(id, by: BodyBudgetTests.share, to: BodyBudgetTests.share)
        }
        #expect(budget.inHand == 0)
        #expect(budget.pauses().isEmpty)
    }

    @Test func `pauses all but the first while memory is short, until that one ends`() {
        for id in 1...3 as ClosedRange<UInt64> {
            budget.grew(
                id, by: 400_000 + BodyBudgetTests.share, to: 400_000 + BodyBudgetTests.share)
        }
        #expect(Set(budget.pauses()) == [2, 3])
        budget.grew(1, by: 50_000, to: 450_000 + BodyBudgetTests.share)
        #expect(budget.pauses().isEmpty)
        #expect(budget.resumes(now: BodyBudgetTests.start).isEmpty)
        budget.ended(1, total: 450_000 + BodyBudgetTests.share)
        #expect(budget.inHand == 800_000)
        #expect(Set(budget.resumes(now: BodyBudgetTests.start)) == [2, 3])
        #expect(budget.paused.isEmpty)
    }

    @Test func `goes on with one although the others hold all there is`() {
        for id in 1...3 as ClosedRange<UInt64> {
            budget.grew(
                id, by: 600_000 + BodyBudgetTests.share, to: 600_000 + BodyBudgetTests.share)
        }
        #expect(Set(budget.pauses()) == [2, 3])
        budget.ended(1, total: 600_000 + BodyBudgetTests.share)
        #expect(budget.resumes(now: BodyBudgetTests.start) == [2])
        #expect(budget.paused == [3])
    }

    @Test func `pauses every large body when too much came of late, and then goes on`() {
        let budget = BodyBudget(
            limit: 1 << 30, bytesPerSecond: 4_000_000, now: BodyBudgetTests.start)
        budget.grew(1, by: 3_000_000 + BodyBudgetTests.share, to: 3_000_000 + BodyBudgetTests.share)
        #expect(budget.pauses() == [1])
        #expect(budget.resumes(now: BodyBudgetTests.start + .milliseconds(400)).isEmpty)
        #expect(budget.resumes(now: BodyBudgetTests.start + .milliseconds(600)) == [1])
    }
}
