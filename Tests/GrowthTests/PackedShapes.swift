/// Mail and what else holds documents.
enum PackedShapes {
    private static let mixed = "Content-Type: multipart/mixed; boundary=b\n\n"

    static let all: [Shape] =
        [
            .run(.mail, "--b\n\nWords of a part.\n", after: mixed),
            .run(.mail, "--b\n", after: mixed), .run(.mail, "--bb\n", after: mixed),
            .run(.mail, "--b\n" + mixed, after: mixed),
            .numbered(.mail, "parts within parts, each of its own mark", after: mixed) {
                "--b\($0 == 0 ? "" : "\($0 - 1)")\nContent-Type: multipart/mixed; boundary=b\($0)\n\n"
            },
            .run(.mail, "a: b\n"), .run(.mail, " b\n", after: "a:"), .run(.mail, "a"),
            .run(.mail, "; a*0*=b", after: "Content-Type: text/plain", before: "\n\nWords"),
            .run(.mail, "(", after: "Content-Type: ", before: "\n\nWords"),
            .run(.mail, "=20", after: "Content-Transfer-Encoding: quoted-printable\n\n"),
            .run(.mail, "=\n", after: "Content-Transfer-Encoding: quoted-printable\n\n"),
            .run(.mail, "QUJD\n", after: "Content-Transfer-Encoding: base64\n\n"),
            .run(.mail, "> a \n", after: "Content-Type: text/plain; format=flowed\n\n"),
            .run(.mail, ">", after: "Content-Type: text/plain; format=flowed\n\n"),
            .run(.mail, "Words of text that go on and on.\n> quoted\n", after: "\n"),
            .run(.mail, "a, ", after: "To: ", before: "\n\nWords"),
            .run(.mailHeader, "=?utf-8?q?a?= "), .run(.mailHeader, "=?utf-8?q?"),
            .run(.mailHeader, "=?"), .run(.mailHeader, "=?utf-8?b?QQ==?="),
            .run(.mailHeader, "[a] "),
            .run(.mailHeader, "Re: "),
            .run(.mailPage, "<a href=\"https://a.example/?u=https%3A%2F%2Fb.example\">a</a> "),
            .run(.mailPage, "<a href='"), .run(.mailPage, "<a href=a"), .run(.mailPage, "<a "),
            .run(.mailPage, "<p>Unsubscribe</p><p>Words of a letter that go on.</p>"),
            .run(.mailPage, "<p>Sponsored by</p><p>Words.</p>"),
            .run(
                .mailPage, "<blockquote type=cite>a</blockquote>", after: "<p>Words of one's own."),
            .nest(.mailPage, "<blockquote type=cite>", "a", "</blockquote>"),
            .nest(.mailPage, "<div>", "Sponsored by", "</div>"),
            .run(.mailPage, "<div>Sponsored by<p>b</p></div>"),
            .run(.mailbox, "From a@b.example Fri Mar  6 09:30:00 2026\n\na\n\n"),
            .run(.mailbox, "\nFrom a\n"), .run(.mailbox, ">From a\n"),
            .run(.savedPage, "--b\nContent-Type: text/html\n\n<p>a\n"),
            .run(.savedPage, "--b\nContent-Location: a\n\n"),
            .run(.zipNames, "PK\u{5}\u{6}"), .run(.zipNames, "PK\u{1}\u{2}"),
            .run(.webArchive, "<key>WebResourceData</key><data>"),
            .run(.webArchive, "<key>WebResourceURL</key><string>"),
            .run(.richText, "\\u769?\\u803?", after: "a"),
            .run(.richText, "\\u769\\u803", after: "a"),
            .run(.richText, "{\\b a}"), .run(.richText, "{"), .run(.richText, "a\\par "),
        ] + Shapes.marks.prefix(2).flatMap(marked)

    /// Rows of marks in each kind of place that is read by its characters.
    private static func marked(_ marks: String) -> [Shape] {
        [
            .run(.mailHeader, marks, after: "a"),
            .run(.mail, marks, after: "To: \"a", before: "\" <a@b.example>\n\nWords"),
            .run(.mail, marks, after: "From: a", before: " <a@b.example>\n\nWords"),
            .run(.mail, marks, after: "List-Id: a", before: " <a.example>\n\nWords"),
            .run(
                .mail, marks, after: "Content-Type: text/plain; charset=\"a", before: "\"\n\nWords"),
            .run(.savedPage, marks, after: "--b\nContent-Location: http://a/", before: "\n\n<p>a"),
            .run(
                .webArchive, marks, after: "<key>WebResourceURL</key><string>a",
                before: "</string><key>WebResourceData</key><data>QUJD</data>"),
        ]
    }
}
