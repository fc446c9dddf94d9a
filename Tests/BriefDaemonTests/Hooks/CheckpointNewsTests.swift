import Foundation
import Testing

@testable import BriefDaemon

@Suite struct CheckpointNewsTests {
    private func time(_ seconds: Double) -> Date { Date(timeIntervalSince1970: seconds) }

    @Test func `tells of a checkpoint that stands still, once`() {
        var news = CheckpointNews()
        let told = ["a", "a", "a", "b", "c", "c", "c"].enumerated().map {
            news.isDue($1, now: time(Double($0) * 10))
        }
        #expect(told == [false, true, false, false, false, true, false])
        news.forget()
        let again = news.isDue("c", now: time(90))
        #expect(again)
    }

    @Test func `while filing goes on, tells of one every ten minutes`() {
        var news = CheckpointNews()
        let told = (0..<200).filter { news.isDue("\($0)", now: time(Double($0) * 10)) }
        #expect(told == [60, 121, 182])
    }
}
