import Testing

@testable import ArticleExtraction

@Suite struct OwnSectionsTests {
    private let prose =
        "The bridge over the brook was closed for two winters, and whoever wanted to see the doctor had to walk by the mill, as their grandparents did."

    private func texts(_ body: ExtractedBody) -> [String] {
        body.blocks.map { InlineText.plain($0) }
    }

    @Test(arguments: [
        "Comments", "Kommentare", "Commentaires", "Комментарии", "评论", "Tags", "Related articles",
        "The author", "Share", "See also",
    ])
    func `keeps a heading whose part is text, and what follows`(heading: String) {
        let parts = [
            prose, heading, "Nine letters came in, all of them kind.", "The new planks",
            "They are of oak and will last as long as the old ones did.",
        ]
        let plain = PlainTextReader.read("The bridge\n\n" + parts.joined(separator: "\n\n"))
        #expect(texts(plain) == parts)
        let marked = parts.enumerated().map { $0 == 1 || $0 == 3 ? "## \($1)" : $1 }
        let markdown = MarkdownReader.read("# The bridge\n\n" + marked.joined(separator: "\n\n"))
        #expect(texts(markdown) == parts)
    }

    @Test(arguments: [
        "## Comments\n\n### Ann Miller\n\nA lovely story, thank you.\n\n### Bob\n\nI walked there too.",
        "## Comments\n\nAnn says:\n\nA lovely story.\n\n## Leave a reply\n\nYour email address will not be published.",
    ])
    func `cuts what readers said`(comments: String) {
        let body = MarkdownReader.read("# The bridge\n\n\(prose)\n\n\(prose)\n\n\(comments)\n")
        #expect(texts(body) == [prose, prose])
    }

    @Test func `drops the heading of other articles`() {
        let body = PlainTextReader.read(
            "The bridge\n\n\(prose)\n\n\(prose)\n\nRelated articles\n\nBread is dear again\n\nThe mayor steps down\n"
        )
        #expect(texts(body) == [prose, prose])
    }

    @Test func `keeps a sentence that begins with a sign of ownership`() {
        let line = "© is what the stone says, in a hand that nobody knows."
        let body = MarkdownReader.read("# The bridge\n\n\(prose)\n\n\(line)\n\n\(prose)\n")
        #expect(texts(body) == [prose, line, prose])
        let notice = MarkdownReader.read("# The bridge\n\n\(prose)\n\n© 2025 The Valley Post\n")
        #expect(texts(notice) == [prose])
    }
}
