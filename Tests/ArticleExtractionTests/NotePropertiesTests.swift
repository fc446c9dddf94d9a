import Testing

@testable import ArticleExtraction

/// Properties and tags that programs for notes keep in the text of a note.
@Suite struct NotePropertiesTests {
    private let prose =
        "The bridge over the brook was closed for two winters, and whoever wanted to see the doctor had to walk by the mill."

    private func read(_ head: String, _ foot: String = "") -> ExtractedBody {
        MarkdownReader.read("# The bridge\n\(head)\n\n\(prose)\n\n\(prose)\n\(foot)")
    }

    private func lines(_ body: ExtractedBody) -> [String] {
        body.blocks.map { InlineText.plain($0) }
    }

    @Test func `are facts below the title`() {
        let body = read(
            "\nAuthor: Ada Marl\nURL: https://review.example/bridge\nCreated: March 4, 2026 10:20 AM\nTags: mills, brooks"
        )
        #expect(lines(body) == [prose, prose])
        #expect(body.authors == ["Ada Marl"])
        #expect(body.url == "https://review.example/bridge")
        #expect(body.published?.hasPrefix("2026-03-04") ?? false)
        #expect(body.categories == ["mills", "brooks"])
    }

    @Test func `are facts in a list below a heading of their own`() {
        let body = read(
            "\n![rw-book-cover](https://a.example/c.png)\n\n## Metadata\n- Author: [[Ada Marl]]\n- Full Title: The bridge\n- URL: https://review.example/bridge\n\n## Full Document"
        )
        #expect(lines(body) == [prose, prose])
        #expect(body.authors == ["Ada Marl"])
        #expect(body.url == "https://review.example/bridge")
    }

    @Test func `are facts where they begin the file`() {
        let body = MarkdownReader.read(
            "Title: The bridge\nAuthor: Ada Marl\nDate: 2026-03-04\n\n\(prose)\n\n\(prose)\n")
        #expect(lines(body) == [prose, prose])
        #expect(body.title == "The bridge")
        #expect(body.authors == ["Ada Marl"])
        #expect(body.published == "2026-03-04")
    }

    @Test func `links to read it elsewhere go, also below front matter`() {
        let text =
            "---\nauthor: Ada Marl\n---\n\n# The bridge\n#Reader\n\n[Read here](https://r.example/a)\n[Read Original](https://review.example/b)\n\n\(prose)\n\n\(prose)\n"
        #expect(lines(MarkdownReader.read(text)) == [prose, prose])
    }

    @Test func `tags go below the title and at the end, and a link to the source with them`() {
        #expect(lines(read("#parish/bridges #mills")) == [prose, prose])
        #expect(lines(read("", "\n#mills #brooks\n")) == [prose, prose])
        let link = "[https://review.example/b](https://review.example/b)"
        #expect(lines(read("#mills", "\n\(link)\n")) == [prose, prose])
    }

    @Test(arguments: [
        "\nPlace: the hall\nTime: nine in the evening", "\nVote: 5 in favour, 2 against",
        "\nIssue #12 and issue #13 are closed.",
    ])
    func `the text's own lines stay`(head: String) {
        let words = head.split(separator: "\n")[0].split(separator: " ")[0]
        #expect(lines(read(head)).joined(separator: " ").contains(words))
    }
}
