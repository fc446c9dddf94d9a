import Testing

@testable import ArticleExtraction

@Suite struct StatedSummaryTests {
    private let text = """
        The harbour of Northwick reopened on Monday after nine weeks of repairs.

        Boats came in by the dozen.
        """

    private func clean(_ stated: String, authors: [String] = []) -> String? {
        StatedSummary.clean(stated, of: text, authors: authors)
    }

    @Test(arguments: [
        "Share this on WhatsApp", "Share this: ", "4 March 2026 ", "By Ada Marl ", "3 min read ",
        "Ada Marl | ", "Teilen ",
    ])
    func `begins where the text does`(opening: String) {
        #expect(
            clean(
                opening + "The harbour of Northwick reopened on Monday after", authors: ["Ada Marl"]
            )
                == "The harbour of Northwick reopened on Monday after")
    }

    /// "Said before" stands in no brief where the reader left it out.
    @Test(arguments: [
        "Nine weeks were two too many. ", "On the quay, people sang: ", "Ferries: ",
    ])
    func `keeps what is told before it`(opening: String) {
        let stated = opening + "The harbour of Northwick reopened on Monday after"
        #expect(clean(stated) == stated)
    }

    @Test(arguments: [
        ("Boats came in by the […]", "Boats came in by the…"),
        ("Boats came in by the [...]", "Boats came in by the…"),
        ("Boats came in by … Read More", "Boats came in by…"),
        ("Boats came in by... Weiterlesen", "Boats came in by…"),
        ("Boats came in … by the dozen", "Boats came in … by the dozen"),
        ("Boats came in...", "Boats came in..."),
    ])
    func `says in one way that it goes on`(stated: String, summary: String) {
        #expect(clean(stated) == summary)
    }

    @Test(arguments: [
        (
            "Boats &amp; nets aren&rsquo;t sold &oacute; le&iacute;dos",
            "Boats & nets aren’t sold ó leídos"
        ),
        ("<p>Boats <strong>came</strong> in.</p>", "Boats came in."),
        ("Boats came in.<br/><br/>", "Boats came in."),
        ("Boats came near<a cla", "Boats came near"),
        ("The <table> element shows a < b", "The <table> element shows a < b"),
    ])
    func `reads markup that is written as text`(stated: String, summary: String) {
        #expect(clean(stated) == summary)
    }

    @Test func `is none where nothing is said`() {
        #expect(clean(" &nbsp; <br>") == nil)
    }
}
