import Testing

@testable import ArticleExtraction

@Suite struct CleanTextTests {
    @Test(arguments: [
        ("  a\n\t b ", "a b"), ("a\u{A0}\u{3000}b", "a b"), ("co\u{AD}op\u{200B}er", "cooper"),
        ("a\u{7}\u{1B}b\u{202E}c", "abc"), ("नम\u{200D}स", "नम\u{200D}स"), ("", ""),
    ])
    func `collapses white space and drops what is no text`(text: String, clean: String) {
        #expect(CleanText(text).string == clean)
    }
}
