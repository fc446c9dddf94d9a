/// Markdown: the rows of the table of findings, and what CommonMark readers have been slow at
/// (CVE-2022-39209, CVE-2023-22483 to 22486, 24824, 26485; test/pathological_tests.py of cmark).
enum MarkdownShapes {
    static let all: [Shape] = findings + known + blocks + Shapes.marks.map { .run(.markdown, $0) }

    private static let findings: [Shape] = [
        .run(.frontMatter, "a: b\n"),
        .run(.markdown, "a: b\n"),
        .run(
            .markdown, "the quick brown fox jumps over the lazy dog and then it sleeps until noon\n"
        ),
        .run(.markdown, String(repeating: ">", count: 200) + " a\n\n"),
        .run(.markdown, String(repeating: ">", count: 200) + " a\n"),
        .numbered(.markdown, "stairs of quotes") {
            String(repeating: ">", count: $0 % 200 + 1) + " a\n"
        },
        .run(.markdown, "a\u{301}\u{323}"),
        .run(.markdown, "\u{301}\u{323}", after: "a"),
        .nest(.markdown, "[", "a", "]"),
        .run(.markdown, "["),
        .run(.markdown, "[a]("),
        .run(.markdown, "![a](<"),
        .run(.markdown, "*a "),
        .run(.markdown, "*a **b "),
        .run(.markdown, "c* "),
        .numbered(.markdown, "references missing") { "[a\($0)][b\($0)] " },
        .numbered(.markdown, "references missing, one there", after: "[x]: http://y\n\n") {
            "[a\($0)][b\($0)] "
        },
        .nest(.markdown, "[", "a", "]", after: "[x]: http://y\n\n"),
    ]

    private static let known: [Shape] = [
        .nest(.markdown, "*a **b ", "", " c** d*"),
        .nest(.markdown, "_", "a", "_"),
        .nest(.markdown, "~~a ", "b", " c~~"),
        .nest(.markdown, "[a ", "b", "](http://c)"),
        .nest(.markdown, "[a ", "b", "](c)"),
        .nest(.markdown, "![a ", "b", "](http://c)"),
        .nest(.markdown, "*[", "b", "]*"),
        .nest(.markdown, "*[", "b", "]*", after: "[x]: http://y\n\n"),
        .nest(.markdown, "[*a ", "b", "*](http://c)"),
        .run(.markdown, "a**b _c_ "),
        .run(.markdown, "*a_ "),
        .run(.markdown, "[a](b", before: ""),
        .run(.markdown, "[a](((((((b"),
        .run(.markdown, "[a][b", after: "[x]: y\n\n"),
        .run(.markdown, "[x] ", after: "[x]: http://y\n\n"),
        .run(.markdown, "!["),
        .run(.markdown, "\\"),
        .run(.markdown, "\\["),
        .run(.markdown, "&"),
        .run(.markdown, "<"),
        .run(.markdown, "<a "),
        .run(.markdown, "a <?"),
        .run(.markdown, "a <!A "),
        .run(.markdown, "a <![CDATA["),
        .nest(.markdown, "<b>", "a", "</b>"),
        .nest(.markdown, "<sup>", "1", "</sup>"),
        .nest(.markdown, "<q>*a ", "b", "*</q>"),
        .run(.markdown, "<del>"),
        .run(.markdown, "</del>"),
        .run(.markdown, "a<sup>2</sup> "),
        .run(.markdown, "<a href=x>"),
        .run(.markdown, "<img src=x>"),
        .run(.markdown, "<br> "),
        .run(.markdown, "<table>\n\n"),
        .run(.markdown, "<table>\n\n<ul>\n\n<pre>\n\n"),
        .run(.markdown, "a\n<table>\n\n"),
        .run(.markdown, "<div>\n\na\n\n"),
        .run(.markdown, "> a\n<p>\n"),
        .run(.markdown, "- a\n\n  <ul>\n"),
        .nest(.markdown, "<ul><li>", "a", "</li></ul>"),
        .run(.markdown, "[[a|"),
        .run(.markdown, "[[a]] "),
        .run(.markdown, "[a](http://b){"),
        .run(.markdown, "> [!NOTE]\n"),
        .run(.markdown, "<!-- "),
        .run(.markdown, "<!-- \n"),
        .run(.markdown, "http://a"),
        .run(.markdown, "a@"),
        .run(.markdown, "www."),
        .run(.markdown, "`a ``b "),
        .numbered(.markdown, "backticks, one more each") {
            "e" + String(repeating: "`", count: $0 % 300 + 1)
        },
        .numbered(.markdown, "labels") { "[a\($0)]: http://b\n" },
        .run(.markdown, "[" + String(repeating: "a", count: 190) + "]: http://b\n"),
        .run(.markdown, "  \n", after: "a"),
        .run(.markdown, "a  \n"),
        .run(.markdown, " ", after: "a", before: "\nb"),
        .run(.markdown, "a\\\n"),
    ]

    private static let blocks: [Shape] = [
        .run(.markdown, "- "),
        .run(.markdown, "> "),
        .run(.markdown, "- > "),
        .run(.markdown, "1. a\n"),
        .run(.markdown, "- a\n"),
        .run(.markdown, "- a\n\n\n"),
        .run(.markdown, "> a\n\n"),
        .run(.markdown, "> a\nb\n"),
        .run(.markdown, "```\n"),
        .run(.markdown, "> ```\n"),
        .run(.markdown, "- ```\n"),
        .run(.markdown, "``` `\n"),
        .run(.markdown, "# a\n"),
        .run(.markdown, "a\n===\n"),
        .run(.markdown, "a\n---\n"),
        .run(.markdown, "    a\n"),
        .run(.markdown, "> a\n    b\n"),
        .run(.markdown, "|a|b|\n"),
        .run(.markdown, "|a|b|\n|-|-|\n"),
        .run(.markdown, "> |a|b|\n|-|-|\n"),
        .nest(.markdown, "|", "\n", "|-"),
        .numbered(.markdown, "a wide table of short rows") { $0 < 40 ? "a|" : "" + "b|\n" },
        Shape(entrance: .markdown, name: "a table of n columns and n rows") {
            let count = $0 / 8
            return String(repeating: "a|", count: count) + "\n"
                + String(repeating: "-|", count: count) + "\n"
                + String(repeating: "b|\n", count: count)
        },
        Shape(entrance: .markdown, name: "lists, each deeper") { size in
            let depth = Int(Double(size).squareRoot())
            return (0..<depth).map { String(repeating: " ", count: 2 * $0) + "- a\n" }.joined()
        },
        .numbered(.markdown, "lists and quotes by turns") {
            String(repeating: $0 % 2 == 0 ? "> " : "- ", count: $0 % 14 + 1) + "a\n"
        },
        .run(.markdown, "* * *\n"),
        .run(.markdown, "\n"),
        .run(.markdown, "[^1]: a\n"),
    ]
}
