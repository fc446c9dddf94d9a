import BriefModel
import Testing

@Suite struct WordWrapTests {
    @Test func `breaks between words, and never beyond the columns`() {
        let text = (1...60).map { "word\($0)" }.joined(separator: " ")
        for columns in [20, 33, 80] {
            let lines = WordWrap(columns: columns, indent: "    ").lines(text, head: "  do: ")
            #expect(lines.allSatisfy { $0.displayWidth <= columns })
            #expect(lines[0].hasPrefix("  do: word1 word2"))
            #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("    word") })
            let words = lines.joined(separator: " ").split(separator: " ").dropFirst()
            #expect(words.joined(separator: " ") == text)
        }
    }

    @Test func `leaves whole what somebody may want to copy`() {
        let address = "https://a.example/" + String(repeating: "x", count: 200)
        let lines = WordWrap(columns: 40, indent: "  ").lines("The feed \(address) is gone.")
        #expect(lines == ["The feed", "  " + address, "  is gone."])
        #expect(WordWrap(columns: 40).lines("") == [""])
    }

    @Test func `breaks scripts without spaces between characters, and counts them as two columns`()
    {
        let lines = WordWrap(columns: 20).lines(String(repeating: "港口日报。", count: 9))
        #expect(lines.allSatisfy { $0.displayWidth <= 22 })
        #expect(lines.count == 5)
        #expect(lines.allSatisfy { !$0.hasPrefix("。") })
    }

    @Test(arguments: [
        ("abc", 3), ("港口", 4), ("e\u{301}t", 2), ("🚢", 2), ("\u{200B}a", 1), ("", 0),
    ])
    func `measures what a terminal shows`(text: String, width: Int) {
        #expect(text.displayWidth == width)
    }
}
