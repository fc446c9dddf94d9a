import Testing

@testable import ArticleExtraction

@Suite struct PartSearchTests {
    @Test(arguments: [
        ("https://media.example.org/a.gif", "media", true), ("abcabd", "abd", true),
        ("aaab", "aab", true), ("abc", "abcd", false), ("", "a", false), ("a", "", true),
        ("Größe", "öß", true), ("Größe", "os", false),
    ])
    func `finds a part of a text`(text: String, part: String, holds: Bool) {
        #expect(text.contains(part) == holds)
        #expect(("<" + text + ">").dropFirst().dropLast().contains(part) == holds)
    }
}
