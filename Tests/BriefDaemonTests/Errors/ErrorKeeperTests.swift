import Foundation
import Testing

@testable import BriefDaemon

@Suite struct ErrorKeeperTests {
    private let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("errors-" + UUID().uuidString)
    private var path: URL { folder.appendingPathComponent("errors.jsonl") }

    private func status(limit: Int = 10_000) -> DaemonStatus {
        DaemonStatus(
            errors: ErrorKeeper(file: ErrorFile(folder: folder.path), limit: limit),
            clock: { Date(timeIntervalSince1970: 1_800_000_000.25) })
    }

    private func subjects(_ status: DaemonStatus) -> [String] {
        status.errors.book.page(limit: 100).groups.map(\.subject)
    }

    @Test func `errors are there after a restart, and are counted on`() async {
        defer { try? FileManager.default.removeItem(at: folder) }
        let before = status()
        before.note(.deferred, subject: "a", what: "full")
        before.note(.filed, subject: "x", what: "no error")
        before.note(.notTaken, subject: "b", what: "no words")
        await before.errors.settle()
        let after = status()
        #expect(subjects(after) == ["b", "a"])
        after.note(.deferred, subject: "a", what: "full")
        #expect(subjects(after) == ["a", "b"])
        await after.errors.settle()
        let last = status().errors.book
        #expect(last == after.errors.book)
        #expect(last.page(limit: 1).groups[0].count == 2)
        #expect(last.totals.notTaken == 1)
    }

    @Test(arguments: [
        "", "{\"id\":", "\u{0}\u{0}\u{0}", "[]", "{\"kind\":\"of-another-version\",\"id\":7}",
    ])
    func `a line that cannot be read costs nothing else`(torn: String) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let before = status()
        before.note(.deferred, subject: "a", what: "full")
        await before.errors.settle()
        let text = try String(contentsOf: path, encoding: .utf8)
        try (torn + "\n" + text + torn).write(to: path, atomically: false, encoding: .utf8)
        let after = status()
        #expect(subjects(after) == ["a"])
        // What is added now must not become a part of the torn line.
        after.note(.deferred, subject: "b", what: "full")
        await after.errors.settle()
        #expect(subjects(status()) == ["b", "a"])
    }

    @Test func `where nothing can be written it goes on in memory, and writes all when it can`()
        async throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data().write(to: folder)
        let status = status()
        status.note(.deferred, subject: "a", what: "full")
        await status.errors.settle()
        #expect(subjects(status) == ["a"])
        try FileManager.default.removeItem(at: folder)
        status.note(.deferred, subject: "b", what: "full")
        await status.errors.settle()
        #expect(subjects(self.status()) == ["b", "a"])
    }

    @Test func `the file stays small however often the same fails`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let status = status()
        for _ in 0..<40 {
            for number in 0..<100 {
                status.note(.deferred, subject: "f\(number % 3)", what: "full")
            }
            await status.errors.settle()
        }
        let size = try Data(contentsOf: path).count
        #expect(size < 250_000, "\(size)")
        #expect(self.status().errors.book.all.map(\.count).reduce(0, +) == 4_000)
    }

    @Test func `no more is kept than the limit, over a restart too`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let before = status(limit: 5)
        for number in 1...20 { before.note(.notTaken, subject: "f\(number)", what: "no words") }
        await before.errors.settle()
        let after = status(limit: 5).errors.book
        #expect(after.count == 5)
        #expect(after.totals == .init(notTaken: 20, dropped: 15))
    }
}
