import Testing

@testable import ArticleExtraction

@Suite struct LineTraitsTests {
    @Test func `counts letters, words and marks of any script`() {
        let counts = LetterCounts("The O’Neill-Marl «7» 7 | Über, ٣ 記者 ǅ — x")
        #expect(counts.words == 8 && counts.ideographs == 2)
        #expect(counts.capital == 3 && counts.small == 1 && counts.digits == 3)
        #expect(counts.capitalLetters == 5 && counts.smallLetters == 13)
        #expect(counts.commas == 1 && counts.dividers == 3 && counts.hasQuotes)
        #expect(counts.startsCapital && counts.characters == 41)
    }

    @Test func `tells how many lines are the same`() {
        let lines = ["One", "two", "ONE", "six", "Three", "one"].map {
            LineTraits(TextLine(text: $0))
        }
        #expect(lines.counted().map(\.copies) == [3, 1, 3, 1, 1, 3])
    }

    @Test(arguments: [
        ("", 0), ("One", 0), ("One.", 1), ("One. Two! Three?", 3), ("3.5 m", 0), ("“One.” Two", 1),
        ("一。二！", 2), ("One.) two", 1), ("One… two", 1), ("Hm...", 1), ("One.Two.", 1),
    ])
    func `counts sentences by their ends`(text: String, count: Int) {
        #expect(SentenceMarks.count(in: text) == count)
    }
}
