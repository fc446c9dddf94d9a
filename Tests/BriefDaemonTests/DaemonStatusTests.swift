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

    @Test func `codes and kinds are lower-case words joined by hyphens`() {
        let words = ProblemCode.allCases.map(\.rawValue) + EventKind.allCases.map(\.rawValue)
        #expect(words.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
    }
}
