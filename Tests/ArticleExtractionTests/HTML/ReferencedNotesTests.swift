import Testing

@testable import ArticleExtraction

@Suite struct ReferencedNotesTests {
    /// What is kept where the judge kept all but these lines.
    private func kept(_ html: String, without lost: Set<String>) -> [String] {
        let page = PageReader.read(PageTree.read(Array(html.utf8)))
        var kept = page.passages.indices.map { !lost.contains(page.string($0)) }
        ReferencedNotes(page: page).restore(&kept)
        return page.passages.indices.filter { kept[$0] }.map(page.string)
    }

    private static let words =
        "The machine had stood under a desk since the spring of the year before, and nobody had asked what it did there until it stopped one night in May."

    @Test(arguments: [
        "<h4>Notes</h4><ol><li id=n1>A desk of oak.</ol>",
        "<h4>Notes</h4><div class=footnote><a id=n1 href='#r1'></a><div><p>A desk of oak.</p></div></div>",
        "<h4>Notes</h4><table><tr><td><a name=n1 href='#r1'></a><td>A desk of oak.</table>",
    ])
    func `keeps the notes that marks lead to, and their heading`(notes: String) {
        let html = "<p>\(Self.words)<sup><a href='#n1'>1</a></sup></p>\(notes)"
        #expect(
            kept(html, without: ["Notes", "A desk of oak."]).suffix(2) == [
                "Notes", "A desk of oak.",
            ])
    }

    @Test func `keeps no list of sources that is longer than the text`() {
        let long = String(repeating: "A desk of oak and of pine. ", count: 40)
        let html =
            "<p>\(Self.words)<sup><a href='#n1'>1</a></sup></p><ol><li id=n1>\(long)</ol>"
        let all = kept(html, without: [CleanText(long).string])
        #expect(all.count == 1)
    }

    @Test(arguments: [
        "<blockquote><p>Nobody owns it.</p><footer>Ann Quay</footer></blockquote>",
        "<figure><blockquote><p>Nobody owns it.</p></blockquote><figcaption>Ann Quay</figcaption></figure>",
        "<blockquote><p>Nobody owns it.</p><cite>Ann Quay</cite></blockquote>",
    ])
    func `keeps the source of a quotation`(quotation: String) {
        let html = "<p>\(Self.words)</p>\(quotation)<footer>Ann Quay, editor</footer>"
        let all = kept(html, without: ["Ann Quay", "Ann Quay, editor"])
        #expect(all.last == "Ann Quay" && all.count == 3)
    }
}
