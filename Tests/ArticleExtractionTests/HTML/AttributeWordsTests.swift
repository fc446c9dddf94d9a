import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct AttributeWordsTests {
    private func signs(_ name: String) -> NameSigns {
        RoleMatcher.shared.words(in: name.utf8Span.span).signs
    }

    @Test func `every name of a box makes its rule look closer`() {
        for words in FurnitureBoxes.names {
            #expect(signs(words.sorted().joined(separator: "-")).contains(.box), "\(words)")
        }
    }

    @Test func `so does every name of a post`() {
        for name in EmbeddedPosts.marks + EmbeddedPosts.boxMarks + EmbeddedPosts.linkMarks {
            #expect(signs("x \(name)").contains(.post), "\(name)")
        }
    }

    @Test(arguments: [
        ("my-Accordion__body", NameSigns.panel), ("tabs__item", .panel), ("a tab_pane", .panel),
        ("Read-More-Content", .panel), ("wp-block-table", .table), ("PullQuote", .pullQuote),
        ("print-only", .hiding), ("display-none", .hiding), ("screenreader", .hiding),
        ("mwe-math-element", .formula), ("left: -9999px", .displaced),
        ("margin:-1000em", .displaced),
        ("font-size: 0", .displaced), ("clip: rect(0 0 0 0)", .displaced),
        ("DISPLAY : none", .unshown), ("visibility: hidden", .unshown),
        ("white-space: pre", .spacing), ("display:block", .spanning),
        ("text-decoration: line-through", .spanning),
    ])
    func `names and styles of interest bear their sign`(value: String, sign: NameSigns) {
        #expect(signs(value).contains(sign))
    }

    @Test func `other names bear none`() {
        #expect(signs("wrap col-4 lead").isEmpty)
        #expect(signs("").isEmpty)
    }

    @Test func `words are told once for each attribute, those that are added as well`() {
        let tree = HTMLTree(
            parsing: Array(
                "<body><div class='tweet' href='tweet'><p class='tweet' id='poll'>A</div>".utf8))
        let words = AttributeWords(tree)
        let div = tree.nodes.firstIndex { $0.tag == .div } ?? 0
        let paragraph = tree.nodes.firstIndex { $0.tag == .p } ?? 0
        #expect(words.hold(.post, .class, of: div, in: tree))
        #expect(words.hold(.post, .class, of: paragraph, in: tree))
        #expect(!words.hold(.post, .href, of: div, in: tree))
        #expect(!words.hold(.box, .class, of: paragraph, in: tree))
        #expect(words.hold(.box, .id, of: paragraph, in: tree))
        var writer = HTMLTreeWriter(copying: tree)
        writer.begin(.div, [(.class, "toot")])
        let written = writer.finish()
        let node = written.nodes.firstIndex { $0.tag == .div } ?? 0
        #expect(words.extended(to: written).hold(.post, .class, of: node, in: written))
    }
}
