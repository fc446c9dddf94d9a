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

    @Test(arguments: [0, 1, 63, 127, 128, 129, 255, 256, 300])
    func `a part is found wherever it stands`(place: Int) {
        for part in ["x", "xy", "xyx", String(repeating: "xy", count: 100)] {
            let text =
                String(repeating: "ax", count: place / 2 + 1).prefix(place) + " " + part + "b"
            let found = String(text).firstRange(of: part)
            #expect(
                found.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? -1
                    == Self.place(of: part, in: String(text)), "\(part.count)")
            #expect(!String(text).holds(part + "c") && String(text).holds(part))
        }
        #expect(!"".holds("x") && !"xx".holds("") && "xx".contains(""))
    }

    /// The same, one place after the other.
    private static func place(of part: String, in text: String) -> Int {
        let (bytes, needle) = (Array(text.utf8), Array(part.utf8))
        return (0...bytes.count).first { bytes[$0...].starts(with: needle) } ?? -1
    }

    @Test(arguments: [
        "", "abc", "abcdef", "abc\r\ndef", "abc\u{301}d", "ab\u{301}cd", "àbcdé", "👩‍👩‍👧‍👦abc", "ab\r\nc",
    ])
    func `a beginning has whole characters`(text: String) {
        for length in 0...6 {
            #expect(text.beginning(length) == text.prefix(length), "\(length)")
            #expect(text.isLonger(than: length) == (text.count > length), "\(length)")
        }
    }

    @Test(arguments: [
        ("A b, c.", true), ("", false), (" a", false), ("a ", false), ("a  b", false),
        ("a\tb", false), ("é", false), ("a\u{7F}", false), ("a", true),
    ])
    func `text is settled that has one blank between words`(text: String, isSettled: Bool) {
        #expect(text.utf8Span.span.isSettled == isSettled)
        let long = String(repeating: "ab ", count: 100) + text
        #expect(long.utf8Span.span.isSettled == (isSettled && !text.isEmpty))
    }

    @Test func `settled text is folded and cleaned as all other text is`() {
        let text = "The Ferry - \"M-7\" [ran] AGROUND."
        #expect(TextFolding.fold(text) == TextFolding.fold("\u{200B}" + text))
        for before in ["", "a", "a ", " "] {
            var (clean, other) = (CleanText(before), CleanText(before))
            clean.append(text)
            other.append("\u{200B}" + text)
            clean.append("b")
            other.append("b")
            #expect(clean.string == other.string)
        }
    }

    @Test func `digits and other characters of ASCII are found among many`() {
        let text = String(repeating: "é ab, ", count: 60)
        #expect(!text.holdsDigit && !text.holds(UInt8(ascii: "@")))
        #expect((text + "7").holdsDigit && (text + "@").holds(UInt8(ascii: "@")))
    }
}
