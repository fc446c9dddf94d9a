import Testing

@testable import LibXML

@Suite struct HTMLDocumentTests {
    private static let page = """
        <html><body><div class="a b"><p>Åland <b>one</b></p><p>two</p></div>
        <div class="c" title="T"><p>three</p></div></body></html>
        """

    @Test func `reads what expressions find`() throws {
        let document = try #require(HTMLDocument(parsing: Array(Self.page.utf8)))
        #expect(try document.strings("//p") == ["Åland one", "two", "three"])
        #expect(try document.strings("//div/@title") == ["T"])
        #expect(try document.strings("concat('x', count(//p))") == ["x3"])
        #expect(try document.strings("//p[3] | //p[1]").count == 2)
        #expect(try document.strings("//table") == [])
        #expect(try document.matches("//div[@class='c']") == true)
        #expect(try document.matches("count(//p) > 9") == false)
        #expect(try document.html("//b") == ["<b>one</b>"])
    }

    @Test func `gives an element within another one only once`() throws {
        let document = try #require(HTMLDocument(parsing: Array(Self.page.utf8)))
        let pieces = try document.html("//div[@class='a b'] | //p")
        #expect(pieces.count == 2)
        #expect(pieces[0].hasPrefix("<div class=\"a b\">") && pieces[1] == "<p>three</p>")
    }

    @Test func `takes out elements, those within them, attributes and texts`() throws {
        let document = try #require(HTMLDocument(parsing: Array(Self.page.utf8)))
        #expect(try document.remove("//div[@class='a b'] | //div//b | //p[2]") == 3)
        #expect(try document.remove("//@title | //text()[contains(., 'three')]") == 2)
        #expect(try document.remove("//nothing") == 0)
        #expect(try document.strings("//p") == [""])
        #expect(document.html().contains("<div class=\"c\"><p></p></div>"))
        #expect(try document.remove("/*") == 1)
        #expect(try document.strings("//p") == [])
    }

    @Test func `takes out elements together with their own parts`() throws {
        let document = try #require(HTMLDocument(parsing: Array(Self.page.utf8)))
        #expect(try document.remove("//div | //div/@class | //p | //p/text() | //b") == 11)
        #expect(try document.strings("//body//*") == [])
    }

    @Test(arguments: [
        ("//div[", 7), ("//p[@class='x", 12), ("", 1), ("//p)", 4),
    ])
    func `says where an expression breaks off`(expression: String, character: Int) {
        let error = #expect(throws: XPathError.self) { try HTMLDocument.check(expression) }
        guard case .syntax(let found)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(abs(found - character) <= 3)
    }

    @Test(arguments: ["php:function('x')", "nosuch(//p)", "$variable", "svg:path", "contains('a')"])
    func `refuses what XPath does not know`(expression: String) {
        #expect(throws: XPathError.self) { try HTMLDocument.check(expression) }
    }

    @Test func `ends an expression that takes too long`() throws {
        let many = String(repeating: "<p>a</p>", count: 6_000)
        let document = try #require(HTMLDocument(parsing: Array(many.utf8)))
        #expect(throws: XPathError.evaluation(reason: "the expression takes too many steps")) {
            try document.strings("//p[count(//p[count(//p) > 1]) > 1]")
        }
        #expect(try document.strings("//p").count == 6_000)
    }

    @Test(arguments: [
        "//*[contains(string(/),string(.))]", "//*[translate(string(/),'a','b')='c']",
        "//*[substring-before(string(/),'zz')='c']", "//*[concat(string(/),.)='c']",
        "//*[normalize-space(string(/))='c']", "//*[substring(/,2)='c']", "//*[starts-with(/,'q')]",
        "//*[string-length(/)=1]", "//*[sum(//p)=1]", "//*[number(/)=1]",
        "//p[substring-after(//body,'q')='c']",
    ])
    func `counts what functions over strings go through`(expression: String) throws {
        let many = String(repeating: "<p>some words</p>", count: 20_000)
        let document = try #require(HTMLDocument(parsing: Array(many.utf8)))
        #expect(throws: XPathError.evaluation(reason: "the expression takes too many steps")) {
            try document.matches(expression)
        }
        // What rules ask for is far from it.
        #expect(try document.strings("//p[contains(., 'some')]").count == 10_000)
        #expect(try document.strings("concat(substring(//p,1,4),'!')") == ["some!"])
        #expect(try document.strings("normalize-space(' a  b ')") == ["a b"])
        #expect(try document.strings("//p[string-length()=10][2]") == ["some words"])
    }

    @Test func `reads no file and holds deep pages`() throws {
        let page = String(repeating: "<div>", count: 50_000) + "a"
        let document = HTMLDocument(parsing: Array(page.utf8))
        #expect(try document?.strings("//div").count ?? 0 <= HTMLDocument.maxResults)
        #expect(throws: XPathError.self) { try HTMLDocument.check("document('/etc/passwd')") }
        #expect(HTMLDocument(parsing: []) == nil)
    }
}
