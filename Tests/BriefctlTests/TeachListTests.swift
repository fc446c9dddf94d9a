import BriefModel
import Testing

@testable import briefctl

@Suite struct TeachListTests {
    /// Two paragraphs and two lines in a box, of which the judge kept all but the last.
    private let passages = [(1, true), (1, true), (2, true), (2, false)].enumerated().map {
        number, block in
        var passage = ExplainedPassage(
            text: "Line \(number)\u{1B}[2J", element: "p", isKept: block.1, reason: "", score: 0.5)
        (passage.line, passage.place) = (UInt64(100 + number), UInt64(block.0))
        return passage
    }

    @Test func `an untouched list changes nothing, and shows nothing that a terminal obeys`() throws
    {
        let text = TeachList.text(of: passages, subject: "3f2a")
        #expect(text.contains("keep 3  Line 2"))
        #expect(text.contains("drop 4  Line 3"))
        #expect(!text.contains("\u{1B}"))
        #expect(try TeachList.read(text, of: passages) == passages.map(\.isKept))
    }

    @Test func `reads verbs in full and by their first letters`() throws {
        let text = "# keep 9\n\nd 1 Line\nkeep 4\n  drop\t2\tLine 1\n"
        #expect(try TeachList.read(text, of: passages) == [false, false, true, true])
    }

    @Test(arguments: ["keep", "keep 0", "keep 5", "keep x", "fixup 1", "1 keep"])
    func `refuses what names no block`(line: String) {
        #expect(throws: Failure.self) { try TeachList.read(line, of: passages) }
    }

    @Test(arguments: [("3,5-7", [3, 5, 6, 7]), ("1", [1]), ("", [])])
    func `reads numbers and ranges`(text: String, numbers: [Int]) throws {
        #expect(try TeachList.numbers(text, of: 7) == numbers)
    }

    @Test(arguments: ["0", "8", "3-", "-3", "5-3", "a", "1-2-3", "1;2"])
    func `refuses numbers of no block`(text: String) {
        #expect(throws: Failure.self) { try TeachList.numbers(text, of: 7) }
    }

    @Test func `a block that is dropped teaches its words and its place`() {
        let labels = TeachList.labels(of: passages, wanted: [true, true, false, false])
        #expect(labels == PageLabels(kept: [], dropped: [2, 102]))
    }

    @Test func `a place that holds text too teaches the words alone`() {
        var known = SiteLabels()
        known.add(TeachList.labels(of: passages, wanted: [false, true, true, false]))
        #expect(known.says(100, atLeast: 1) == false)
        #expect(known.says(1, atLeast: 1) == nil)
    }

    @Test func `nothing changed teaches nothing`() {
        #expect(TeachList.labels(of: passages, wanted: passages.map(\.isKept)).isEmpty)
    }
}
