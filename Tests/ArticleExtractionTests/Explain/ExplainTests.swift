import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

/// `ArticleExtractor.explain`.
@Suite struct ExplainTests {
    private static let page = """
        <!DOCTYPE html><html lang="en"><head><title>The old ferry sails again</title></head><body class="sidebar">
        <nav><ul><li><a href="/">Front page</a></li><li><a href="/harbour">Harbour</a></li></ul></nav>
        <div style="display:none"><p>Nobody ever sees this sentence, which stands in a box that is not shown.</p></div>
        <article><h1>The old ferry sails again</h1>
        <p>The ferry that carried three generations to the island left the yard on Monday, freshly painted, and was
        met by a crowd of several hundred people who had waited in the rain since the morning.</p>
        <p>Its engine, built in 1954, was taken apart piece by piece; the shipwrights say that it will run for another
        thirty years, if somebody keeps on oiling the valves and nobody paints over the vents.</p>
        <div class="share-bar">Facebook Twitter WhatsApp</div>
        <p>The first crossing is planned for the week after next, the town's mayor said, and tickets cost what they
        cost in the year in which the ship was laid up: two crowns and a half, children ride for nothing.</p>
        </article>
        <div class="comments"><h3>Comments</h3><p>I was there and it was wonderful, thank you so much!</p></div>
        <footer><p>Harbour Gazette, Quay Street 4</p></footer></body></html>
        """

    private func explain(
        _ text: String, type: DocumentType = .html, scope: ExtractionRequest.Scope = .page
    ) throws -> Explanation {
        try ArticleExtractor().explain(
            ExtractionRequest(
                bytes: Array(text.utf8), type: type, scope: scope,
                arrival: Date(timeIntervalSince1970: 1_790_000_000)))
    }

    private func reason(_ beginning: String, in found: Explanation) -> String? {
        found.passages.first { $0.text.hasPrefix(beginning) && !$0.isKept }?.reason
    }

    @Test func `says for every block whether it is kept, and why`() throws {
        let found = try explain(Self.page)
        let kept = found.passages.filter(\.isKept)
        #expect(kept.map { String($0.text.prefix(9)) } == ["The ferry", "Its engin", "The first"])
        #expect(kept.allSatisfy { $0.reason == "reads like the article" && $0.score ?? 0 > 0.35 })
        #expect(kept.map(\.element) == ["p", "p", "p"])
        #expect(reason("Front page", in: found) == "in the navigation")
        #expect(reason("Nobody ever", in: found) == "hidden: the page does not show it")
        #expect(reason("The old ferry", in: found) == "repeats the title")
        #expect(reason("Facebook", in: found) == "in a box beside the text (\"share-bar\")")
        #expect(reason("I was there", in: found) == "in the comments")
        #expect(reason("Harbour Gazette", in: found) == "in a footer")
    }

    @Test func `says of comments that they are`() throws {
        let text = (1...6).map { number in
            "<p>The harbour board met for the \(number). time this year, and its members agreed that the old pier"
                + " would be repaired before the winter comes.</p>"
        }.joined()
        let found = try explain(
            "<body><h1>The pier</h1>\(text)<h3>2 Comments</h3><p>I have walked that pier for forty years, and it was"
                + " never in so bad a state as it is now, I am sorry to say.</p></body>")
        #expect(reason("I have walked", in: found) == "below the article: comments")
    }

    @Test func `what is kept are the blocks of the text`() throws {
        let found = try explain(Self.page)
        let kept = found.passages.filter(\.isKept).map(\.text)
        #expect(kept == found.article.text.split(separator: "\n").map(String.init))
    }

    @Test func `explains the content of an entry without scores`() throws {
        let found = try explain("<p>A short note from a feed.</p>", scope: .content)
        #expect(found.passages.map(\.isKept) == [true])
        #expect(found.passages.allSatisfy { $0.score == nil })
    }

    @Test func `explains the lines of a plain text`() throws {
        let text = """
            Home > Harbour > The old ferry sails again

            The old ferry sails again

            The ferry that carried three generations to the island left the yard on Monday, freshly painted, and was met by a crowd of several hundred people.

            Its engine, built in 1954, was taken apart piece by piece; the shipwrights say that it will run for another thirty years, if somebody keeps on oiling it.

            Share this article on Facebook
            """
        let found = try explain(text, type: .text)
        #expect(found.passages.filter(\.isKept).count == 2)
        #expect(reason("Share this", in: found) == "a line of furniture: sharing or printing")
        #expect(reason("The old ferry", in: found) == "is the title")
    }

    @Test func `says that a body found in data was not among the blocks`() throws {
        let words = (1...90).map { "word\($0)" }.joined(separator: " ")
        let found = try explain(
            """
            <html><head><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"\(words)."}
            </script></head><body><p>Loading the page.</p></body></html>
            """)
        #expect(found.passages.allSatisfy { !$0.isKept })
        #expect(found.notes.count == 1)
    }

    @Test func `judges nothing of a Markdown document, and says so`() throws {
        let found = try explain("# A title\n\nA text.", type: .markdown)
        #expect(found.passages.isEmpty && found.notes.count == 1)
    }
}
