import ArticleExtraction
import BriefModel
import Foundation
import Testing

@testable import briefbench

@Suite struct RevisitBenchTests {
    @Test func `sees edits and no furniture when pages are asked for again`() throws {
        let report = try RevisitBench.run()
        #expect(report.tried == PageFurniture.count * RevisitBench.changeCount)
        #expect(report.mistaken == [])
        let edits = PageFurniture.count * RevisitBench.Edit.allCases.count
        #expect(report.missed.count * 100 <= edits, "\(report.missed)")
    }

    private func text(_ blocks: [String], _ furniture: Int, _ title: String) throws -> String {
        let page = PageFurniture(furniture, isAgain: true)
            .page(title, blocks, url: "https://news.example.org/2026/1")
        return try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(page.utf8), url: "https://news.example.org/2026/1",
                arrival: Date(timeIntervalSince1970: 1_790_000_000))
        ).text
    }

    /// Each note in each markup, above and below the story, in furnitures that change from one to the next.
    @Test func `a note of the editors is never furniture`() throws {
        var missed: [String] = []
        var (tried, furniture) = (0, 0)
        for note in EditorNotes.corrections + EditorNotes.retractions {
            for (markup, mark) in EditorNotes.markups.enumerated() {
                for isAbove in [true, false] {
                    let story = RevisitBench.story(tried)
                    let blocks =
                        isAbove ? [mark(note)] + story.blocks : story.blocks + [mark(note)]
                    let found = try text(blocks, furniture, story.title)
                    furniture = (furniture + 7) % PageFurniture.count
                    tried += 1
                    if !found.contains(note) {
                        missed.append("\(markup) \(isAbove ? "above" : "below") \(note)")
                    }
                }
            }
        }
        #expect(missed.isEmpty, "\(missed.count) of \(tried):\n\(missed.joined(separator: "\n"))")
    }
}
