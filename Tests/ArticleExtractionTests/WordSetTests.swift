import Testing

@testable import ArticleExtraction

@Suite struct WordSetTests {
    private let words = WordSet(["Подпишитесь", "teilen"])

    @Test func `finds words as a folded line has them`() {
        let line = FoldedLine("Teilen, подпишитесь und teile")
        #expect(
            line.words.indices.map { words.contains($0, of: line) } == [true, true, false, false])
    }

    @Test func `has the words of both in a union`() {
        let line = FoldedLine("drucken teilen lesen")
        let both = words.union(["drucken"])
        #expect(line.words.indices.map { both.contains($0, of: line) } == [true, true, false])
    }
}
