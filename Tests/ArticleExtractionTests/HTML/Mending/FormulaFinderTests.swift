import Testing

@testable import ArticleExtraction

@Suite struct FormulaFinderTests {
    @Test(arguments: [
        // KaTeX
        #"<span class="katex"><span class="katex-mathml"><math><semantics><mi>q</mi><annotation encoding="application/x-tex">q^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>q2</span></span></span>"#,
        // MathJax 2
        #"<span class="MathJax_Preview">q2</span><span class="MathJax"><nobr><span class="math">q2</span></nobr><span class="MJX_Assistive_MathML"><math><msup><mi>q</mi><mn>2</mn></msup></math></span></span><script type="math/tex">q^2</script>"#,
        // MathJax 3, with its copy for screen readers
        #"<mjx-container class="MathJax" jax="CHTML"><mjx-math aria-hidden="true"><mjx-mi></mjx-mi></mjx-math><mjx-assistive-mml><math alttext="q^2"><mi>q</mi></math></mjx-assistive-mml></mjx-container>"#,
        // MathJax 4
        #"<mjx-container class="MathJax" jax="CHTML"><mjx-math data-latex="q^2"><mjx-mi>𝑞</mjx-mi></mjx-math></mjx-container>"#,
        // A wiki's, with a picture for old browsers
        #"<span class="mwe-math-element"><span style="display: none;"><math alttext="{\displaystyle q^2}"><mi>q</mi></math></span><img src="https://w.example/render/svg/1" class="mwe-math-fallback-image-inline" alt="{\displaystyle q^2}"></span>"#,
        // Pictures
        #"<img src="https://s.example/latex.php?latex=q%5E2&amp;bg=fff" class="latex" alt="q^2">"#,
        #"<img src="https://latex.codecogs.com/svg.latex?q%5E2">"#,
        // A drawing that says what it shows
        #"<svg class="tex" role="img" aria-label="q^2"><path/></svg>"#,
        // MathJax 2, of which only the drawing was saved
        #"<span class="MathJax_SVG" data-mathml="&lt;math alttext=&quot;q^2&quot;&gt;&lt;mi&gt;q&lt;/mi&gt;&lt;/math&gt;"><svg role="img"><g></g></svg></span>"#,
        // Drawings that say it in their title
        #"<svg class="mathjax-svg" role="img"><title>q^2</title><path/></svg>"#,
        #"<span class="math"><svg role="img"><g><title>q^2</title><path/></g></svg></span>"#,
        #"<mjx-container class="MathJax" jax="SVG"><svg role="img"><title>q^2</title><path/></svg></mjx-container>"#,
        // A component of AMP
        #"<amp-mathml layout="container" inline data-formula="\( q^2 \)"></amp-mathml>"#,
        // TeX in the text
        #"\(q^2\)"#, "$q^2$",
    ])
    func `reads a formula once, whatever set it`(markup: String) {
        let html = "<p>The flow is \(markup) at noon.</p>"
        #expect(markdown(of: html) == "The flow is $q^2$ at noon.")
        #expect(text(of: html) == "The flow is q² at noon.")
    }

    @Test(arguments: [
        #"<span class="katex-display"><span class="katex"><span class="katex-mathml"><math display="block"><semantics><mi>a</mi><annotation encoding="application/x-tex">a \le b</annotation></semantics></math></span></span></span>"#,
        #"<div class="MathJax_Display"><span class="MathJax">ab</span></div><script type="math/tex; mode=display">a \le b</script>"#,
        #"<p>$$a \le b$$</p>"#, #"<p>\[a \le b\]</p>"#,
        #"<mjx-container class="MathJax" display="true"><mjx-assistive-mml><math alttext="a \le b"></math></mjx-assistive-mml></mjx-container>"#,
    ])
    func `sets a formula apart that stands apart`(markup: String) {
        let html = "<p>The bound is</p>\(markup)<p>at noon.</p>"
        #expect(markdown(of: html) == "The bound is\n\n$$a \\le b$$\n\nat noon.")
        #expect(text(of: html) == "The bound is\na ≤ b\nat noon.")
    }

    @Test func `reads formulas in headings, items and cells`() {
        let square = "<math><msup><mi>x</mi><mn>2</mn></msup></math>"
        let html = """
            <h2>On \(square)</h2><ul><li>\(square)</li></ul>
            <table><tr><th>Of</th><th>Is</th></tr><tr><td>x</td><td>\(square)</td></tr></table>
            """
        #expect(
            markdown(of: html) == """
                ## On $x^{2}$

                - $x^{2}$

                | Of | Is |
                | --- | --- |
                | x | $x^{2}$ |
                """)
        #expect(text(of: html) == "On x²\nx²\nOf Is\nx x²")
    }

    @Test func `finds no formula in code, in classes of other things, and in money`() {
        let html = #"<p>Type <code>\(x\)</code>; it costs $5 or $6.</p><pre>$$a_1$$</pre>"#
        #expect(text(of: html) == "Type \\(x\\); it costs $5 or $6.\n$$a_1$$")
        #expect(
            text(of: #"<p>Go <svg class="text-red" aria-label="Search"></svg>on.</p>"#) == "Go on.")
    }

    /// A reader that knows no formulas must find nothing live in one.
    @Test func `makes no markup of what stands in a formula`() {
        let html =
            #"<p>\(a<b>c</b> | [x](javascript:y) `z` &lt;script&gt;\)</p><p>\(a_1 < [t](javascript:u) | `v`\)</p>"#
        let written = markdown(of: html)
        #expect(liveParts(of: written) == [], "\(written)")
    }
}
