import Testing

@testable import ArticleExtraction

@Suite struct StringSearchTests {
    @Test(arguments: [
        ("", []), ("  \n", []), ("one", ["one"]),
        (" zwei\u{A0}drei\u{3000}四 ", ["zwei", "drei", "四"]),
    ])
    func `words stand between white space of any kind`(text: String, words: [String]) {
        #expect(text.splitAtSpaces().map(String.init) == words)
    }

    @Test func `what follows the last split stays together`() {
        #expect("a b c d".splitAtSpaces(maxSplits: 2).map(String.init) == ["a", "b", "c d"])
    }

    @Test(arguments: [
        ("A | B", ["A", "B"]), (" | B", ["B"]), ("A |  | B | ", ["A", "B"]), ("A|B", ["A|B"]),
    ])
    func `parts stand between separators, empty ones are left out`(text: String, parts: [String]) {
        #expect(text.parts(between: " | ") == parts)
    }
}
