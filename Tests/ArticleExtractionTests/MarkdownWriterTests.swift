import Testing

@testable import ArticleExtraction

@Suite struct MarkdownWriterTests {
    private func markdown(_ text: String) -> String {
        MarkdownWriter.write([.paragraph([.text(text)])])
    }

    @Test(arguments: [
        ("---", "\\---"), ("# no heading", "\\# no heading"), ("1. no list", "1\\. no list"),
        ("<script>x</script>", "\\<script\\>x\\</script\\>"), ("a*b*", "a\\*b\\*"),
        ("[x](javascript:y)", "\\[x\\](javascript:y)"), ("&lt;b&gt;", "\\&lt;b\\&gt;"),
        ("snake_case stays", "snake_case stays"), ("- no item", "\\- no item"),
        ("a\u{1B}[31mb\u{9B}c", "a\\[31mbc"), ("| a |", "\\| a |"),
    ])
    func `escapes text that would mean something`(text: String, written: String) {
        #expect(markdown(text) == written)
    }

    @Test func `nests lists, quotes and code`() {
        let blocks: [Block] = [
            .list(
                ordered: true, start: 9,
                items: [
                    [.paragraph([.text("a")]), .quote([.paragraph([.text("q")])])],
                    [.paragraph([.text("b")])],
                ]),
            .code("x  =  1\n``` y", language: "py\" onload"),
        ]
        #expect(
            MarkdownWriter.write(blocks) == """
                9. a

                   > q
                10. b

                ````pyonload
                x  =  1
                ``` y
                ````
                """)
        #expect(TextWriter.write(blocks) == "a\nq\nb\nx = 1\n``` y")
    }

    @Test func `writes tables with a head and escaped bars`() {
        let rows: [[[Inline]]] = [[[.text("A")], [.text("B|C")]], [[.text("1")], []]]
        #expect(
            MarkdownWriter.write([.table(rows: rows, hasHead: true)])
                == "| A | B\\|C |\n| --- | --- |\n| 1 |  |")
    }

    @Test func `keeps marks apart from white space`() {
        let content: [Inline] = [.text("a "), .strong([.text("b")]), .lineBreak, .code("c`d")]
        #expect(MarkdownWriter.write([.paragraph(content)]) == "a **b**\\\n`` c`d ``")
    }
}
