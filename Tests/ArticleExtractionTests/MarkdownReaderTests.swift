import Testing

@testable import ArticleExtraction

@Suite struct MarkdownReaderTests {
    private func blocks(_ text: String) -> [Block] { MarkdownReader.read(text).blocks }

    @Test func `keeps headings, lists, quotes, code and tables`() {
        let text = """
            Some words to begin with, as a text has them.

            ## Part

            - one
              - inner
            - two

            3. third
            4. fourth

            > quoted
            words

            ```swift
            let a  = 1
            ```

            | a | b |
            |---|:-:|
            | 1 | 2 |
            """
        #expect(
            blocks(text) == [
                .paragraph([.text("Some words to begin with, as a text has them.")]),
                .heading(level: 2, content: [.text("Part")]),
                .list(
                    ordered: false, start: 1,
                    items: [
                        [
                            .paragraph([.text("one")]),
                            .list(
                                ordered: false, start: 1, items: [[.paragraph([.text("inner")])]]),
                        ], [.paragraph([.text("two")])],
                    ]),
                .list(
                    ordered: true, start: 3,
                    items: [[.paragraph([.text("third")])], [.paragraph([.text("fourth")])]]),
                .quote([.paragraph([.text("quoted words")])]),
                .code("let a  = 1", language: "swift"),
                .table(
                    rows: [[[.text("a")], [.text("b")]], [[.text("1")], [.text("2")]]],
                    hasHead: true),
            ])
    }

    @Test func `reads runs within a paragraph`() {
        #expect(
            blocks(
                "A *b* **c** `d*` [e](https://example.org \"t\") ![f](https://example.org/f.png) g\\*h"
            )
                == [
                    .paragraph([
                        .text("A "), .emphasis([.text("b")]), .text(" "), .strong([.text("c")]),
                        .text(" "), .code("d*"), .text(" "),
                        .link(url: "https://example.org", content: [.text("e")]), .text(" "),
                        .image(url: "https://example.org/f.png", alt: "f"), .text(" g*h"),
                    ])
                ])
    }

    @Test func `lets no script and no unsafe address through`() {
        #expect(
            blocks("One [two](javascript:alert(1)) <script>three</script> four_five_six") == [
                .paragraph([.text("One two three four_five_six")])
            ])
    }

    @Test func `takes facts from front matter and the title from the first heading`() {
        let body = MarkdownReader.read(
            """
            ---
            authors: [Ada Example, "Ben Sample"]
            date: 2021-10-05
            language: en
            series: "Briefs"
            ---
            # The \\"Title\\"

            A paragraph that is long enough to be the text of an article, more or less.
            """)
        #expect(body.title == "The \"Title\"")
        #expect(body.authors == ["Ada Example", "Ben Sample"])
        #expect(body.published == "2021-10-05")
        #expect(body.language == "en")
        #expect(body.series == "Briefs")
        #expect(body.blocks.count == 1)
    }

    @Test(arguments: ["> ", "- ", "* a **b _c ", "[", "`", "![", "<", "a|b\n-|-\n", "    "])
    func `answers in linear time for hostile repetition`(piece: String) {
        let text = String(repeating: piece, count: 20_000)
        _ = MarkdownReader.read(text)
        _ = PlainTextReader.read(text)
    }
}
