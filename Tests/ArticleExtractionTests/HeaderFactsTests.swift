import Testing

@testable import ArticleExtraction

@Suite struct HeaderFactsTests {
    private static let prose = PlainTextReaderTests.body.joined(separator: "\n\n")

    @Test(arguments: [
        "Ada Example\nMarch 3, 2019",
        "Ada Example | March 3, 2019",
        "Written by:\nAda Example\nMarch 3, 2019",
        "Author\nAda Example",
    ])
    func `reads a name below a label or beside the date`(header: String) {
        let body = PlainTextReader.read("The Winter of the Ferry\n\n\(header)\n\n\(Self.prose)")
        #expect(body.authors == ["Ada Example"])
        #expect(body.title == "The Winter of the Ferry")
    }

    @Test(arguments: ["Ferries\nMarch 3, 2019", "Island news from 12 harbours\nMarch 3, 2019"])
    func `takes no menu entry for an author`(header: String) {
        let body = PlainTextReader.read("The Winter of the Ferry\n\n\(header)\n\n\(Self.prose)")
        #expect(body.authors.isEmpty)
    }

    @Test func `takes the visible title where the window's has the site's name`() {
        let body = PlainTextReader.read(
            "The Winter of the Ferry | Island Gazette\n\nHome\nNews\n\nThe Winter of the Ferry\n\n"
                + "By Ada Example\nMarch 3, 2019\n\n\(Self.prose)")
        #expect(body.title == "The Winter of the Ferry")
    }
}
