import BriefDaemon
import Foundation
import Testing

@Suite struct OperatingManualTests {
    /// The manual says of every code what it means and what to do, and of none that there is no more.
    @Test func `knows every problem, and no other`() throws {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let manual = try String(
            contentsOf: root.appending(path: "docs/operating.md"), encoding: .utf8)
        let parts = manual.components(separatedBy: "These are no alarm")
        #expect(parts.count == 2)
        func codes(_ text: String) -> [String] {
            text.split(separator: "\n").filter { $0.hasPrefix("| `") }
                .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
        }
        let (grave, notices) = (
            ProblemCode.allCases.filter { !$0.isNotice }, ProblemCode.allCases.filter(\.isNotice)
        )
        #expect(codes(parts[0]) == grave.map(\.rawValue))
        // The codes of files that will not be read have a table of their own.
        let rest = parts[1].components(separatedBy: "### Files that will not be read")
        #expect(rest.count == 2)
        #expect(codes(rest[0]) == notices.map(\.rawValue))
    }
}
