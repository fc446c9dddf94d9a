import BriefModel
import Testing

@testable import Storage

@Suite struct MarkdownFileTests {
    private func front(title: String?) -> FrontMatter {
        var front = FrontMatter()
        front.id = "0123456789abcdef"
        front.filed = "2026-11-21T07:00:00Z"
        front.title = title
        front.authors = ["A, B", "\"C\"]"]
        front.tags = ["a", "b: c"]
        front.quality = 0.875
        front.aliases = ["sha256:00"]
        front.supersedes = "fedcba9876543210"
        return front
    }

    @Test(arguments: [
        "Plain", "", " ", "two\nlines", "a\r\n---\r\nid: \"evil\"\n---\n", "\"quoted\" \\ back",
        "tab\tbell\u{7}nul\u{0}del\u{7f}nel\u{85}", "\u{2028}sep\u{2029}", "\u{202e}turned\u{feff}",
        "# heading", "---", "[link](x) *star* <script>", "emoji 😀 e\u{301}", "'\u{fffe}'",
        "{a: b} # comment", "- item", "\u{301}combining",
    ])
    func `gives back every title, and no title ends the front matter`(title: String) throws {
        let file = MarkdownFile(front: front(title: title), body: "One.\n\n---\n\nid: \"two\"")
        let bytes = file.bytes
        let lines = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let head = lines.dropFirst().prefix { $0 != "---" }
        #expect(head.count == 26)
        #expect(head.filter { $0.hasPrefix("id: ") } == ["id: \"0123456789abcdef\""])
        #expect(bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x0a })
        #expect(try MarkdownFile.parse(bytes, path: "x") == file)
    }

    @Test func `gives back what comes along with the article`() throws {
        var front = front(title: "T")
        front.categories = ["Ships", "a, \"b\""]
        front.externalURL = "https://other.example/1"
        front.commentsURL = "https://news.example/1#talk"
        front.enclosures = [
            Enclosure(url: "https://m.example/1.mp3", type: "audio/mpeg", length: "12"),
            Enclosure(url: "https://m.example/1.jpg", title: "A \"pier\": dawn"),
        ]
        let file = MarkdownFile(front: front, body: "Text.")
        #expect(try MarkdownFile.parse(file.bytes, path: "x") == file)
    }

    @Test func `writes the title as one heading without markup`() throws {
        let file = MarkdownFile(front: front(title: "A *b*\n# c <i>"), body: "Text.")
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(text.hasSuffix("---\n\n# A \\*b\\* \\# c \\<i>\n\nText.\n"))
    }

    @Test func `keeps a body that begins with a heading of its own`() throws {
        let file = MarkdownFile(front: front(title: nil), body: "# Not the title\n\nText.")
        #expect(try MarkdownFile.parse(file.bytes, path: "x") == file)
    }

    @Test(arguments: [
        "", " \n\n", "\0\0\0\0", "---\nid: \"a\"\n---\n\nText\0\0", "\u{FEFF}\n", "\r\n\r\n",
    ])
    func `says that a file is damaged`(text: String) {
        #expect(throws: StorageError.self) {
            try MarkdownFile.parse(Array(text.utf8), path: "articles/x.md")
        }
    }

    @Test(arguments: [
        ("## A *title*", "A title"), ("- item `code`", "item code"), ("1. one", "one"),
        ("> > quoted", "quoted"), ("a [link](http://x/(y)) b", "a link b"),
        ("![alt](x.png) text", "alt text"), ("| a | b |", "a   b  "),
        ("\\*kept\\* snake_case", "*kept* snake_case"),
        ("open [a](b", "open a(b"), ("| --- | :-: |", ""), ("2021 was", "2021 was"),
        ("One.\n\n[Audio: 1.mp3](https://m.example/1.mp3 \"attached\")", "One."),
    ])
    func `reads the words of Markdown back`(markdown: String, text: String) {
        #expect(MarkdownText.plain(markdown) == (text.isEmpty ? "" : text + "\n"))
    }
}
