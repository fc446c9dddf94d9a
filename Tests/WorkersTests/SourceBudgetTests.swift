import Testing

@testable import Workers

@Suite struct SourceBudgetTests {
    private let limits = SourceBudget.Limits(
        workerSeconds: 10, unpackedBytes: 1_000, quarantinedBytes: 500)

    /// What a source takes at a time, and how it stands a moment later.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var seconds = 0.0
        var unpacked = 0
        var quarantined = 0
        var kills = 0
        var standing: SourceBudget.Standing
        var testDescription: String { name }
    }

    @Test(arguments: [
        Case(name: "nothing", standing: .free),
        Case(
            name: "what a source may", seconds: 10, unpacked: 1_000, quarantined: 500,
            standing: .free),
        Case(name: "seconds", seconds: 10.1, standing: .heavy),
        Case(name: "unpacked bytes", unpacked: 1_001, standing: .heavy),
        Case(name: "bytes that do not work", quarantined: 501, standing: .heavy),
        Case(name: "a kill", kills: 1, standing: .killer),
        Case(name: "a kill and too much", seconds: 99, kills: 1, standing: .killer),
    ])
    func `stands by what it took`(taken: Case) {
        var budget = SourceBudget()
        budget.charge(
            workerSeconds: taken.seconds, unpackedBytes: taken.unpacked,
            quarantinedBytes: taken.quarantined, now: 100)
        for _ in 0..<taken.kills { budget.noteKill("signal 11", now: 100) }
        #expect(budget.standing(limits, now: 101) == taken.standing)
        #expect(budget.standing(limits, now: 100 + SourceBudget.period) == .free)
        #expect(budget.isOver(now: 100 + SourceBudget.period))
    }

    @Test func `begins anew each hour`() {
        var budget = SourceBudget()
        for minute in 0..<600 {
            budget.charge(workerSeconds: 0.1, now: Double(minute) * 60)
            #expect(budget.standing(limits, now: Double(minute) * 60) == .free)
        }
    }

    @Test func `remembers a kill for an hour after the last one`() {
        var budget = SourceBudget()
        budget.noteKill("signal 11", now: 0)
        budget.noteKill("signal 6", now: 3_000)
        #expect(budget.standing(now: 6_599) == .killer && budget.kills == 2)
        #expect(budget.how == "signal 6" && budget.remaining(now: 6_000) == 600)
        #expect(budget.standing(now: 6_600) == .free)
        budget.noteKill("signal 9", now: 10_000)
        #expect(budget.kills == 1)
    }
}
