import FeedFetching
import FoundationEssentials
import Testing

@testable import BriefDaemon

@Suite struct FeedProblemsTests {
    private func failing(
        _ id: String, since: Double, errors: Int = 1, fault: LastingFault? = nil
    ) -> FeedSnapshot {
        var feed = FeedSnapshot.sample(id, "https://a.example/\(id)")
        feed.state = .failing
        feed.errorsInRow = errors
        feed.error = "no \(id)"
        feed.failingSince = Date(timeIntervalSince1970: since)
        feed.lastPoll = Date(timeIntervalSince1970: since + 9_999)
        feed.lastingFault = fault
        return feed
    }

    private func problems(_ feeds: [FeedSnapshot]) -> [DaemonStatus.Problem] {
        FeedProblems(feeds: feeds, started: Date(timeIntervalSince1970: 1)).all
    }

    @Test(arguments: LastingFault.allCases)
    func `what waiting cannot mend is a problem from its first minute`(fault: LastingFault) {
        let found = problems([failing("a", since: 50, fault: fault), .sample("b", "https://b/")])
        #expect(found.map(\.code) == [fault.code])
        #expect(found[0].since == Date(timeIntervalSince1970: 50))
        #expect(!found[0].next.contains("by themselves"))
        #expect(found[0].what.contains("no a"))
    }

    @Test func `what may pass is one from the third error on, and its time does not slide`() {
        #expect(problems([failing("a", since: 50, errors: 2)]).isEmpty)
        let found = problems([
            failing("b", since: 70, errors: 3), failing("a", since: 60, errors: 4),
            failing("c", since: 10, errors: 1),
        ])
        #expect(found.map(\.code) == [.feedsFailing])
        #expect(found[0].since == Date(timeIntervalSince1970: 60))
        #expect(found[0].what.contains("2 of 3") && found[0].what.contains("/a: no a"))
    }

    @Test func `each fault has a code of its own`() {
        #expect(Set(LastingFault.allCases.map(\.code)).count == LastingFault.allCases.count)
    }
}
