import Testing

@testable import LibXML

@Suite struct CharacterReferenceTests {
    private func text(_ html: String) -> String {
        HTMLTree(parsing: Array("<p title='\(html)'>\(html)</p>".utf8)).text(of: 0)
    }

    @Test(arguments: [
        ("&amp;", "&"), ("&lt;b&gt;", "<b>"), ("&nbsp;", "\u{A0}"), ("&thetasym;", "ϑ"),
        ("&#228;", "ä"), ("&#xE4;", "ä"), ("&#XE4;", "ä"), ("&#228 b", "ä b"), ("&#x1F600;", "😀"),
        ("&hellip;&hellip;", "……"), ("&Auml;&auml;", "Ää"),
    ])
    func `replaces references`(reference: String, character: String) {
        #expect(text(reference) == character)
    }

    @Test(arguments: ["&", "&&", "&b", "&amp", "&nosuchname;", "&;", "&#;", "&#x;", "a&b=c&d=e"])
    func `leaves what is no reference`(html: String) {
        #expect(text(html) == html)
    }

    @Test(arguments: ["&#0;", "&#7;", "&#xD800;", "&#x110000;", "&#99999999999999999999;"])
    func `leaves out characters that text may not hold`(reference: String) {
        #expect(text("a\(reference)b") == "ab")
    }

    @Test func `takes 128 to 159 for windows-1252`() {
        #expect(text("&#147;a&#148; &#150; &#x80;") == "“a” – €")
    }

    @Test func `replaces references in values`() {
        let tree = HTMLTree(parsing: Array("<a href='/?a&amp;b&#x3d;c&lang=d'>e".utf8))
        let link = tree.nodes.firstIndex { $0.tag == .a } ?? 0
        #expect(tree.attribute(.href, of: link) == "/?a&b=c&lang=d")
    }
}
