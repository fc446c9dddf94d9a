import Testing

@testable import Outputs

@Suite struct ArticleHTMLTests {
    private func html(_ markdown: String, pictures: ArticleHTML.Pictures = .shown) -> String {
        String(decoding: ArticleHTML.write(markdown, pictures: pictures), as: UTF8.self)
            .split(separator: "\n").joined(separator: "\n")
    }

    @Test(arguments: [
        ("Words.", "<p>Words.</p>"),
        ("One\nline.\n\nTwo.", "<p>One\nline.</p>\n<p>Two.</p>"),
        ("## Head *a*", "<h2>Head <em>a</em></h2>"),
        (
            "a **b** ~~c~~ `d<` ***e***",
            "<p>a <strong>b</strong> <del>c</del> <code>d&lt;</code> <em><strong>e</strong></em></p>"
        ),
        ("snake_case_name 2*3*4", "<p>snake_case_name 2<em>3</em>4</p>"),
        ("\\*a\\* \\<b\\> \\[c\\]", "<p>*a* &lt;b&gt; [c]</p>"),
        ("one\\\ntwo", "<p>one<br/>\ntwo</p>"),
        (
            "[a *b*](https://example.org/x?a=b&c=d)",
            "<p><a href=\"https://example.org/x?a=b&amp;c=d\">a <em>b</em></a></p>"
        ),
        ("[m](mailto:a@example.org)", "<p><a href=\"mailto:a@example.org\">m</a></p>"),
        (
            "[f](https://example.org/a.pdf \"attached\")",
            "<p><a href=\"https://example.org/a.pdf\">f</a></p>"
        ),
        ("[p](https://example.org/(a)_b)", "<p><a href=\"https://example.org/(a)_b\">p</a></p>"),
        (
            "![alt \"q\"](https://example.org/p.png)",
            "<p><img src=\"https://example.org/p.png\" alt=\"alt &quot;q&quot;\"/></p>"
        ),
        ("* * *", "<hr/>"),
        (
            "> a\n> - b\n>   - c\n\nd",
            "<blockquote>\n<p>a</p>\n<ul>\n<li>b\n<ul>\n<li>c\n</li>\n</ul>\n</li>\n</ul>\n</blockquote>\n<p>d</p>"
        ),
        ("3. a\n4. b", "<ol start=\"3\">\n<li>a\n</li>\n<li>b\n</li>\n</ol>"),
        ("- a\n\n  more\n- b", "<ul>\n<li><p>a</p>\n<p>more</p>\n</li>\n<li>b\n</li>\n</ul>"),
        (
            "```swift\nlet a = 1 < 2\n\n# no\n```\nb",
            "<pre><code>let a = 1 &lt; 2\n# no\n</code></pre>\n<p>b</p>"
        ),
        (
            "| a | b\\|c |\n| --- | --- |\n| 1 | *2* |",
            "<table>\n<tr><th>a</th><th>b|c</th></tr>\n<tr><td>1</td><td><em>2</em></td></tr>\n</table>"
        ),
        (
            "Said[^1].\n\n[^1]: The note.\n    More.",
            "<p>Said<sup>[1]</sup>.</p>\n<p>[1]</p>\n<blockquote>\n<p>The note.\nMore.</p>\n</blockquote>"
        ),
    ])
    func `writes what extraction writes`(markdown: String, wanted: String) {
        #expect(html(markdown) == wanted)
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))", "![a](data:text/html,x)", "[a](vbscript:x)", "[a](/relative)",
        "[a](https://e.org/\"onclick=\"x)", "[a](https://e.org/<script>)", "<iframe src=\"x\">",
        "<!--", "]]>", "<![CDATA[ x ]]>", "&lt;script&gt;", "[a]( javascript:x)",
        "[a](<javascript:x>)",
        "[a](\\javascript:x)", "`<script>`", "```\n<script>\n```", "# <script>", "| <b> |\n|---|\n",
        "[x](https://e.org/\u{202e}\u{0})", "![\"><script>](https://e.org/)",
    ])
    func `nothing in it runs`(markdown: String) throws {
        let html = html(markdown)
        for bad in [
            "<script", "<img src=\"d", "<iframe", "<!", "javascript:\"", "\"javascript", "]]>",
        ] {
            #expect(!html.lowercased().contains(bad), "\(html)")
        }
        #expect(!html.contains(" on") || html.contains("&lt;"), "\(html)")
        try check(markdown)
    }

    /// Whether it is XML, and holds the tags that it may.
    private func check(_ markdown: String) throws {
        let allowed: Set<String> = [
            "x", "p", "em", "strong", "del", "code", "a", "img", "hr", "ul", "ol", "li", "pre",
            "br",
            "blockquote", "table", "tr", "th", "td", "sup", "h1", "h2", "h3", "h4", "h5", "h6",
        ]
        let whole = Array("<x>".utf8) + ArticleHTML.write(markdown) + Array("</x>".utf8)
        var depth = 0
        for tag in String(decoding: whole, as: UTF8.self).split(separator: "<").dropFirst(0) {
            guard let end = tag.firstIndex(of: ">") else { continue }
            let name = tag[..<end].prefix {
                $0 != " " && $0 != "/" || tag.first == "/" && $0 == "/"
            }
            let isEnd = name.hasPrefix("/")
            #expect(allowed.contains(String(isEnd ? name.dropFirst() : name)), "\(name)")
            if tag[..<end].hasSuffix("/") && !isEnd { continue }
            depth += isEnd ? -1 : 1
            #expect(depth >= 0, "\(markdown)")
        }
        #expect(depth == 0, "\(markdown)")
    }

    @Test func `whatever stands in it, the tags close`() throws {
        let pieces = [
            "*", "**", "_", "~~", "`", "``", "[", "]", "(", ")", "![", "](https://e.org/)", "\\",
            "\n",
            "\n\n", "> ", "- ", "1. ", "# ", "| ", "|\n| --- |\n", "```", "word", " ", "[^1]",
            "[^1]: ",
            "    ", "<", "&", "\u{7}", "\u{fffe}", "é", "* * *", "***",
        ]
        var seed: UInt64 = 42
        func next(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % limit
        }
        for _ in 0..<3_000 {
            let text = (0..<next(24) + 1).map { _ in pieces[next(pieces.count)] }.joined()
            try check(text)
        }
    }

    @Test(arguments: [
        "[", "![", "*a ", "**a", "`", "``a`", "> ", "- ", "\\", "](", "[a](", "| ", "_a", "(", "<",
        "[^",
        "`a``b```",
    ])
    func `a large text of one mark takes no long time`(mark: String) {
        let text = String(repeating: mark, count: 300_000 / mark.utf8.count)
        #expect(!ArticleHTML.write(text).isEmpty)
    }

    @Test func `books load no pictures`() {
        #expect(
            html("![Map](https://example.org/m.png)", pictures: .linked)
                == "<p><a href=\"https://example.org/m.png\">[Map]</a></p>")
    }
}
