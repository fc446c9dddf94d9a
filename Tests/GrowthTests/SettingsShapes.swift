/// The configuration, site rules and front matter.
enum SettingsShapes {
    static let all: [Shape] = configuration + rules + matter

    private static let configuration: [Shape] = [
        .numbered(.configuration, "feeds") { "[[feed]]\nurl = \"http://a/\($0)\"\n" },
        .run(.configuration, "[[feed]]\nurl = \"http://a/\"\n"),
        .numbered(.configuration, "keys") { "k\($0) = 1\n" },
        .numbered(.configuration, "tables") { "[t\($0)]\n" },
        .run(.configuration, "a.", before: "b = 1\n"),
        .run(.configuration, "#\n"), .run(.configuration, "\"", after: "a = "),
        .run(.configuration, "\u{301}\u{323}", after: "a = \"", before: "\"\n"),
        .run(.configuration, "1,", after: "a = [", before: "]\n"),
    ]

    private static let rules: [Shape] = [
        .run(.siteRule, "# a\n"), .run(.siteRule, "tidy: no\n"), .run(.siteRule, "title: //h1\n"),
        .run(.siteRule, "a"), .run(.siteRule, "/a", after: "body: /"),
        .run(.siteRule, " or //a", after: "body: //b"), .run(.siteRule, "\u{301}\u{323}"),
        .run(.siteRule, "(", after: "replace_string"),
        .run(.ruledPage, "<p>z", after: "<article>"), .run(.ruledPage, "<i>a"),
        .run(.ruledPage, "<div class=side>a"), .nest(.ruledPage, "<article>", "a", "</article>"),
        .run(.ruledPage, "<p class=by>Ann Lee"),
    ]

    private static let matter: [Shape] = [
        .run(.frontMatter, "a: b\n", before: "---\n"), .run(.frontMatter, "- a\n"),
        .run(.frontMatter, "a, ", after: "tags: [", before: "]\n---\n"),
        .run(.frontMatter, "\\\"", after: "title: \"", before: "\"\n---\n"),
        .run(.frontMatter, "\u{301}\u{323}", after: "title: a", before: "\n---\n"),
        .run(.frontMatter, "\u{301}\u{323}", after: "a", before: ": b\n---\n"),
        .run(.frontMatter, "Ann Lee, ", after: "author: ", before: "\n---\n"),
        .run(.frontMatter, "1 ", after: "date: ", before: "\n---\n"),
        .run(.frontMatter, " ", after: "title:", before: "a\n---\n"),
    ]
}
