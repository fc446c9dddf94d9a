import Foundation
import Storage
import Testing

@testable import BriefDaemon
@testable import Workers

@Suite struct SourceProblemsTests {
    private let now = Date(timeIntervalSince1970: 1_790_000_000)

    private func source(
        _ name: String, kills: Int = 0, seconds: Double = 0
    ) -> RemarkableSource {
        var budget = SourceBudget()
        budget.charge(workerSeconds: seconds, now: 0)
        for _ in 0..<kills { budget.noteKill("signal 11", now: 0) }
        return RemarkableSource(name, budget, now: 60)
    }

    private func problems(
        _ sources: [RemarkableSource], _ quarantine: [QuarantineCount] = []
    ) -> [DaemonStatus.Problem] {
        SourceProblems(sources: sources, quarantine: quarantine, feeds: [], now: now).all
    }

    @Test func `is silent where nothing is`() {
        #expect(problems([]).isEmpty)
    }

    @Test func `names the killer, how often, and what becomes of it`() throws {
        let problem = try #require(
            problems([source("feed:http://a/", kills: 2), source("feed:http://b/", kills: 7)]).first
        )
        #expect(problem.code == .documentsKilledWorkers)
        for part in ["feed:http://b/ (and 1 more", "7 times", "signal 11", "59 minutes"] {
            #expect(problem.what.contains(part), "\(part) in \(problem.what)")
        }
    }

    @Test func `tells of entries that are set aside, for a week`() throws {
        func count(_ days: Double) -> QuarantineCount {
            QuarantineCount(
                feed: "f1", count: 3, since: now.addingTimeInterval(-days * 86_400))
        }
        let problem = try #require(problems([], [count(6)]).first)
        #expect(problem.what.hasPrefix("3 entries") && problem.next.contains("feed poll f1"))
        #expect(problem.since == count(6).since)
        #expect(problems([], [count(8)]).isEmpty)
    }

    @Test func `tells of a source that takes too much`() throws {
        let problem = try #require(problems([source("spool:a", seconds: 1_000)]).first)
        #expect(problem.code == .sourcesHeavy && problem.what.contains("spool:a has taken 1000 s"))
    }
}
