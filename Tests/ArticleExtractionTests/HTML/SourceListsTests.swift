import Testing

@testable import ArticleExtraction

@Suite struct SourceListsTests {
    private static let prose = String(
        repeating:
            "<p>The growers of the valley met on Sunday to settle whether the old trees should stand, and no more.</p>",
        count: 4)

    /// What is kept of a list below a text, of which the judge kept nothing.
    private func kept(_ end: String, odds: Float = 0.12) -> [String] {
        let html =
            "<head><link rel=canonical href='https://www.paper.example/a'></head><body><a href='/'>Paper</a><div>\(Self.prose)\(end)</div>"
        let page = PageReader.read(PageTree.read(Array(html.utf8), isUTF8: true))
        let isText = page.passages.map { $0.census.length > 15 }
        var verdict = BodyVerdict(
            kept: isText, probability: isText.map { $0 ? 0.9 : odds }, quality: 1)
        SourceLists(page: page).restore(&verdict)
        return page.passages.indices.dropFirst(5).filter { verdict.kept[$0] }.map(page.string)
    }

    @Test(arguments: [
        "<h2>Further reading</h2><ul><li><a href='https://a.example/1'>S. Orr, Pears</a>, the best</li></ul>",
        "<h2>Quellen</h2><ol><li><a href='https://a.example/1'>Orr</a></li><li>Vale, 1988.</li></ol>",
        "<p>The papers of the case:</p><ul><li><a href='/plan.pdf'>Plan (PDF)</a></li></ul>",
    ])
    func `keeps sources on other sites, and files`(end: String) {
        #expect(kept(end).count >= 2)
        #expect(kept(end, odds: 0.03).isEmpty)
    }

    @Test(arguments: [
        "<h2>Further reading</h2><ul><li><a href='/1'>The pears of the north</a></li></ul>",
        "<h2>More</h2><ul><li><a href='https://paper.example/1'>The pears of the north</a></li></ul>",
        "<h2>Follow</h2><ul><li><a href='https://x.com/paper'>X</a></li></ul>",
        "<div><h2>Partners</h2><ul><li><a href='https://a.example/1'>Ten ways to prune</a></li></ul></div>",
    ])
    func `leaves out other articles, and what stands apart`(end: String) {
        #expect(kept(end).isEmpty)
    }
}
