/// Plain text, bylines, dates and addresses.
enum TextShapes {
    static let all: [Shape] = lines + words + Shapes.marks.map { .run(.text, $0, after: "a") }

    private static let lines: [Shape] = [
        .run(.text, "\u{301}\u{323}", after: "a"), .run(.text, "a\u{301}\u{323}\n"),
        .run(.text, "\u{301}\u{323}\u{200B}", after: "a"),
        .run(.text, "ab\n"), .run(.text, "a\n\n"), .run(.text, "a"), .run(.text, "a "),
        .run(.text, "Some words of a sentence, as they stand in a text. "),
        .run(.text, "Some words of a sentence, as they stand in a text.\n"),
        .run(.text, "Some words of a sentence, as they stand in a text.\n\n"),
        .run(.text, " ", after: "a", before: "b"), .run(.text, "\t"), .run(.text, "\n"),
        .run(.text, "- a\n"), .run(.text, "1. a\n"), .run(.text, "> a\n"), .run(.text, "    a\n"),
        .run(.text, "---\n"), .run(.text, "中文字\n"), .run(.text, "中文字。"),
        .run(.text, "By Ann Lee\n2021-01-01\n"), .run(.text, "A Title\n======\n"),
        .run(.text, "Share this article\n"), .run(.text, "http://a.b/c "), .run(.text, "<p>"),
        .numbered(.text, "lines, each its own") { "line \($0) of the text\n" },
        .numbered(.text, "numbers") { "\($0)\n" },
        .run(.text, "(", after: "a"), .run(.text, "1/2/2021 "), .run(.text, "\u{200D}", after: "a"),
    ]

    private static let words: [Shape] = [
        .run(.byline, "\u{301}\u{323}", after: "By A"), .run(.byline, "By "),
        .run(.byline, "Ann Lee, ", after: "By "), .run(.byline, "Ann Lee and ", after: "By "),
        .numbered(.byline, "names, each its own", after: "By ") { "Ann\($0) Lee, " },
        .run(.byline, "A. "), .run(.byline, "a"), .run(.byline, "("), .run(.byline, " | "),
        .run(.date, "\u{301}\u{323}", after: "1 2"), .run(.date, "1 "), .run(.date, "1/"),
        .run(.date, "2021-01-"), .run(.date, "12:"), .run(.date, "January "), .run(.date, "1"),
        .run(.date, "May 1 "), .run(.date, "1 of "), .run(.date, "年1"),
        .run(.feedDate, "\u{301}\u{323}", after: "1"), .run(.feedDate, "Mon, "),
        .run(.feedDate, "1 "), .run(.feedDate, "+"), .run(.feedDate, "(", after: "1 Jan 2021 "),
        .run(.address, "../"), .run(.address, "/a"), .run(.address, "%41"), .run(.address, "?"),
        .run(.address, "\u{301}\u{323}", after: "http://a/"),
        .run(.address, "a.", after: "http://"),
        .run(.links, "http://a/\n"), .run(.links, "\u{301}\u{323}", after: "u"),
        .run(.links, "\u{301}\u{323}", after: "http://a/"), .run(.links, "http://a/ "),
        .numbered(.links, "addresses, each its own") { "http://a/\($0)\n" },
        .run(.links, " "), .run(.links, "\r"),
    ]
}
