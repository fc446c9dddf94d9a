import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct SignaturesTests {
    private static let prose =
        "<p>The harbour board met for the third time this year, and its members agreed that the old pier, which has "
        + "stood since the flood, would be repaired before winter comes.</p>"

    /// What is left of a body in which everything was kept.
    private func left(_ html: String, author: String? = nil) -> [String] {
        let head = author.map { "<head><meta name='author' content='\($0)'></head>" } ?? ""
        let page = PageReader.read(
            HTMLTree(parsing: Array("<html>\(head)<body>\(html)</body></html>".utf8)))
        var verdict = BodyVerdict(
            kept: [Bool](repeating: true, count: page.passages.count), quality: 1)
        Signatures(page: page, metadata: PageMetadata(page.tree)).drop(from: &verdict)
        return page.passages.indices.filter { verdict.kept[$0] }.map {
            String(page.string($0).prefix(12))
        }
    }

    @Test func `drops the note on the author at the end, and no other person's`() {
        let body = Self.prose + Self.prose + "<p>Joan Ebden is a writer who lives on the coast.</p>"
        #expect(left(body, author: "Joan Ebden").count == 2)
        #expect(left(body, author: "Mary Coll").count == 3)
    }
}
