import FoundationEssentials
import Testing

@testable import BriefDaemon

@Suite struct DaemonStatusTests {
    @Test func `lists the gravest problem first, whenever it came`() {
        let status = DaemonStatus()
        status.raise(.spoolStuck, what: "a", next: "b")
        status.raise(.configuration, what: "a", next: "b")
        status.raise(.store, what: "a", next: "b")
        #expect(status.problems.map(\.code) == [.store, .spoolStuck, .configuration])
        status.clear(.store)
        #expect(status.problems.map(\.code) == [.spoolStuck, .configuration])
    }

    @Test func `what is found at each look has the time of the first`() {
        let status = DaemonStatus()
        func look(_ second: Double, _ code: ProblemCode) -> Double {
            let found = DaemonStatus.Problem(
                code: code, since: Date(timeIntervalSince1970: second), what: "a", next: "b")
            return status.dated([found])[0].since.timeIntervalSince1970
        }
        #expect(look(5, .catalogue) == 5 && look(9, .catalogue) == 5)
        #expect(status.dated([]).isEmpty)
        #expect(look(12, .catalogue) == 12)
    }

    @Test func `codes and kinds are lower-case words joined by hyphens`() {
        let words = ProblemCode.allCases.map(\.rawValue) + EventKind.allCases.map(\.rawValue)
        #expect(words.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
    }
}
