import Testing

@testable import ArticleExtraction

@Suite struct TeXTextTests {
    @Test(arguments: [
        (#"E=mc^2"#, "E = mc²"), (#"a^{2}+b^{2}=c^{2}"#, "a² + b² = c²"),
        (#"\frac{a+b}{2}"#, "(a + b)/2"), (#"\frac{v^2}{2g}"#, "v²/(2g)"), (#"\frac12"#, "1/2"),
        (#"\sqrt{m}"#, "√m"), (#"\sqrt[3]{x+1}"#, "∛(x + 1)"), (#"\sqrt[5]{x}"#, "⁵√x"),
        (#"\sum_{i=1}^{n} x_i"#, "∑ᵢ₌₁ⁿ xᵢ"), (#"\int_0^1 f(x)\,dx"#, "∫₀¹ f(x) dx"),
        (#"1.33\times 10^{-4}"#, "1.33 × 10⁻⁴"), (#"x_{\max}"#, "xₘₐₓ"), (#"x^{a/b}"#, "x^(a/b)"),
        (#"\alpha \le \beta"#, "α ≤ β"), (#"-x"#, "−x"), (#"a - b"#, "a − b"), (#"f'(x)"#, "f′(x)"),
        (#"\sin\theta + \log n"#, "sin θ + log n"), (#"\left( \frac{1}{n} \right)"#, "(1/n)"),
        (#"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#, "(a, b; c, d)"),
        (#"\begin{aligned} a &= b \\ c &= d \end{aligned}"#, "a = b; c = d"),
        (#"x \in \mathbb{R}"#, "x ∈ ℝ"), (#"\text{speed of } n \text{ mills}"#, "speed of n mills"),
        (#"\hat{x} + \vec{v}"#, "x̂ + v⃗"), (#"\binom{n}{k}"#, "(n choose k)"), (#"50\,\%"#, "50 %"),
        (#"\{1, 2\}"#, "{1, 2}"), (#"\unknowncommand{x}"#, "unknowncommandx"), ("", ""), ("}}", ""),
    ])
    func `reads a formula as one line`(tex: String, line: String) {
        #expect(TeXText.linear(tex) == line)
    }

    @Test func `does not mind brackets that never close, or nest without end`() {
        #expect(TeXText.linear("{{{a") == "a")
        #expect(TeXText.linear(#"\frac{1"#) == "1/")
        let deep = String(repeating: "{", count: 100_000) + "a"
        #expect(TeXText.linear(deep).count <= 1)
        let fractions = String(repeating: #"\frac{1}{"#, count: 10_000)
        #expect(TeXText.linear(fractions).utf8.count < 10_000_000)
    }
}

@Suite struct ScriptFormsTests {
    @Test(arguments: [
        ("5", "⁵"), ("−3", "⁻³"), ("n", "ⁿ"), ("1,2", "¹,²"), ("a/b", "^(a/b)"), ("q", "^(q)"),
        ("2+q", "^(2+q)"), ("(q)", "^(q)"), ("*", "*"), ("", ""),
    ])
    func `raises text`(text: String, raised: String) {
        #expect(ScriptForms.raised(text) == raised)
    }

    @Test(arguments: [("2", "₂"), ("ij", "ᵢⱼ"), ("b", "_(b)"), ("i+1", "ᵢ₊₁")])
    func `lowers text`(text: String, lowered: String) {
        #expect(ScriptForms.lowered(text) == lowered)
    }
}

@Suite struct TeXSpansTests {
    private func formulas(_ text: String, trusts: Bool = false) -> [String] {
        TeXSpans.find(in: Array(text.utf8)[...], trusts: trusts).map(\.formula.tex)
    }

    @Test(arguments: [
        "A sack is $5, two are $9, and three are $12/$13.", "The fee is 5$, or 6$ for strangers.",
        "Set $HOME and $PATH first.", "It costs $$$ in town.", "US$5 and A$6", "$5 bill, 5$ bill",
        #"C:\(x86\)"#.replacing(#"\)"#, with: ")"), "a $ b $ c", "$100-$200 a month",
    ])
    func `leaves money alone`(text: String) {
        #expect(formulas(text, trusts: true) == [])
    }

    @Test func `finds formulas between every kind of marks`() {
        #expect(
            formulas(#"Let \(x_1\) and \[y^2\] and $$z = 1$$ and $\alpha$ be."#)
                == ["x_1", "y^2", "z = 1", #"\alpha"#])
        #expect(formulas("Let $n$ be odd.") == [])
        #expect(formulas("Let $n$ be odd.", trusts: true) == ["n"])
    }
}
