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
        var kept = [Bool](repeating: true, count: page.passages.count)
        Signatures(page: page, metadata: PageMetadata(page.tree)).drop(from: &kept)
        return page.passages.indices.filter { kept[$0] }.map { String(page.string($0).prefix(12)) }
    }

    @Test(arguments: [
        "By Joan Ebden, 12 March 2024", "12. März 2024 Von Jana Ebden",
        "12 mars 2024 | Par Jeanne Ebden",
    ])
    func `drops the line with author and date before the first paragraph`(line: String) {
        #expect(left("<p>\(line)</p>\(Self.prose)") == ["The harbour "])
    }

    @Test func `knows an author's bare name from the head of the page`() {
        let line = "<div>2024年3月12日 江部田順子</div>"
        #expect(left(line + Self.prose, author: "江部田順子") == ["The harbour "])
        #expect(left(line + Self.prose).count == 2)
    }

    @Test(arguments: ["12 March 2024", "By the sea", "On 12 March 2024 it rained."])
    func `leaves other short lines`(line: String) {
        #expect(left("<p>\(line)</p>\(Self.prose)").count == 2)
    }

    @Test func `leaves such a line behind the first paragraph`() {
        #expect(left(Self.prose + "<p>By Joan Ebden, 12 March 2024</p>" + Self.prose).count == 3)
    }

    @Test func `drops the note on the author at the end, and no other person's`() {
        let body = Self.prose + Self.prose + "<p>Joan Ebden is a writer who lives on the coast.</p>"
        #expect(left(body, author: "Joan Ebden").count == 2)
        #expect(left(body, author: "Mary Coll").count == 3)
    }
}
