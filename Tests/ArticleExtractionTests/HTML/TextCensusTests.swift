import Testing

@testable import ArticleExtraction

@Suite struct TextCensusTests {
    @Test func `counts hold however long the text is`() {
        for times in [1, 5_000] {
            let census = TextCensus(String(repeating: "A1, b. Ü ", count: times))
            #expect(census.characters == Int32(9 * times))
            #expect(census.words == Int32(3 * times))
            #expect(census.capitals == Int32(times))
            #expect(census.digits == Int32(times))
            #expect(census.commas == Int32(times))
            #expect(census.sentenceEnds == Int32(times))
        }
    }

    @Test func `a text of one kind of character is counted whole`() {
        #expect(TextCensus(String(repeating: "7", count: 40_000)).digits == 40_000)
        #expect(TextCensus(String(repeating: ",", count: 40_000)).commas == 40_000)
        #expect(TextCensus(String(repeating: "漢", count: 40_000)).ideographs == 40_000)
        #expect(TextCensus(String(repeating: "a", count: 40_000)).words == 1)
    }

    @Test func `a word goes on over letters beyond ASCII`() {
        #expect(TextCensus("naïve Über x\u{2014}y").words == 4)
    }
}
