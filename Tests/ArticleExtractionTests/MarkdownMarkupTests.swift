import Testing

@testable import ArticleExtraction

/// HTML in Markdown is read as a page is.
@Suite struct MarkdownMarkupTests {
    private func blocks(_ text: String) -> [Block] {
        MarkdownReader.read(
            "# The ferry\n\nIt goes at noon, says the parish, and comes back at four.\n\n" + text
        )
        .blocks.dropFirst().map { $0 }
    }

    private func written(_ text: String) -> String { MarkdownWriter.write(blocks(text)) }

    @Test(arguments: [
        ("It costs <del>five</del> four.", "It costs ~~five~~ four."),
        ("Press <kbd>Ctrl</kbd> or <code>Esc</code>.", "Press `Ctrl` or `Esc`."),
        ("10<sup>5</sup> litres, m<sup>2</sup>, CO<sub>2</sub>", "10⁵ litres, m², CO₂"),
        ("the 3<sup>rd</sup> boat", "the 3rd boat"),
        ("one<br>two<br/>\nthree", "one\\\ntwo\\\nthree"),
        ("He said <q>no <q>never</q></q>.", "He said “no ‘never’”."),
        ("a <mark>marked</mark> and <u>lined</u> word", "a marked and lined word"),
        ("<b>bold</b> and <i>slanted</i>", "**bold** and *slanted*"),
        ("<a href=\"https://a.example/\">the *rules*</a>", "[the *rules*](https://a.example/)"),
        ("<a href=\"javascript:a()\">rules</a>", "rules"),
        ("Write to <ann@a.example>.", "Write to [ann@a.example](mailto:ann@a.example)."),
        (
            "a <img src=\"https://a.example/a.jpg\" alt=\"Quay\"> b",
            "a ![Quay](https://a.example/a.jpg) b"
        ),
        ("An open <b>mark and <del>another", "An open mark and another"),
    ])
    func `reads tags within a line`(text: String, expected: String) {
        #expect(written(text) == expected)
    }

    @Test func `reads whole elements`() {
        #expect(
            blocks(
                """
                <table>
                <tr><th>Boat</th><th>Seats</th></tr>

                <tr><td>Ada</td><td>12</td></tr>
                </table>

                <ul><li>rope</li><li>salt</li></ul>
                <h2>Times</h2>

                <pre>
                a = 1

                  b
                </pre>
                Between.

                <p align="center"><img src="https://a.example/l.png" alt="Plan"></p>
                """) == [
                    .table(
                        rows: [
                            [[.text("Boat")], [.text("Seats")]], [[.text("Ada")], [.text("12")]],
                        ],
                        hasHead: true),
                    .list(
                        ordered: false, start: 1,
                        items: [[.paragraph([.text("rope")])], [.paragraph([.text("salt")])]]),
                    .heading(level: 2, content: [.text("Times")]),
                    .code("a = 1\n\n  b", language: nil),
                    .paragraph([.text("Between.")]),
                    .image(url: "https://a.example/l.png", alt: "Plan"),
                ])
    }

    @Test func `reads Markdown between the tags of boxes`() {
        #expect(
            written(
                """
                <details>
                <summary>Of the tides</summary>

                It goes **slowly**.
                </details>

                <div align="center">

                ## Times

                </div>
                """) == "Of the tides\n\nIt goes **slowly**.\n\n## Times")
    }

    @Test func `links to a film, and shows no script`() {
        #expect(
            written("<iframe src=\"https://www.youtube.com/embed/abcdefghijk\"></iframe>").contains(
                "youtube.com"))
        #expect(written("<script>\n\nalert(1)\n\n</script>\n\nOn.") == "On.")
        #expect(
            written(
                "<p style=\"display:none\">secret</p>\n\n<p>shown to all who come by the ferry</p>")
                == "shown to all who come by the ferry")
    }

    @Test func `leaves what is no tag`() {
        #expect(blocks("if a < b and c > d") == [.paragraph([.text("if a < b and c > d")])])
        #expect(blocks("    <b>code</b>") == [.code("<b>code</b>", language: nil)])
    }
}
