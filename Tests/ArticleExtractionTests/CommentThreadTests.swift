import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct CommentThreadTests {
    private static let text = (1...6).map { number in
        "<p>The harbour board met for the \(number). time this year, and its members agreed that the old pier would be"
            + " repaired before the winter comes.</p>"
    }.joined()
    private static let thread =
        "<p>I have walked that pier for forty years, and it was never in so bad a state as now.</p>"
        + "<p>My father built it. He would weep to see it, and then he would mend it himself.</p>"

    private func kept(_ html: String, isForum: Bool = false) -> [String] {
        let page = PageReader.read(HTMLTree(parsing: Array(html.utf8)))
        var kept = page.passages.map { _ in true }
        CommentThread(page: page).drop(from: &kept, unless: isForum)
        return page.passages.indices.filter { kept[$0] }.map(page.string)
    }

    @Test func `what stands below the heading of comments goes with it`() {
        let found = kept("<body>\(Self.text)<h3>2 Comments</h3>\(Self.thread)</body>")
        #expect(found.count == 6)
        #expect(found.allSatisfy { $0.contains("harbour board") })
    }

    @Test func `a forum keeps what its readers wrote`() {
        #expect(
            kept("<body>\(Self.text)<h3>2 Comments</h3>\(Self.thread)</body>", isForum: true).count
                == 9)
    }

    @Test func `a count of comments above the article or a link to them ends nothing`() {
        #expect(kept("<body><p>2 Comments</p>\(Self.text)</body>").count == 7)
        #expect(
            kept("<body>\(Self.text)<a href='#c'>Comments</a>\(Self.thread)</body>").count == 9)
    }
}
