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
        var verdict = BodyVerdict(kept: page.passages.map { _ in true }, quality: 1)
        CommentThread(page: page).drop(from: &verdict, unless: isForum)
        return page.passages.indices.filter { verdict.kept[$0] }.map(page.string)
    }

    @Test func `what stands below the heading of comments goes with it`() {
        let found = kept("<body>\(Self.text)<h3>2 Comments</h3>\(Self.thread)</body>")
        #expect(found.count == 6)
        #expect(found.allSatisfy { $0.contains("harbour board") })
    }

    @Test func `comments below a short article go too`() {
        let short = Self.text.split(separator: "</p>").prefix(4).joined(separator: "</p>") + "</p>"
        let thread =
            "<p><b>Sid</b> wrote on 4 March:</p>\(Self.thread)<p>Nell wrote on 5 March:</p>"
        #expect(kept("<body>\(short)<h2>Comments</h2>\(thread)</body>").count == 4)
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

    @Test func `a section of that name ends nothing`() {
        let section = "<h2>Comments</h2>" + Self.thread + "<h2>Decision</h2>" + Self.text
        #expect(kept("<body>\(Self.text)\(section)</body>").count == 16)
        #expect(kept("<body>\(Self.text)<h2>3. Have your say</h2>\(Self.text)</body>").count == 13)
    }

    @Test func `the day of the last change behind a discussion is no comment's`() {
        for (odds, count) in [(Float(0.98), 10), (0.5, 6)] {
            let html =
                "<body>\(Self.text)<h2>Discussion</h2>\(Self.thread)<p>Last changed 9 months ago</p></body>"
            let page = PageReader.read(
                HTMLTree(
                    parsing: Array(html.replacing("The harbour", with: "The old harbour").utf8)))
            var verdict = BodyVerdict(
                kept: page.passages.map { _ in true },
                probability: page.passages.indices.map {
                    $0 < 6 ? 0.98 : page.passages[$0].census.length > 12 ? odds : 0.4
                }, quality: 1)
            CommentThread(page: page).drop(from: &verdict, unless: false)
            #expect(verdict.kept.filter { $0 }.count == count)
        }
    }

    @Test func `subheads of a discussion are no signs of comments`() {
        let parts = ["Response to the flood", "Thoughts on the pier", "More on the figures"].map {
            "<h2>\($0)</h2>" + Self.text
        }.joined()
        #expect(
            kept("<body>\(Self.text)<h2>Discussion</h2>\(Self.text)\(parts)</body>").count == 34)
    }

    @Test(arguments: [
        "<div class='comment'><p>It was never so bad.</p></div>",
        "<p>Ann Coll</p><p>4 March 2026 at 10:15</p><p>It was never so bad.</p><p>Reply</p>",
        "<p>Ann Coll says:</p><p>It was never so bad.</p>", "<form><textarea></textarea></form>",
        "<p>Ann Coll</p><p>3 hours ago</p><p>It was never so bad.</p><p>2 days ago</p>",
    ])
    func `names, days and buttons tell comments`(thread: String) {
        for heading in ["Comments", "Kommentare", "Discussion about this post", "Discussion"] {
            let html = "<body>\(Self.text)<h3>\(heading)</h3>\(thread)</body>"
            #expect(kept(html).count == 6, "\(heading)")
        }
    }
}
