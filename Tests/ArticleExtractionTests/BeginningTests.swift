import Testing

@testable import ArticleExtraction

@Suite struct BeginningTests {
    @Test func `is whole words on one line, with an ellipsis where more follows`() throws {
        #expect(Beginning.of("Nine boats.\nNone left.") == "Nine boats. None left.")
        let long = String(repeating: "harbour ", count: 40)
        let words = try #require(Beginning.of(long))
        #expect(words.count <= 161)
        #expect(words.hasSuffix("harbour…"))
        #expect(Beginning.of(String(repeating: "港", count: 500))?.count == 161)
        #expect(Beginning.of(" \n") == nil)
    }
}
