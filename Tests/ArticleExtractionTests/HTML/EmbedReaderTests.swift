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
            "<embed src='/survey/plan.pdf' type='application/pdf'>",
            "[Embedded: paper.example/survey/plan.pdf](https://paper.example/survey/plan.pdf \"attached\")"
        ),
        (
            "<iframe src='https://docs.google.com/viewer?url=https%3A%2F%2Fa.example%2Fb.pdf&embedded=true'></iframe>",
            "[Embedded: a.example/b.pdf](https://a.example/b.pdf \"attached\")"
        ),
        (
            "<iframe src='https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fley%2Fposts%2F7&w=5'></iframe>",
            "[Post: www.facebook.com/ley/posts/7](https://www.facebook.com/ley/posts/7 \"attached\")"
        ),
        (
            "<div data-html='&lt;iframe src=&quot;//www.youtube.com/embed/abc&quot; title=&quot;The ferry turns&quot;&gt;&lt;/iframe&gt;'></div>",
            "[Video: The ferry turns](https://www.youtube.com/embed/abc \"attached\")"
        ),
        (
            "<div data-config-url='https://video.squarespace-cdn.com/content/v1/5/a/{variant}'></div>",
            "[Video: video.squarespace-cdn.com/content/v1/5/a/playlist.m3u8](https://video.squarespace-cdn.com/content/v1/5/a/playlist.m3u8 \"attached\")"
        ),
        (
            "<div class='fb-video' data-href='https://www.facebook.com/ley/videos/7'></div>",
            "[Video: www.facebook.com/ley/videos/7](https://www.facebook.com/ley/videos/7 \"attached\")"
        ),
        (
            "<iframe src='https://www.linkedin.com/embed/feed/update/urn:li:share:7'></iframe>",
            "[Post: www.linkedin.com/embed/feed/update/urn:li:share:7](https://www.linkedin.com/embed/feed/update/urn:li:share:7 \"attached\")"
        ),
        (
            "<iframe src='https://widget.spreaker.com/player?episode_id=7'></iframe>",
            "[Audio: widget.spreaker.com/player](https://widget.spreaker.com/player?episode_id=7 \"attached\")"
        ),
        (
            "<script async src='https://telegram.example/w.js' data-telegram-post='ley/7'></script>",
            "[Post: t.me/ley/7](https://t.me/ley/7 \"attached\")"
        ),
        (
            "<amp-twitter data-tweetid='77'></amp-twitter>",
            "[Post: twitter.com/i/status/77](https://twitter.com/i/status/77 \"attached\")"
        ),
        (
            "<amp-instagram data-shortcode='aB7'></amp-instagram>",
            "[Post: www.instagram.com/p/aB7](https://www.instagram.com/p/aB7/ \"attached\")"
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
