import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct BodyJudgeTests {
    private func page(_ html: String) -> Page {
        PageReader.read(HTMLTree(parsing: Array(html.utf8)))
    }

    private func kept(_ html: String) -> [String] {
        let page = page(html)
        let verdict = BodyJudge.shared.verdict(
            of: page, metadata: PageMetadata(page.tree))
        return page.passages.indices.filter { verdict.kept[$0] }.map(page.string)
    }

    private static let paragraphs = (1...6).map { number in
        "<p>The harbour board met for the \(number). time this year, and its members agreed that the old "
            + "pier, which has stood since the flood, would be repaired before winter comes.</p>"
    }.joined()

    @Test func `the weights that are shipped can be read`() {
        let packed = Base64.bytes(of: BodyJudgeWeights.packed)
        #expect(TreeEnsemble(packed: packed, width: PassageFeatures.names.count).isLoaded)
    }

    @Test func `paragraphs of an article are kept, the menu and the footer are not`() {
        let links = (1...12).map { "<li><a href='/s/\($0)'>Section \($0)</a></li>" }.joined()
        let found = kept(
            "<body><nav><ul>\(links)</ul></nav><article><h1>The pier</h1>\(Self.paragraphs)</article>"
                + "<footer><ul>\(links)</ul><p>© 2026 The Harbour Post</p></footer></body>")
        #expect(found.filter { $0.contains("harbour board") }.count == 6)
        #expect(!found.contains { $0.contains("Section") || $0.contains("©") })
    }

    @Test func `a page without text has an empty verdict`() {
        let verdict = BodyJudge.shared.verdict(
            of: page("<body></body>"), metadata: PageMetadata(page("").tree))
        #expect(verdict.kept.isEmpty)
        #expect(verdict.quality == 0)
    }

    @Test func `a passage between likely ones is kept sooner than one that stands alone`() {
        let scores: [Float] = [-0.1, -4, -4, 4, 4, -0.4, 4, -4]
        let verdict = BodyJudge.decide(scores, lengths: [5, 90, 90, 100, 100, 5, 100, 90])
        #expect(verdict.kept == [false, false, false, true, true, true, true, false])
        #expect(verdict.quality > 0.9)
    }

    @Test func `where nothing is likely the likeliest is kept, and the quality is low`() {
        let verdict = BodyJudge.decide([-3, -2], lengths: [10, 10])
        #expect(verdict.kept.contains(true))
        #expect(verdict.quality < 0.4)
    }

    @Test func `the same page gives the same verdict whatever came before`() {
        let html =
            "<body><div class='post'>\(Self.paragraphs)</div><div>\(Self.paragraphs)</div></body>"
        let first = kept(html)
        _ = kept("<body><p>Another page altogether, read in between the two.</p></body>")
        #expect(kept(html) == first)
    }
}
