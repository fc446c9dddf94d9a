import Dispatch
import GRDB
import Testing

@testable import Storage

@Suite struct TimedReadTests {
    private static let endless = """
        WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted)
        SELECT COUNT(*) FROM counted
        """

    /// Away from the cooperative threads, which the reading needs.
    private func blocking<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try body() }) }
        }
    }

    @Test func `gives up a question that has no end, and the next is answered`() async throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let id = try store.file(StoreFixture.filing(StoreFixture.words(1))).id
        let hasty = store.catalogue.within(.milliseconds(100))
        for _ in 1...10 {
            await #expect(throws: StorageError.tooDear(seconds: 0.1)) {
                try await blocking {
                    try hasty.read { try Int.fetchOne($0, sql: Self.endless) }
                }
            }
        }
        let patient = store.catalogue.within(.seconds(600))
        let page = try await blocking { try patient.articles(ArticleQuery()) }
        #expect(page.items.map(\.id) == [id])
        let seven = try await blocking {
            try patient.read { try Int.fetchOne($0, sql: "SELECT 7") }
        }
        #expect(seven == 7)
    }

    @Test func `says what fails in time as it is`() async throws {
        let fixture = try StoreFixture()
        let patient = try fixture.open().catalogue.within(.seconds(600))
        await #expect(throws: DatabaseError.self) {
            try await blocking {
                try patient.read { try Int.fetchOne($0, sql: "SELECT nothing") }
            }
        }
    }
}
