import Testing

@testable import ArticleExtraction

@Suite struct BlockAssemblerTests {
    @Test func `nests lists as the page does`() {
        let html = """
            <ul><li>One<ol start="3"><li>Third</li><li>Fourth<ul><li>Deep</li></ul></li></ol></li>
            <li><p>Two</p><blockquote><p>Said so</p></blockquote></li></ul>
            """
        #expect(
            markdown(of: html) == """
                - One

                  3. Third
                  4. Fourth

                     - Deep
                - Two

                  > Said so
                """)
        #expect(text(of: html) == "One\nThird\nFourth\nDeep\nTwo\nSaid so")
    }

    @Test func `keeps two lists apart`() {
        #expect(
            markdown(of: "<ul><li>a one</li></ul><ul><li>b two</li></ul>")
                == "- a one\n\n* b two")
    }

    @Test func `keeps the columns of a table where cells are empty or wide`() {
        let html = """
            <table><caption>Crossings</caption><tr><th>Day</th><th>Out</th><th>Home</th></tr>
            <tr><td>Monday</td><td></td><td>17|30</td></tr>
            <tr><td colspan=2>None</td><td>18</td></tr></table>
            """
        #expect(
            markdown(of: html) == """
                Crossings

                | Day | Out | Home |
                | --- | --- | --- |
                | Monday |  | 17\\|30 |
                | None |  | 18 |
                """)
    }

    @Test(arguments: [
        ("<pre><code class='language-swift'>x</code></pre>", "swift"),
        ("<pre class='brush: js; gutter: false'>x</pre>", "js"),
        ("<div class='highlight highlight-source-shell'><pre>x</pre></div>", "shell"),
        ("<pre class='sourceCode haskell'><code>x</code></pre>", "haskell"),
        ("<pre><code class='hljs cpp'>x</code></pre>", "cpp"),
        ("<pre lang='python'>x</pre>", "python"), ("<pre data-lang='go'>x</pre>", "go"),
        ("<pre class='language-none'>x</pre>", ""), ("<pre>x</pre>", ""),
        ("<div class='lang-en'><p>English words</p><p>and more</p><pre>x</pre></div>", ""),
    ])
    func `names the language of code as highlighters do`(html: String, name: String) {
        #expect(markdown(of: html).contains("```\(name)\nx\n```"))
    }

    @Test func `keeps the white space of code and drops what hides in it`() {
        let html = "<pre>if x {\n\n\tgo()  // \u{202E}on\u{1B}[31m\u{2066}\n}</pre>"
        #expect(markdown(of: html) == "```\nif x {\n\n\tgo()  // on[31m\n}\n```")
    }

    @Test func `makes links absolute and keeps no others`() {
        let html = """
            <p><a href="../boats?a=1&amp;b=2">Boats</a> <a href="//b.example/x y">two</a>
            <a href="#top">three</a>
            <a href="ftp://c.example/">four</a> <a href="mailto:d@e.example">five</a>!\
            <a href="/six">six</a></p>
            """
        #expect(
            markdown(of: html)
                == "[Boats](https://paper.example/boats?a=1&b=2) [two](https://b.example/x%20y) "
                + "three four [five](mailto:d@e.example)\\![six](https://paper.example/six)")
    }

    @Test func `reads text and pictures below a declarative shadow root`() {
        let html = """
            <div><template shadowrootmode="open">Words of the <b>host</b> stand here.</template></div>
            <template><p>Never shown.</p></template><p>Then others.</p>
            """
        #expect(text(of: html) == "Words of the host stand here.\nThen others.")
    }

    @Test func `a picture stands in its own item, and beside a list or quotation that ended`() {
        let html = """
            <ul><li><img src="/1.jpg" alt="Ford"><h3>The ford</h3></li><li><img src="/2.jpg" alt="Lock"><h3>The lock</h3></li></ul>
            <figure><img src="/3.jpg" alt="Mill"></figure><blockquote><p>So it is.</p></blockquote>
            <p><img src="/4.jpg" alt="Weir"></p><p>The end.</p>
            """
        let lines = markdown(of: html).split(separator: "\n").map(String.init)
        #expect(
            lines.filter { !$0.isEmpty } == [
                "- ![Ford](https://paper.example/1.jpg)", "  ### The ford",
                "- ![Lock](https://paper.example/2.jpg)", "  ### The lock",
                "![Mill](https://paper.example/3.jpg)", "> So it is.",
                "![Weir](https://paper.example/4.jpg)", "The end.",
            ])
    }

    @Test func `a term stands out from what it stands for`() {
        #expect(
            markdown(of: "<dl><dt>Riffle</dt><dd>Quick water.</dd></dl>")
                == "**Riffle**\n\nQuick water.")
    }
}
