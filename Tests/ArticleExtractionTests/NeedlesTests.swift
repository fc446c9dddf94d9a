import Testing

@testable import ArticleExtraction

@Suite struct NeedlesTests {
    private let needles = Needles(["ab", "sail", "open.php", "/x/"])

    private func stand(in text: String) -> Bool { needles.stand(in: text.utf8Span.span) }

    @Test(arguments: ["ab", "xAB", "mainSAIL", "/Open.php?x", "a/X/", "aab", "saisail"])
    func `finds a word anywhere, whatever its case`(text: String) {
        #expect(stand(in: text))
    }

    @Test(arguments: ["", "a", "ba", "sai", "sai l", "open-php", "äb", "/x", "@b"])
    func `finds nothing else`(text: String) {
        #expect(!stand(in: text))
    }

    @Test func `knows whole words only`() {
        let words = KnownWords(["pixel", "hit"])
        let known = ["pixel", "Pixel", "HIT", "", "pixels", "hi", "p1xel"].filter {
            words.contains($0.utf8Span.span)
        }
        #expect(known == ["pixel", "Pixel", "HIT"])
    }
}
