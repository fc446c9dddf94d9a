import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

@Suite struct LinkedDataTests {
    private static let object = """
        {"@type":"NewsArticle","headline":"Mill opens","datePublished":"2021-10-05",
        "author":{"@type":"Person","name":"Ada Marl"}}
        """

    private func extract(_ script: String, head: String = "") throws -> Article {
        let text = "<p>The lock, the weir and the mill were mended by hand, says the parish.</p>"
        let html = """
            <html><head>\(head)<script type="application/ld+json">\(script)</script></head>
            <body><h1>Mill opens</h1>\(text)</body></html>
            """
        return try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html,
                arrival: Date(timeIntervalSince1970: 1_750_000_000)))
    }

    @Test(arguments: [
        object, "\u{FEFF}" + object, "<![CDATA[\(object)]]>", "//<![CDATA[\n\(object)\n//]]>",
        "/*<![CDATA[*/ \(object) /*]]>*/", "<!--\n\(object)\n-->",
        #"{"@type":"Organization","name":"Weir Times"}"# + "\n" + object,
        object.replacingOccurrences(of: "\"", with: "&quot;"),
        object.replacingOccurrences(of: ",\n", with: ",,\n/* the author */"),
        object.replacingOccurrences(of: ",\n", with: "\n"),
        object.replacingOccurrences(of: "Mill opens", with: #"The "old" Mill opens"#),
        "[[\(object)]]", #"{"@graph":[\#(object)]}"#, #"{"@type":"WebPage","hasPart":\#(object)}"#,
        #"{"@type":"Blog","blogPost":[\#(object)]}"#,
        object.replacingOccurrences(of: "NewsArticle", with: "http://schema.org/NewsArticle"),
        object.replacingOccurrences(of: "NewsArticle", with: "schema:BackgroundNewsArticle"),
        object.replacingOccurrences(of: #""NewsArticle""#, with: #"["Thing","Report"]"#),
    ])
    func `reads a description however it is wrapped`(script: String) throws {
        let article = try extract(script)
        #expect(article.published == "2021-10-05")
        #expect(article.authors == ["Ada Marl"])
    }

    @Test(arguments: [
        (#"{"@list":[{"name":"Ada Marl"},{"name":"Ben Holt"}]}"#, ["Ada Marl", "Ben Holt"]),
        (#"{"@type":"Person","givenName":"Ada","familyName":"Marl"}"#, ["Ada Marl"]),
        (#"{"name":["Ada Marl","https://weir.example/ada"]}"#, ["Ada Marl"]),
        (#"{"name":"Ada Marl","sameAs":["https://weir.example/ada"]}"#, ["Ada Marl"]),
        (#"{"name":"Ada O&#039;Marl"}"#, ["Ada O'Marl"]),
        (#"{"name":"Kim Vale/Getty Images"}"#, []), (#"{"name":"SHUTTERSTOCK"}"#, []),
    ])
    func `reads authors, not their addresses and not those of pictures`(
        author: String, names: [String]
    ) throws {
        let script = Self.object.replacingOccurrences(
            of: #"{"@type":"Person","name":"Ada Marl"}"#, with: author)
        #expect(try extract(script).authors == names)
    }

    @Test(arguments: [#""de-AT""#, #"{"@type":"Language","alternateName":"de-AT"}"#])
    func `reads the language where the page does not say it elsewhere`(value: String) throws {
        let script = Self.object.replacingOccurrences(
            of: "\"headline\"", with: "\"inLanguage\":\(value),\"headline\"")
        #expect(try extract(script).language == "de-AT")
    }

    @Test func `leaves the descriptions of other articles and of things alone`() throws {
        let other = """
            {"@type":"NewsArticle","headline":"A ferry sinks in the bay","url":"https://weir.example/b",
            "datePublished":"2019-01-01","author":"Ben Holt"}
            """
        let own = #"{"@type":"NewsArticle","headline":"Mill opens","url":"https://weir.example/a"}"#
        let canonical =
            "<link rel=canonical href='https://weir.example/a'><title>Mill opens</title>"
        let article = try extract("[\(other),\(own)]", head: canonical)
        #expect(article.published == nil)
        #expect(article.authors.isEmpty)
        let book = #"{"@type":"Book","name":"The Weir","datePublished":"1941-05-24"}"#
        #expect(try extract(book).published == nil)
    }
}
