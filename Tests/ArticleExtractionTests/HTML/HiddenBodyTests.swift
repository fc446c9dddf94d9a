import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

@Suite struct HiddenBodyTests {
    private static let sentence =
        "The ferry crossed the sound on Monday, half an hour late, with nine people and a dog on board. "

    private static func long(_ count: Int = 8) -> String {
        String(repeating: sentence, count: count)
    }

    private func extract(_ scripts: String, body: String = "<div id=app>Loading</div>") throws
        -> Article
    {
        let html = """
            <html><head><title>Ferry runs again | Harbour Paper</title></head>
            <body>\(body)\(scripts)</body></html>
            """
        return try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html, url: "https://paper.example/ferry",
                arrival: Date(timeIntervalSince1970: 1_750_000_000)))
    }

    static let scripts: [(String, String)] = [
        (
            "JSON-LD",
            """
            <script type="application/ld+json">{"@type":"NewsArticle",
            "articleBody":"\(long())\\n\\n\(long())"}</script>
            """
        ),
        (
            "markup in the state of an application",
            """
            <script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"post":{
            "title":"Ferry runs again","body":"<p>\(long())<\\/p><p>\(long())<\\/p>"}}}}</script>
            """
        ),
        (
            "a list of paragraphs",
            """
            <script type="application/json">{"story":{"content":[{"type":"paragraph","content":[
            {"type":"text","value":"\(long())"}]},{"type":"ad","text":"Buy this boat now, it is cheap."},
            {"type":"paragraph","content":[{"type":"text","value":"\(long())"}]}]}}</script>
            """
        ),
        (
            "a variable",
            """
            <script>window.__INITIAL_STATE__ = {"article":{
            "articleBody":"\(long())\\n\(long())"}};</script>
            """
        ),
        (
            "JSON within a string",
            """
            <script>window.__STATE__ = JSON.parse("{\\"article\\":{\\"body\\":\\"\(long())\\\\n\
            \(long())\\"}}");</script>
            """
        ),
        (
            "a function's value",
            """
            <script>window.__NUXT__=(function(a,b){return {data:[{body:"\\u003Cp>\
            \(long())\\u003C\\u002Fp>\
            \\u003Cp>\(long())\\u003C\\u002Fp>"}]}}(1,2));</script>
            """
        ),
        (
            "markup that a script shows",
            "<script type='text/template'><p>\(long())</p><p>\(long())</p></script>"
        ),
    ]

    @Test(arguments: scripts) func `reads a body that stands in a script`(
        kind: String, script: String
    )
        throws
    {
        let article = try extract(script)
        let paragraph = String(Self.long().dropLast())
        #expect(article.text == paragraph + "\n" + paragraph)
        #expect(article.warnings.contains { $0.contains("body taken from") })
        #expect(article.title == "Ferry runs again")
    }

    @Test func `keeps the structure of rich text`() throws {
        let article = try extract(
            """
            <script type="application/json">{"document":{"nodeType":"document","content":[
            {"nodeType":"heading-2","content":[{"nodeType":"text","value":"Why it took so long"}]},
            {"nodeType":"paragraph","content":[{"nodeType":"text","value":"\(Self.long(10))"}]},
            {"nodeType":"unordered-list","content":[{"nodeType":"list-item","content":[
            {"nodeType":"paragraph","content":[{"nodeType":"text","value":"Two pumps & <one> shaft"}]}]}]}]}}
            </script>
            """)
        #expect(article.markdown.hasPrefix("## Why it took so long\n\nThe ferry"))
        #expect(article.markdown.hasSuffix("\n\n- Two pumps & \\<one\\> shaft"))
    }

    @Test func `prefers the text of the object that bears the page's title`() throws {
        let article = try extract(
            """
            <script type="application/json">{"posts":[{"title":"Another day at sea",
            "body":"<p>\(Self.long(12)) Not this one.</p>"},{"title":"Ferry runs again",
            "body":"<p>\(Self.long(9))This one.</p>"}]}</script>
            """)
        #expect(article.text.hasSuffix("This one.") && !article.text.contains("Not this"))
    }

    @Test(arguments: [
        // Other parts of a page.
        "<script type='application/json'>{\"cookieConsent\":{\"text\":\"\(long(12))\"}}</script>",
        "<script type='application/json'>{\"relatedArticles\":[{\"body\":\"\(long(12))\"}]}</script>",
        // A list of articles is none of them.
        """
        <script type='application/json'>{"content":[{"title":"A day","url":"/a","text":"\(sentence)"},
        {"title":"A night","url":"/b","text":"\(sentence)"}]}</script>
        """,
        // Code, styles, blanks to fill.
        "<script type='application/json'>{\"html\":\"<style>\(long(12))</style>\"}</script>",
        "<script type='text/template'><p>{{ title }} \(long(12))</p></script>",
        "<script>function draw() { var text = \"\(long(12))\"; }</script>",
        // Cut off in the middle.
        "<script type='application/json'>{\"body\":{\"a\":[{\"b\":",
        "<script type='application/json'>\(String(repeating: "[", count: 100_000))</script>",
    ])
    func `takes nothing else for a body`(script: String) throws {
        let article = try extract(script)
        #expect(!article.warnings.contains { $0.contains("body taken from") })
    }

    @Test func `leaves a page alone that shows its text`() throws {
        let body = "<article><p>\(Self.long(6))</p><p>\(Self.long(6))</p></article>"
        let article = try extract(
            "<script type='application/json'>{\"body\":\"\(Self.long(14))Hidden.\"}</script>",
            body: body)
        #expect(!article.text.contains("Hidden."))
    }

    @Test func `reads what only readers without scripts are shown`() throws {
        let article = try extract("", body: "<noscript><p>\(Self.long())</p></noscript>")
        #expect(article.text == String(Self.long().dropLast()))
    }

    @Test func `a consent box that a script would show is no body`() throws {
        let article = try extract(
            """
            <script type="text/template"><div class="cookie-consent-box"><p>\(Self.long())</p>
            <p>\(Self.long())</p></div></script>
            """, body: "<p>\(Self.sentence)</p>")
        #expect(article.warnings.isEmpty)
        #expect(article.wordCount < 40)
    }
}
