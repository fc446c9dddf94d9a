import Foundation
import Testing

@testable import briefbench

/// What `make identity` tries with documents of a folder, tried with some of our own.
@Suite struct DocumentFormsTests {
    private func documents() throws -> [String] {
        let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Documents")
        return try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil
        ).sorted { $0.path < $1.path }.map { try String(contentsOf: $0, encoding: .utf8) }
    }

    @Test func `knows each document in all that becomes of documents on their way`() throws {
        let documents = try documents()
        #expect(documents.count == 3)
        #expect(try DocumentsBench.mistakes(documents) == [:])
    }

    @Test func `cuts a document at its empty lines`() throws {
        let blocks = try #require(DocumentForm.Blocks("Title\r\n\r\nOne\r\nline\r\n \r\nTwo\r\n"))
        #expect(blocks.title == "Title")
        #expect(blocks.rest == ["One\nline", "Two"])
        #expect(DocumentForm.Blocks("Title alone") == nil)
    }
}
