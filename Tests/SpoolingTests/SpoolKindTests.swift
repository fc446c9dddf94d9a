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
        (".html", .unknown, false), ("a.pdf", .packed(.pdf), false),
        ("a.tar.gz", .packed(.tar), false), ("v1.2 final", .unknown, false),
        ("Report - nytimes.com", .unknown, false), ("NATO vs.Russia", .unknown, false),
        ("v1.2", .unknown, false), ("Mr. Smith", .unknown, false), ("2026.11.27", .unknown, false),
        ("Why we left Next.js", .unknown, false), ("app.js", .unsupported("js"), false),
        ("Interview w.Putin", .unknown, false), ("page.php", .page, false),
        ("a.eml.gz", .packed(.mail), true),
        ("a.html.xz", .page, true), ("a.json.BZ2", .feed, true), ("a.txt.zst", .text, true),
        ("a.tar.xz", .packed(.tar), false), ("a.txz", .packed(.tar), false),
        ("a.tbz2", .packed(.tar), false), ("a.warc.zst", .packed(.warc), false),
        ("a.xz", .unknown, true), ("a.png.xz", .unsupported("png"), true),
        ("a.zip", .packed(.zip), false), ("a.opml", .outline, false), ("a.webloc", .link, false),
        ("rbc.ru.html", .page, false), ("photo.JPEG", .unsupported("jpeg"), false),
        ("Film.MP4", .unsupported("mp4"), false), ("a.docx", .packed(.docx), false),
        ("a.xlsx", .unsupported("xlsx"), false),
        ("lemonde.fr.gz", .unknown, true),
    ])
    func `tells the kind by the suffix`(name: String, content: SpoolKind.Content, gz: Bool) {
        #expect(
            SpoolKind(of: FileName(name)) == SpoolKind(content: content, isCompressed: gz))
    }
}
