import Testing

@testable import ArticleExtraction

/// What the first lines of a plain text are, and that none of its sentences is lost.
@Suite struct BodyBeginningTests {
    private func read(_ text: String) -> (title: String?, lines: [String], published: String?) {
        let body = PlainTextReader.read(text)
        return (body.title, body.blocks.map { InlineText.plain($0) }, body.published)
    }

    private let prose =
        "The bridge over the brook was closed for two winters, and whoever wanted to see the doctor had to walk by the mill, as their grandparents did."

    @Test(arguments: [
        ("ASHWELL, Kent, May 12, 2025 -- The parish opened the bridge again.", "2025-05-12"),
        ("TANNHOF, 12. Mai 2025 – Die Brücke ist wieder offen.", "2025-05-12"),
        ("Montval, le 12 mai 2025 — Le pont a rouvert ce matin.", "2025-05-12"),
        ("САДОВО, 12 мая 2025 г. — Мост снова открыт.", "2025-05-12"),
    ])
    func `keeps the dateline with its sentence`(line: String, day: String) {
        let found = read("The bridge\n\n\(line)\n\n\(prose)\n")
        #expect(found.title == "The bridge")
        #expect(found.lines == [line, prose])
        #expect(found.published == day)
    }

    @Test(arguments: [
        "On 12 May 2025 the bridge was opened again.",
        "Am 12. Mai 2025 wurde die Brücke wieder geöffnet.",
        "Nobody had asked for it.",
    ])
    func `keeps a sentence above the first paragraph`(line: String) {
        let found = read("The bridge\n\n\(line)\n\n\(prose)\n")
        #expect(found.title == "The bridge")
        #expect(found.lines == [line, prose])
        #expect(found.published == nil)
    }

    @Test(arguments: ["Published on 12 May 2025.", "Zuletzt aktualisiert am 12. Mai 2025"])
    func `reads a line that says when as a fact`(line: String) {
        #expect(read("The bridge\n\n\(line)\n\n\(prose)\n").lines == [prose])
    }

    @Test func `takes no sentence of the text for its title`() {
        let found = read("It rained in the night.\n\n\(prose)\n\nNobody minded.\n")
        #expect(found.title == nil)
        #expect(found.lines == ["It rained in the night.", prose, "Nobody minded."])
    }

    @Test func `keeps the headings between the title and the text`() {
        let found = read(
            "THE BRIDGE\n\nPART ONE.\n\nThe Brook\n\n\(prose)\n\nPART TWO.\n\nIt froze.\n")
        #expect(found.title == "THE BRIDGE")
        #expect(found.lines == ["PART ONE.", "The Brook", prose, "PART TWO.", "It froze."])
    }

    @Test func `makes headings of underlined lines`() {
        let body = PlainTextReader.read(
            "The bridge\n==========\n\n\(prose)\n\nNotes\n-----\n[1] The ledger is kept in the mill, in a tin box.\n"
        )
        #expect(body.title == "The bridge")
        #expect(
            body.blocks == [
                .paragraph([.text(prose)]), .heading(level: 2, content: [.text("Notes")]),
                .paragraph([.text("[1] The ledger is kept in the mill, in a tin box.")]),
            ])
    }
}
