import LinuxIO
import Spooling
import Testing

@Suite struct SpoolKindTests {
    @Test(arguments: [
        ("a.html", SpoolKind.Content.page, false), ("a.HTM", .page, false),
        ("a.xhtml", .page, false), ("a.txt", .text, false), ("a.md", .markdown, false),
        ("a.rss", .feed, false), ("a.json", .feed, false), ("a.url", .link, false),
        ("a.html.gz", .page, true), ("a.gz", .unknown, true), ("README", .unknown, false),
        ("Brief No. 134", .unknown, false), ("At 10.30", .unknown, false),
        (".html", .unknown, false), ("a.pdf", .unsupported("pdf"), false),
        ("a.tar.gz", .unsupported("tar"), true), ("v1.2 final", .unknown, false),
    ])
    func `tells the kind by the suffix`(name: String, content: SpoolKind.Content, gz: Bool) {
        #expect(
            SpoolKind(of: FileName(name)) == SpoolKind(content: content, isCompressed: gz))
    }
}
