import BriefModel
import Foundation
import Testing

@testable import ArticleExtraction

/// The samples that `make run` files.
@Suite struct SamplesTests {
    private func text(of name: String) throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../spool/incoming/\(name)").standardized
        let request = ExtractionRequest(
            bytes: [UInt8](try Data(contentsOf: file)), name: name,
            arrival: Date(timeIntervalSince1970: 1_790_000_000))
        // Content identity folds quotation marks.
        return try ArticleExtractor().extract(request).text
            .replacing("“", with: "\"").replacing("”", with: "\"").replacing("’", with: "'")
    }

    @Test func `a brief reads the same from a page and from text`() throws {
        #expect(
            try text(of: "tessmark-tolls-reprint.html")
                == text(of: "briefs/Tessmark Strait tolls.txt"))
    }

    @Test func `a page keeps its paragraphs and nothing that stands around them`() throws {
        let text = try text(
            of: "Night trains return to the Brennick valley - The Brennick Courier.html")
        #expect(text.hasPrefix("Eleven years after the last sleeping car"))
        #expect(!text.contains("Photograph:") && !text.contains("newsletter"))
    }
}
