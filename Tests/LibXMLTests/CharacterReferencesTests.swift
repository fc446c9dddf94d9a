import Testing

@testable import LibXML

@Suite struct CharacterReferencesTests {
    @Test(arguments: [
        ("Mart&iacute;n &amp; &Scaron;imko", "Martín & Šimko"), ("it&apos;s", "it's"),
        ("&#146;tis &#x2019;&#8364;", "’tis ’€"), ("a&nbsp;b", "a b"),
        ("AT&T; &nosuch; &#0; &", "AT&T; &nosuch; &#0; &"), ("&lt;b&gt;", "<b>"),
    ])
    func `stand for the characters of HTML 4 and XML`(text: String, shown: String) {
        #expect(CharacterReferences.resolved(text) == shown)
    }
}
