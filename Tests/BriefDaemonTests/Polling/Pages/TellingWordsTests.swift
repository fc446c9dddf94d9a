import Testing

@testable import BriefDaemon

@Suite struct TellingWordsTests {
    @Test(arguments: [
        ("The ferries are stopped", "A ferry was stopping", 2, 1),
        ("This is what they were", "", 0, 0),
        ("EU und Nato", "Die EU berät", 2, 1),
        ("港の渡し船が故障", "昨夜、渡し船が港で故障した", 7, 4),
        ("Паром остановлен", "Вечерний паром остановили", 2, 2),
        ("2026 42", "2026 42", 0, 0),
        ("Go up", "go and see", 1, 1),
    ])
    func `finds the words that tell a text in another one`(
        text: String, other: String, count: Int, found: Int
    ) {
        let words = TellingWords(text)
        #expect(words.found(in: TellingWords(all: other)) == found)
        #expect(words.count == count)
    }
}
