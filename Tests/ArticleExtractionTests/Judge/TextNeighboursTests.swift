import Testing

@testable import ArticleExtraction

@Suite struct TextNeighboursTests {
    /// What is kept of a page of which the judge is sure of some lines and thinks this of the others.
    private func kept(
        _ html: String, sure: Set<String>, others: Float = 0.25
    ) -> [String] {
        let page = PageReader.read(PageTree.read(Array(html.utf8)))
        let odds = page.passages.indices.map { sure.contains(page.string($0)) ? 0.98 : others }
        var verdict = BodyVerdict(
            kept: odds.map { $0 > 0.9 }, probability: odds, quality: 0.9)
        TextNeighbours(page: page).restore(&verdict)
        return page.passages.indices.filter { verdict.kept[$0] }.map(page.string)
    }

    @Test func `keeps the list that ends a text, and the heading over it`() {
        let html =
            "<div><p>The ramp is old.</p><h2>Next steps</h2><ul><li>a ramp<li>a licence</ul></div><ul><li>Home</ul>"
        #expect(
            kept(html, sure: ["The ramp is old."])
                == ["The ramp is old.", "Next steps", "a ramp", "a licence"])
    }

    @Test func `keeps all items of a list of which one is kept`() {
        let html = "<div><ul><li>a ramp<li>a licence<li>money</ul><p>The ramp is old.</p></div>"
        #expect(kept(html, sure: ["a licence", "The ramp is old."], others: 0.1).count == 4)
    }

    @Test func `keeps what a colon announces, links too`() {
        let html =
            "<div><p>Three papers say so:</p><ul><li><a href=/a>The survey</a><li><a href=/b>The plan</a></ul></div>"
        #expect(kept(html, sure: ["Three papers say so:"], others: 0.1).count == 3)
        let other = html.replacing("say so:", with: "say so.")
        #expect(kept(other, sure: ["Three papers say so."], others: 0.25).count == 1)
    }

    @Test func `keeps no list of another element, and none that is most unlikely`() {
        let html = "<div><p>The ramp is old.</p></div><ul><li>a ramp<li>a licence</ul>"
        #expect(kept(html, sure: ["The ramp is old."]).count == 1)
        let near = "<div><p>The ramp is old.</p><ul><li>a ramp<li>a licence</ul></div>"
        #expect(kept(near, sure: ["The ramp is old."], others: 0.05).count == 1)
    }

    @Test func `keeps a heading between a text and what it goes on with`() {
        let html =
            "<div><p>The ramp is old.</p><h3>About the yard</h3><p>It builds ramps.</p></div>"
        #expect(kept(html, sure: ["The ramp is old.", "It builds ramps."], others: 0.1).count == 3)
    }

    @Test func `keeps all cells of a table of which most are kept`() {
        let html =
            "<table><tr><th>Club</th><th>Points</th></tr><tr><td>Rovers</td><td>31</td></tr></table>"
        #expect(kept(html, sure: ["Club", "Points", "Rovers"], others: 0.02).count == 4)
        #expect(kept(html, sure: ["Club"], others: 0.02).count == 1)
    }

    @Test func `keeps the rest of a row`() {
        let html = """
            <p>So it went.</p><div><div class=row><div>1887</div><div>The bridge is opened.</div></div>
            <div class=row><div>1940</div><div>It is blown up.</div></div></div>
            """
        let sure: Set = ["So it went.", "The bridge is opened.", "It is blown up."]
        #expect(kept(html, sure: sure, others: 0.15).count == 5)
    }
}
