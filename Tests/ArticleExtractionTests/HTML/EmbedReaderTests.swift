import Testing

@testable import ArticleExtraction

@Suite struct EmbedReaderTests {
    private func between(_ html: String) -> String {
        let lines = markdown(of: "<p>Words before.</p>\(html)<p>Words after.</p>")
        return lines.split(separator: "\n").dropFirst().dropLast().joined(separator: "\n")
    }

    @Test(arguments: [
        (
            "<iframe src='https://www.youtube.com/embed/abc' title='The ferry turns'></iframe>",
            "[Video: The ferry turns](https://www.youtube.com/embed/abc \"attached\")"
        ),
        (
            "<figure><iframe src='//player.vimeo.com/video/7?h=1'></iframe></figure>",
            "[Video: player.vimeo.com/video/7](https://player.vimeo.com/video/7?h=1 \"attached\")"
        ),
        (
            "<video src='/a.mp4'>Your browser plays no films.</video>",
            "[Video: paper.example/a.mp4](https://paper.example/a.mp4 \"attached\")"
        ),
        (
            "<div><audio controls><source src='/a.ogg'><source src='/a.mp3'></audio></div>",
            "[Audio: paper.example/a.ogg](https://paper.example/a.ogg \"attached\")"
        ),
        (
            "<iframe data-src='https://w.soundcloud.com/player/?url=1'></iframe>",
            "[Audio: w.soundcloud.com/player](https://w.soundcloud.com/player/?url=1 \"attached\")"
        ),
        (
            "<object data='/report.pdf' title='Report'></object>",
            "[Embedded: Report](https://paper.example/report.pdf \"attached\")"
        ),
        (
            "<amp-youtube data-videoid='abc-12'></amp-youtube>",
            "[Video: www.youtube.com/watch](https://www.youtube.com/watch?v=abc-12 \"attached\")"
        ),
        (
            "<iframe src='https://maps.example/quay'></iframe>",
            "[Embedded: maps.example/quay](https://maps.example/quay \"attached\")"
        ),
    ])
    func `leaves a link where something plays`(html: String, line: String) {
        #expect(between(html) == line)
        #expect(text(of: "<p>One.</p>\(html)<p>Two.</p>") == "One.\nTwo.")
    }

    @Test(arguments: [
        "<iframe></iframe>", "<iframe src='about:blank'></iframe>", "<video></video>",
        "<iframe src='https://x.example/a' width=1 height=1></iframe>",
        "<iframe src='https://ads.example/slot/3'></iframe>",
        "<iframe src='https://www.facebook.com/plugins/like.php?href=x'></iframe>",
        "<iframe src='https://paper.example/newsletter/form'></iframe>",
        "<iframe src='https://x.example/a' style='display:none'></iframe>",
        "<iframe src='javascript:void(0)'></iframe>",
        "<video src='data:video/mp4;base64,AA'></video>",
    ])
    func `leaves nothing of advertisements, forms and what is not shown`(html: String) {
        #expect(between(html).isEmpty)
    }

    @Test func `keeps a film without a word beside it`() {
        let html = "<iframe src='https://www.youtube.com/embed/abc'></iframe>"
        #expect(
            markdown(of: html)
                == "[Video: www.youtube.com/embed/abc](https://www.youtube.com/embed/abc \"attached\")"
        )
        #expect(text(of: html).isEmpty)
    }

    @Test func `names a film by the button of its player`() {
        let html =
            "<lite-youtube videoid=abcdefghijk playlabel='Play: The ferry turns'><a href='https://youtube.com/watch?v=abcdefghijk'>Play: The ferry turns</a></lite-youtube>"
        #expect(
            between(html).hasPrefix(
                "[Video: The ferry turns](https://www.youtube.com/watch?v=abcdefghijk \"attached\")"
            ))
    }

    @Test func `links a post whose words do not lead to it`() {
        let html =
            "<blockquote class=tiktok-embed cite='https://tok.example/@baker/video/7'><section><a href='https://tok.example/@baker'>@baker</a> First loaf</section></blockquote>"
        #expect(between(html).contains("](https://tok.example/@baker/video/7 "))
    }
}
