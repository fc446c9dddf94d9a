import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct NextArticleTests {
    private func paragraphs(_ subject: String, _ count: Int = 5) -> String {
        (1...count).map { number in
            "<p>On day \(number) the \(subject) was looked at again by the people of the town, who had come from "
                + "both banks of the river, and nobody knew what would become of it in the end.</p>"
        }.joined()
    }

    private func article(_ headline: String, _ subject: String, _ count: Int = 5) -> String {
        "<article><h1>\(headline)</h1>\(paragraphs(subject, count))</article>"
    }

    private func kept(_ body: String, title: String) -> [String] {
        let html =
            "<html><head><title>\(title)</title></head><body><main>\(body)</main></body></html>"
        let page = PageReader.read(HTMLTree(parsing: Array(html.utf8)))
        var verdict = BodyVerdict(kept: page.passages.map { _ in true }, quality: 1)
        NextArticle(page: page, metadata: PageMetadata(page.tree)).drop(from: &verdict)
        return page.passages.indices.filter { verdict.kept[$0] }.map(page.string)
    }

    @Test func `an article with a headline of its own below the page's is another one`() {
        let lines = kept(
            article("The mill burns", "mill") + article("A ferry for sale", "ferry"),
            title: "The mill burns - Quay Post")
        #expect(lines.contains { $0.contains("the mill was") })
        #expect(!lines.contains { $0.contains("ferry") })
    }

    @Test func `parts of one article under its headline stay`() {
        let body =
            "<article><h1>The mill burns</h1>\(paragraphs("mill"))"
            + "<article><h1>How it began</h1>\(paragraphs("fire"))</article></article>"
        #expect(kept(body, title: "The mill burns").contains { $0.contains("the fire was") })
    }

    @Test func `chapters of a page that has no headline of its own stay`() {
        let body = article("Spring", "mill") + article("Summer", "ferry")
        #expect(kept(body, title: "A year at the river").count == 12)
    }

    @Test func `a small box in an article's markup stays`() {
        let body = article("The mill burns", "mill") + article("In figures", "ferry", 1)
        #expect(kept(body, title: "The mill burns").contains { $0.contains("ferry") })
    }
}
