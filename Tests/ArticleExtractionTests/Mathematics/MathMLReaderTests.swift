import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct MathMLReaderTests {
    private func tex(_ inner: String) -> String? {
        let tree = HTMLTree(parsing: Array("<p><math>\(inner)</math>".utf8))
        guard let math = tree.nodes.firstIndex(where: { $0.tag == .math }) else { return nil }
        return MathMLReader(tree: tree).formula(math, isDisplay: false)?.tex
    }

    @Test(arguments: [
        ("<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>", "E=mc^{2}"),
        ("<mfrac><mi>a</mi><mn>2</mn></mfrac>", #"\frac{a}{2}"#),
        ("<mfrac linethickness=0><mi>n</mi><mi>k</mi></mfrac>", #"\binom{n}{k}"#),
        ("<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>", #"\sqrt{x+1}"#),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", #"\sqrt[3]{x}"#),
        ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_{i}^{2}"),
        (
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>",
            #"\sum_{i=1}^{n}"#
        ),
        ("<mover><mi>x</mi><mo>^</mo></mover>", #"\hat{x}"#),
        ("<mi>sin</mi><mo>&#8289;</mo><mi>θ</mi>", #"\sin \theta"#),
        ("<mfenced><mi>a</mi><mi>b</mi></mfenced>", "(a,b)"),
        (
            "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd></mtr></mtable>",
            #"\begin{matrix}1 & 0 \\ 0\end{matrix}"#
        ),
        ("<mn>3</mn><mo>&lt;</mo><mn>4</mn>", "3<4"), ("<mtext>if odd</mtext>", #"\text{if odd}"#),
        ("<msup><mrow><mi>a</mi><mi>b</mi></mrow><mn>2</mn></msup>", "{ab}^{2}"),
    ])
    func `writes presentation markup as TeX`(markup: String, written: String) {
        #expect(tex(markup) == written)
    }

    @Test func `prefers the TeX that a formula carries`() {
        #expect(
            tex(
                "<semantics><mi>x</mi><annotation encoding='application/x-tex'>x_0</annotation></semantics>"
            )
                == "x_0")
    }

    @Test func `reads markup nested a thousand deep, and empty`() {
        let deep = String(repeating: "<msqrt>", count: 1_000) + "<mi>x</mi>"
        #expect(tex(deep)?.contains("x") == true)
        #expect(tex("") == nil)
        #expect(tex("<mfrac></mfrac>") == #"\frac{}{}"#)
    }
}
