import Testing

@testable import LibXML

@Suite struct HTMLTreeTests {
    private func tree(_ html: String) -> HTMLTree { HTMLTree(parsing: Array(html.utf8)) }

    private func first(_ tag: HTMLTag, _ tree: HTMLTree) -> Int? {
        tree.nodes.firstIndex { $0.tag == tag }
    }

    @Test func `lays nodes in document order with the end of each subtree`() throws {
        let tree = tree("<div><p>one <b>two</b></p><p>three</p></div><hr>")
        let div = try #require(first(.div, tree))
        let paragraph = try #require(first(.p, tree))
        #expect(tree.text(of: paragraph) == "one two")
        #expect(tree.text(of: div) == "one twothree")
        #expect(tree.nodes[Int(tree.nodes[paragraph].end)].tag == .p)
        for (index, node) in tree.nodes.enumerated() {
            #expect(Int(node.end) > index && Int(node.end) <= tree.nodes.count)
        }
    }

    @Test func `keeps attributes that it knows`() throws {
        let tree = tree("<html lang=sv><body><a HREF='/x?a=1&amp;b=2' onclick=y class='k l'>z</a>")
        let link = try #require(first(.a, tree))
        #expect(tree.attribute(.href, of: link) == "/x?a=1&b=2")
        #expect(tree.attribute(.class, of: link) == "k l")
        let root = try #require(first(.html, tree))
        #expect(tree.attribute(.lang, of: root) == "sv")
    }

    @Test func `reads on after an early end of the body`() throws {
        let tree = tree("<html><body><p>a</p></body></html><p>b</p><div>c</div>")
        let body = try #require(first(.body, tree))
        #expect(tree.text(of: body) == "abc")
    }

    @Test func `ends a title that is not closed`() throws {
        let tree = tree("<head><title>Name<body><h1>Head</h1>")
        let title = try #require(first(.title, tree))
        #expect(tree.text(of: title) == "Name")
        #expect(first(.h1, tree) != nil)
    }

    @Test func `ignores what the page says of its encoding`() {
        let tree = tree("<meta charset=windows-1251><p>smørrebrød 味</p>")
        #expect(tree.text(of: 0).contains("smørrebrød 味"))
    }

    @Test func `reads past NULs and bytes that are not UTF-8`() {
        let bytes = Array("<p>a".utf8) + [0, 0xFF] + Array("b</p><p>c</p>".utf8)
        let text = HTMLTree(parsing: bytes).text(of: 0)
        #expect(text.contains("b") && text.contains("c"))
    }

    @Test func `keeps scripts of data and drops scripts of code`() {
        let tree = tree("<script>var a</script><script type='application/ld+json'>{}</script>")
        #expect(tree.text(of: 0) == "{}")
    }

    @Test(.timeLimit(.minutes(5)), arguments: ["<div>", "<b>", "<ul><li>", "<table><tr><td>"])
    func `keeps the text below a hundred thousand levels`(opening: String) {
        let levels = String(repeating: opening, count: 100_000)
        let tree = tree(levels + "deep" + String(repeating: "</i>", count: 100_000))
        #expect(tree.text(of: 0).contains("deep"))
        #expect(tree.nodes.count < 10_000)
    }

    @Test func `gives a tree for nothing at all`() {
        #expect(tree("").nodes.count == 1)
        #expect(tree("<").nodes.count >= 1)
    }
}
