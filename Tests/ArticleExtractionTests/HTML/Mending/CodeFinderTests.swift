import Testing

@testable import ArticleExtraction

@Suite struct CodeFinderTests {
    /// Two lines, the second indented, as highlighters lay them out.
    private static let layouts: [(name: String, html: String)] = [
        (
            "lines of div",
            "<pre><code><div class=ec-line><div class=code>if (a) {</div></div><div class=ec-line><div class=code>  go()</div></div></code></pre>"
        ),
        (
            "lines of div with numbers",
            "<pre><code><div class=ec-line><div class=gutter><div class=ln aria-hidden=true>1</div></div><div class=code>if (a) {</div></div><div class=ec-line><div class=gutter><div class=ln>2</div></div><div class=code>  go()</div></div></code></pre>"
        ),
        (
            "an editor",
            "<div class='CodeMirror cm-s-x'><div class=CodeMirror-lines><div class=CodeMirror-code><div><div class=CodeMirror-gutter-wrapper><div class='CodeMirror-linenumber'>1</div></div><pre class=CodeMirror-line><span>if (a) {</span></pre></div><div><div class=CodeMirror-gutter-wrapper><div class='CodeMirror-linenumber'>2</div></div><pre class=CodeMirror-line><span>  go()</span></pre></div></div></div></div>"
        ),
        (
            "its sixth version",
            "<div class=cm-editor><div class=cm-gutters aria-hidden=true><div>1</div><div>2</div></div><div class=cm-content><div class=cm-line>if (a) {</div><div class=cm-line>  go()</div></div></div>"
        ),
        (
            "lines of div in a box with tools",
            "<div class='enlighter-default enlighter-l-js'><div class=enlighter-toolbar><div>Copy to clipboard</div></div><div class=enlighter-code><div class=enlighter><div><div><span>if (a) {</span></div></div><div><div><span>  go()</span></div></div></div></div></div>"
        ),
        (
            "lines of li",
            "<pre class='prettyprint linenums'><ol class=linenums><li class=L0><span>if</span> (a) {</li><li class=L1>  go()</li></ol></pre>"
        ),
        (
            "lines of span between line ends",
            "<pre class=shiki><code><span class=line>if (a) {</span>\n<span class=line>  go()</span></code></pre>"
        ),
        (
            "lines of span with breaks",
            "<pre><code class=lines><span class=token-line>if (a) {<br></span><span class=token-line>  go()<br></span></code></pre>"
        ),
        ("lines of span alone", "<pre><span id=a1>if (a) {</span><span id=a2>  go()</span></pre>"),
        (
            "lines of code",
            "<pre><code><span>if (a) {</span></code><code><span>  go()</span></code></pre>"
        ),
        ("breaks", "<pre>if (a) {<br>  go()</pre>"),
        (
            "numbers in the line",
            "<pre><code><span class=line><span class=ln>1</span><span class=cl>if (a) {\n</span></span><span class=line><span class=ln>2</span><span class=cl>  go()\n</span></span></code></pre>"
        ),
        (
            "a table with a gutter",
            "<div class=highlight><table class=highlighttable><tr><td class=linenos><div class=linenodiv><pre>1\n2</pre></div></td><td class=code><div><pre>if (a) {\n  go()\n</pre></div></td></tr></table></div>"
        ),
        (
            "a figure with a gutter",
            "<figure class='highlight'><table><tr><td class=gutter><pre><span class=line>1</span><br><span class=line>2</span><br></pre></td><td class=code><pre><span class=line>if (a) {</span><br><span class=line>  go()</span><br></pre></td></tr></table></figure>"
        ),
        (
            "a table of lines",
            "<table class='highlight js-file-line-container'><tr><td id=L1 class=blob-num data-line-number=1></td><td class=blob-code>if (a) {</td></tr><tr><td class=blob-num></td><td class=blob-code>  go()</td></tr></table>"
        ),
        (
            "a table in pre",
            "<pre><table><tr><td>1</td><td>if (a) {</td></tr><tr><td>2</td><td>  go()</td></tr></table></pre>"
        ),
        (
            "SyntaxHighlighter",
            "<div class='syntaxhighlighter'><div class=toolbar><a href=#>?</a></div><table><tr><td class=gutter><div class=line>1</div><div class=line>2</div></td><td class=code><div class=container><div class=line><code>if</code> <code>(a) {</code></div><div class=line><code>&nbsp;&nbsp;</code><code>go()</code></div></div></td></tr></table></div>"
        ),
        (
            "Crayon",
            "<div class=crayon-syntax><div class=crayon-toolbar><span>PHP</span></div><textarea class=crayon-plain>x</textarea><table class=crayon-table><tr class=crayon-row><td class=crayon-nums><div class=crayon-num>1</div><div class=crayon-num>2</div></td><td class=crayon-code><div class=crayon-pre><div class=crayon-line><span>if</span> (a) {</div><div class=crayon-line>  go()</div></div></td></tr></table></div>"
        ),
        (
            "a style",
            "<div style='font-family: monospace; white-space: pre'><div>if (a) {</div><div>  go()</div></div>"
        ),
        ("code by itself", "<div><code>if (a) {<br>  go()</code></div>"),
        ("a button", "<pre><button>Copy</button><code>if (a) {\n  go()</code></pre>"),
        ("xmp", "<xmp>if (a) {\n  go()</xmp>"),
    ]

    @Test(arguments: layouts.map(\.name))
    func `makes one block of code`(name: String) throws {
        let layout = try #require(Self.layouts.first { $0.name == name })
        let html = "<p>It says:</p>\(layout.html)<p>And so on.</p>"
        #expect(
            markdown(of: html) == "It says:\n\n```\nif (a) {\n  go()\n```\n\nAnd so on.",
            "\(layout.html)")
    }

    @Test func `keeps empty lines between lines`() {
        let spans =
            "<pre><code><span class=line>a</span>\n<span class=line></span>\n<span class=line>b</span></code></pre>"
        #expect(markdown(of: spans) == "```\na\n\nb\n```")
        let items = "<pre><ol><li>a</li><li></li><li>b</li></ol></pre>"
        #expect(markdown(of: items) == "```\na\n\nb\n```")
    }

    @Test func `keeps all that stands in preformatted text`() {
        #expect(
            text(of: "<pre>first\n<blockquote>second</blockquote>third</pre>")
                == "first\nsecond\nthird")
        #expect(text(of: "<pre>1 boat\n2 boats</pre>") == "1 boat\n2 boats")
    }

    @Test func `takes no article for code`() {
        let html = "<pre><h2>The mill</h2><p>It turns.</p></pre>"
        #expect(text(of: html).contains("The mill"))
        #expect(
            text(
                of: "<table><tr><td>1</td><td>Ann</td></tr><tr><td>2</td><td>Kim</td></tr></table>")
                == "1 Ann\n2 Kim")
        #expect(markdown(of: "<p>Use <code>a</code> here.</p>") == "Use `a` here.")
    }

    @Test(arguments: [
        (
            "<figure class='highlight python'><table><tr><td class=gutter><pre>1</pre></td><td class=code><pre>x</pre></td></tr></table></figure>",
            "python"
        ),
        ("<pre data-language=rust><code><div class=ec-line>x</div></code></pre>", "rust"),
        (
            "<div class='syntaxhighlighter java'><table><tr><td class=gutter><div class=line>1</div></td><td class=code><div class=line>x</div></td></tr></table></div>",
            "java"
        ),
        (
            "<table class='highlight js-file-line-container' data-tagsearch-lang=Go><tr><td class=blob-num></td><td class=blob-code>x</td></tr></table>",
            "go"
        ),
    ])
    func `names the language of code in tables and lines`(html: String, name: String) {
        #expect(markdown(of: html) == "```\(name)\nx\n```")
    }

    @Test func `leaves out what the caption of code only offers`() {
        let html =
            "<figure><figcaption><span>go.js</span><a href='/raw/go.js'>view raw</a></figcaption><pre>go()</pre></figure>"
        let found = markdown(of: "<p>Words.</p>" + html)
        #expect(found.contains("go.js") && !found.contains("raw"))
    }

    @Test func `leaves out the name of a file in the head of numbered lines`() {
        let html =
            "<table class=highlighttable><tr><th colspan=2 class=filename><span class=filename>a.py</span></th></tr><tr><td class=linenos><pre>1\n2</pre></td><td class=code><pre><code>def f():\n    return 1\n</code></pre></td></tr></table>"
        let found = markdown(of: html)
        #expect(found.contains("def f():\n    return 1\n```") && !found.contains("a.py"))
    }

    @Test func `takes the bar off that a box of code has in it`() {
        let html =
            "<pre><div><div>python</div><div><button>Copy code</button></div><div><code class=language-python>def f():\n    return 1\n</code></div></div></pre>"
        #expect(markdown(of: html) == "```python\ndef f():\n    return 1\n```")
    }
}
