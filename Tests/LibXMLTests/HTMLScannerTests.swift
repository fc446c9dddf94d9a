import Testing

@testable import LibXML

@Suite struct HTMLScannerTests {
    private func tree(_ html: String) -> HTMLTree { HTMLTree(parsing: Array(html.utf8)) }

    private func text(_ html: String) -> String { tree(html).text(of: 0) }

    private func value(_ name: HTMLAttribute.Name, _ html: String) -> String? {
        let tree = tree(html)
        return tree.nodes.indices.lazy.compactMap { tree.attribute(name, of: $0) }.first
    }

    @Test(arguments: [
        ("<p>a<!-- b > c -->d", "ad"), ("<p>a<!-->b", "ab"), ("<p>a<!--->b", "ab"),
        ("<p>a<!-- b --!>c", "ac"), ("<p>a<!-- b", "a"),
        ("<p>a<!--[if IE]><p>b<![endif]-->c", "ac"),
        ("<p>a<![if !IE]>b<![endif]>c", "abc"), ("<p>a<?php b ?>c", "ac"), ("<p>a</>b", "ab"),
        ("<p>a</ b>c", "ac"), ("<p>a < b <3", "a < b <3"), ("<p>a<", "a<"), ("<p>a</", "a</"),
        ("<p>a<b", "a"), ("<p>a<b title='c>d", "a"),
    ])
    func `leaves out comments, declarations and tags that do not end`(html: String, shown: String) {
        #expect(text(html) == shown)
    }

    @Test(arguments: [
        "document.write('<b>x</b>')", "<!-- document.write('<script>x</script>') -->",
        "<!-- <script> --> y", "<!-- a <script>b</script> c", "if (a</script/.b) {}",
        "a = '</scripts>'", "<!-->",
    ])
    func `ends a script at its own end tag`(code: String) {
        let tree = tree("<body><p>a</p><script>\(code)</script><p>b</p>")
        #expect(tree.text(of: 0).hasSuffix("b"))
        #expect(tree.nodes.last { $0.tag == .p }.map { tree.nodes[Int($0.parent)].tag } == .body)
    }

    @Test func `ends a script or style without an end tag at the next end tag`() {
        #expect(text("<div><script>a = 1; </div><p>b") == "b")
        #expect(text("<div><style>a { } </div><p>b") == "b")
    }

    @Test func `takes markup in a textarea for text, unless it does not end`() {
        #expect(text("<textarea><script>a</textarea><p>b") == "<script>ab")
        #expect(text("<textarea><p>a</p>") == "a")
    }

    @Test(arguments: [
        ("<a @click='x > y' href=/z>", "/z"), ("<a href='/z'class=b>", "/z"),
        ("<a title=\"<script>\" href=\"/z\">", "/z"),
        ("<a href = '/z' href=/y>", "/z"), ("<a href=/z/>", "/z/"), ("<a HREF=&#47;z>", "/z"),
        ("<a (click)=\"a\"\nhref='/z'>", "/z"), ("<a\u{09}href>", ""),
    ])
    func `reads attributes as browsers do`(html: String, address: String) {
        #expect(value(.href, html + "b</a>") == address)
        #expect(text(html + "b</a>") == "b")
    }

    @Test func `does not nest what a slash ends`() {
        let tree = tree("<div><i/>a<b class=x/>c</b></div>")
        #expect(tree.text(of: tree.nodes.firstIndex { $0.tag == .i } ?? 0) == "")
        #expect(tree.text(of: tree.nodes.firstIndex { $0.tag == .b } ?? 0) == "c")
    }

    @Test func `leaves out what is within a drawing`() {
        let tree = tree("<p>a<svg><title>b</title><svg><g/></svg><path d='M0'/></svg>c</p>")
        let svg = tree.nodes.indices.first { tree.nodes[$0].tag == .svg }
        #expect(svg.flatMap { tree.attribute(.title, of: $0) } == "b")
        #expect(tree.text(of: 0) == "ac")
        #expect(!tree.nodes.contains { $0.tag == .unknown })
        #expect(text("<div><svg><g>a<p>b</p></svg>c</div>") == "abc")
        #expect(text("<div><svg><g>a</div><p>b</p></svg>c") == "abc")
    }

    @Test func `keeps names apart that libxml2 would cut in two`() {
        let tree = tree("<a.b><p>x</p></a.b><a.c>y</a.c>")
        #expect(tree.nodes.filter { $0.tag == .unknown }.count == 2)
        #expect(tree.text(of: 0) == "xy")
    }

    @Test func `begins after a byte order mark and white space`() {
        let tree = tree("\u{FEFF}\n <!-- a -->\n<html lang=sv><head><title>b</title>")
        #expect(tree.nodes.map(\.tag) == [.document, .html, .head, .title, .text])
        #expect(tree.attribute(.lang, of: 1) == "sv")
    }

    @Test func `leaves control characters out of texts`() {
        #expect(text("<p>a\u{1}b\u{1B}[1mc\u{0C}d\0e") == "ab[1mc d\u{FFFD}e")
    }

    @Test func `joins no character from pieces of two`() {
        let bytes = Array("<p>a".utf8) + [0xC3] + Array("<b>".utf8) + [0xA9] + Array("</b>".utf8)
        #expect(HTMLTree(parsing: bytes).text(of: 0) == "a\u{FFFD}\u{FFFD}")
    }

    @Test(arguments: 0..<18)
    func `finds a control character wherever it stands`(place: Int) {
        let text = String(repeating: "a\n", count: 9)
        let bytes = Array("<p>".utf8) + text.utf8.prefix(place) + [7] + text.utf8.dropFirst(place)
        #expect(HTMLTree(parsing: bytes).text(of: 0) == text)
    }

    @Test func `joins text around what is left out`() {
        let tree = tree("<p>a<!-- b -->c</i>d</p>")
        #expect(tree.nodes.filter { $0.tag == .text }.count == 1)
        #expect(tree.text(of: 0) == "acd")
    }
}
