import Testing

@testable import ArticleExtraction

/// Attacks of the classes that sanitisers are tested with: none of them may come alive in Markdown.
@Suite struct MarkdownSafetyTests {
    static let scripts = [
        "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script>alert(1)",
        "<script src=//x.example></script>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<math><mi xlink:href='javascript:x'>a</mi></math>",
        "<iframe src=javascript:alert(1)>", "<object data='data:text/html;base64,AA'>x</object>",
        "<embed src=x.swf>", "<applet code=x>y</applet>", "<frame src=x>",
        "<meta http-equiv=refresh content='0;x'>",
        "<base href='javascript:/a/'>", "<link rel=stylesheet href=javascript:x>",
        "<style>a{b:expression(c)}</style>",
        "<div style='width: expression(alert(1))'>a</div>",
        "<p onclick='alert(1)' onmouseover=alert(2)>a</p>",
        "<img src=x onerror=alert(1) alt='<script>x</script>'>", "<img src='javascript:x' alt=a>",
        "<form action=javascript:x><input onfocus=alert(1) autofocus><button>go</button></form>",
        "<!--<script>x</script>--><p>a", "<![CDATA[<script>alert(1)</script>]]>",
        "<?php echo 1 ?><p>a",
        "<p title='\"><script>x</script>'>a", "<a href='x\"onmouseover=\"alert(1)'>a</a>",
        "<noscript><p title='</noscript><img src=x onerror=y>'>",
        "<textarea></textarea><script>x</script>", "<template><script>x</script></template>",
        "<plaintext><script>x",
        "<xmp><script>x</script></xmp>", "<p>a</p></body></html><script>x</script>",
        "<a name='<b>'>a</a>",
    ]

    static let addresses = [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "&#106;avascript:alert(1)", "&#x6A&#x61;vascript&colon;alert(1)", "javascript&#58;alert(1)",
        "\u{1}javascript:alert(1)",
        " javascript:alert(1)", "java&Tab;script:x", "java&#0;script:x", "vbscript:x",
        "data:text/html,<script>x</script>",
        "DATA:text/html;base64,AAAA", "feed:javascript:x", "view-source:javascript:x",
        "file:///etc/passwd",
        "blob:https://x.example/1", "about:blank", "jar:http://x!/y", "//[javascript:x",
        "\u{202E}javascript:x", "http:javascript:x",
    ]

    static let texts = [
        "---\ntitle: x\n---", "+++", "[x](javascript:alert(1))", "![x](javascript:alert(1))",
        "[x]: javascript:y",
        "<javascript:alert(1)>", "`` ` ``", "```\n<script>", "# x", "> x", "| a |\n| - |", "\\<b>",
        "x\n===", "<!-- x", "&lt;b&gt;",
        "[x]\\(y)", "*a* _b_ ~~c~~ **d", "1. a", "- a", "\u{1B}[31mred\u{9B}0m\u{7}",
        "a\u{202E}b\u{2066}c\u{200F}", "a\\", "[^1]: x",
    ]

    private func written(_ html: String) -> [String] {
        [
            markdown(of: html), markdown(of: "<p>Words before.</p>\(html)<p>Words after.</p>"),
            markdown(of: "<ul><li>\(html)</li></ul>"),
            markdown(of: "<table><tr><td>a<td>\(html)<tr><td>b<td>c</table>"),
        ]
    }

    @Test(arguments: scripts) func `leaves scripts and their like out`(html: String) {
        for markdown in written(html) {
            #expect(liveParts(of: markdown) == [])
            #expect(!markdown.contains("expression("))
        }
    }

    @Test(arguments: addresses) func `links to web and mail addresses only`(address: String) {
        let html = "<a href=\"\(address)\">words</a> <img src=\"\(address)\" alt=\"words\">"
        for markdown in written(html) {
            #expect(liveParts(of: markdown) == [])
            #expect(markdown.contains("words"))
        }
    }

    @Test(arguments: texts) func `escapes text that would be Markdown or HTML`(text: String) {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        for tag in ["p", "b", "code", "h2", "a", "pre", "td", "blockquote"] {
            let html = "<\(tag) href=/x alt=y>\(escaped)</\(tag)>"
            for markdown in written(html) + [MarkdownWriter.write([.paragraph([.text(text)])])] {
                #expect(liveParts(of: markdown) == [])
                #expect(!markdown.hasPrefix("---") && !markdown.hasPrefix("+++"))
            }
        }
    }

    @Test func `keeps HTML that is written as text escaped`() {
        #expect(
            markdown(of: "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;</p>")
                == "\\<script\\>alert(1)\\</script\\> \\&lt;")
    }

    @Test func `writes no target that a reader let through`() {
        let blocks: [Block] = [
            .paragraph([
                .link(url: "javascript:x", content: [.text("a")]), .image(url: "data:x", alt: "b"),
            ]),
            .image(url: "vbscript:x", alt: "c"),
            .paragraph([.link(url: "https://x.example/a b)<c>", content: [.text("d")])]),
            .code("x", language: "py\n<script>"),
            .footnote(label: "]: <x>", blocks: [.paragraph([.text("e")])]),
        ]
        let markdown = MarkdownWriter.write(blocks)
        #expect(liveParts(of: markdown) == [])
        #expect(
            markdown
                == "a\n\n[d](https://x.example/a%20b%29%3Cc%3E)\n\n```pyscript\nx\n```\n\n[^x]: e")
    }
}
