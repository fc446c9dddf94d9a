import Testing

@testable import ArticleExtraction

/// What stands at the start of a line is a list's where a reader could put it back, and the text's own else.
@Suite struct ListMarksTests {
    private let prose =
        "The bridge over the brook was closed for two winters, and whoever wanted to see the doctor had to walk by the mill."
    private let end =
        "Nobody in the parish expects the boats to stop for good, but a timetable that changes each week helps no one at all."

    private func plain(_ lines: String) -> [String] {
        texts(PlainTextReader.read("The bridge\n\n\(prose)\n\n\(lines)\n\n\(end)\n").blocks)
    }

    private func markdown(_ lines: String) -> [String] {
        texts(MarkdownReader.read("# The bridge\n\n\(prose)\n\n\(lines)\n\n\(end)\n").blocks)
    }

    private func texts(_ blocks: [Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            if case .list(_, _, let items) = block {
                return items.map { "* " + $0.map(InlineText.plain).joined(separator: " ") }
            }
            return [InlineText.plain(block)]
        }.filter { $0 != prose && $0 != end }
    }

    @Test(arguments: [
        "– It comes later than the train, she says, and it waits.",
        "– Den kommer senare än tåget, säger hon.",
    ])
    func `keeps the dash of speech`(line: String) {
        #expect(plain(line) == [line])
    }

    @Test(arguments: [
        "2. Bundesliga stays the aim of the club", "13. Spieltag der Liga",
        "9. Oktober: Sitzung des Rats", "2026. A good year for the mill",
        "1. Mannschaft: The coach called them back.\n\n1. Bundesliga stays the aim.",
        "3. The court rejects it\n\n8. The court rejects that", "4) Holm",
    ])
    func `keeps a number that begins one line, or does not count up`(lines: String) {
        let expected = lines.components(separatedBy: "\n\n")
        #expect(plain(lines) == expected)
        #expect(markdown(lines) == expected)
    }

    @Test(arguments: [
        "1. Salt the rope\n2. Tar the boat\n3. Wait", "1) Salt the rope\n\n2) Tar the boat",
        "7. Salt the rope\n8. Tar the boat",
    ])
    func `reads items that count up as a list`(lines: String) {
        #expect(plain(lines).allSatisfy { $0.hasPrefix("* ") })
        #expect(markdown(lines).allSatisfy { $0.hasPrefix("* ") })
    }

    @Test func `leaves the count of a Markdown list to the program`() {
        #expect(markdown("1. Salt\n1. Tar\n1. Wait") == ["* Salt", "* Tar", "* Wait"])
    }

    @Test(arguments: [
        "- 4 degrees Ashwell\n- 2 degrees Kent", "+ 4 degrees Ashwell\n+ 2 degrees Kent",
        "– 4.2 % is the change of freight.", "+ 12 votes", "- 5 € for children",
    ])
    func `keeps the sign of a figure`(lines: String) {
        let expected = lines.components(separatedBy: "\n")
        #expect(plain(lines) == expected)
        if !lines.hasPrefix("–") { #expect(markdown(lines) == expected) }
    }

    @Test(arguments: [
        "- 2 eggs\n- 3 cups of flour", "- 2019: the mill\n- 2021: the bridge",
        "- 10:30 Doors\n- 11:00 Talk", "- 4 °C in the north\n- rain in the south",
        "+ salt\n+ tar",
    ])
    func `reads the same bullets before anything else as a list`(lines: String) {
        #expect(plain(lines).allSatisfy { $0.hasPrefix("* ") })
        #expect(markdown(lines).allSatisfy { $0.hasPrefix("* ") })
    }

    @Test func `keeps what compares, and quotes what is quoted`() {
        #expect(plain("> 5 years: one tablet a day") == ["> 5 years: one tablet a day"])
        #expect(markdown("> 5 years: one tablet a day") == ["> 5 years: one tablet a day"])
        #expect(
            markdown("> 5 years ago there was no bridge.") == ["5 years ago there was no bridge."])
    }
}
