import BriefModel
import Testing

@testable import Outputs

@Suite struct AtomRulesTests {
    /// What titles, names, tags and excerpts may hold.
    private static let texts = [
        "A plain title", "", " ", "\n\t", "\u{0}", "\u{1}\u{2}\u{7F}\u{85}\u{9F}",
        "\u{FFFE}\u{FFFF}",
        "\u{1FFFE}\u{10FFFF}", Unicode.Scalar(0xFDD0 as UInt32).map(String.init) ?? "",
        "]]>", "<![CDATA[x]]>", "<!-- x -->", "<script>alert(1)</script>",
        "a & b &amp; &nbsp; &#0;",
        "\"'><x y=\"", "{{title}} $(id) `id` %s", "\u{202E}gnp.exe\u{202C}", "\u{FEFF}", "\u{200B}",
        "\u{2028}\u{2029}", "e\u{301}\u{302}\u{303}", "港の町", "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "a\r\nb\rc", "\u{B}\u{C}",
        "<?xml version=\"1.0\"?>", "<!DOCTYPE x [<!ENTITY y \"z\">]>&y;",
    ]
    private static let addresses = [
        "https://example.org/a", "", "http://", "https:///a", "javascript:alert(1)", "/relative",
        "//example.org/x", "https://example.org/a b\"<>{}|\\^`é%zz%4",
        "https://bücher.example/ü?ü#ü",
        "HTTP://EXAMPLE.ORG", "https://user:pw@example.org:8080/x", "ftp://example.org/", "data:,x",
        "https://[::1]/", "https://example.org/\u{0}\u{1}\u{202E}", "http://ex ample.org/",
        "mailto:a@b.c",
        "https://example.org/]]>&\"'",
    ]
    private static let languages = [
        "en", "", "de-AT", "zh-Hant-TW", "english", "e", "en_US", "en-", "-en", "en\" x=\"y",
        "x-klingon",
        "i-default", "deutsch-lang", "en-a", "sr-Latn-RS-u-ca-gregory", "123", "e\u{301}n",
        "en-12345678 9",
    ]
    private static let dates = [
        "2026-11-20", "2026-11-20T08:00:00Z", "", "2026", "2026-02-30", "20.11.2026",
        "2026-11-20T24:00:00Z", "2026-11-20T08:00:60Z", "2026-11-20T08:00:00+99:00",
        "2026-11-20T08:00:00-00:00", "0000-00-00", "-2026-11-20",
        "2026-11-20T08:00:00.123456789+05:30",
        "2026-11-20T08:00:00 GMT",
    ]
    private static let bodies = [
        "Words.", "", "<script>alert(1)</script>\n\n<iframe src=x></iframe>",
        "[a](javascript:alert(1))",
        "[r](/relative) ![p](relative.png) ![q](data:image/png;base64,AA==)",
        "# H\n\n- a\n  - b\n\n1. c\n\n> d\n\n```html\n<b onclick=x>\n```\n\n| a | b |\n|---|---|\n| <i> | ]]> |",
        "[x](https://example.org/\"onmouseover=alert(1)) <a href=x onclick=y>z</a> &lt; &bogus; &#0;",
        "\u{0}\u{1}\u{8}\u{FFFE} ]]> <![CDATA[ \u{85}", "**unclosed *marks _and [brackets](",
        "![alt \"q\" <b>](https://example.org/p.png \"t\") [^1]\n\n[^1]: note",
        "* * *\n\nline\\\nbreak",
        "<img src=x onerror=alert(1)>", "[m](mailto:a@example.org?subject=<x>)",
        "> > > deep\n\n- - - x",
        String(repeating: "> ", count: 300) + "x",
        "| a |\n|-|\n" + String(repeating: "| b ", count: 50),
    ]

    private func text(_ seed: Int) -> String { Self.texts[seed % Self.texts.count] }
    private func address(_ seed: Int) -> String { Self.addresses[seed % Self.addresses.count] }

    /// One that takes something else from each list, whatever the number.
    private func article(_ number: Int) -> OutputArticle {
        var article = OutputArticle(
            id: "a\(number)", firstID: "a\(number)", filed: "2026-11-21T06:27:00Z")
        article.title = number % 11 == 10 ? nil : text(number)
        article.authors = [text(number / 2), text(number + 5), text(number / 2)]
        article.url = number % 13 == 12 ? nil : address(number)
        article.externalURL = address(number / 3 + 1)
        article.language = Self.languages[number % Self.languages.count]
        article.published = Self.dates[number % Self.dates.count]
        article.tags = [text(number + 1), text(number + 2), text(number + 1) + " "]
        article.categories = [text(number + 2), text(number / 5)]
        article.excerpt = text(number / 7 + 3)
        article.retitled = number % 5 == 0 ? "2026-11-22T06:27:00Z" : nil
        article.enclosures = (0..<3).map { place in
            Enclosure(
                url: address(number + place / 2),
                type: ["audio/mpeg", "audio", "a/b; c=\"d\"", "x/\u{0}", ""][(number + place) % 5],
                length: ["12", "-1", "0", "many", "99999999999999999999", "+5"][number % 6])
        }
        article.html = ArticleHTML.write(Self.bodies[number % Self.bodies.count])
        return article
    }

    private func faults(_ feed: OutputFeed) -> [String] {
        AtomRules.faults(in: AtomWriter.write(feed))
    }

    private func feed(_ articles: [OutputArticle], title: String = "Recent") -> OutputFeed {
        OutputFeed(
            title: title, id: OutputFact.urn("x"),
            updated: articles.map(\.updated).max() ?? "1970-01-01T00:00:00Z",
            address: "./recent.atom", articles: articles)
    }

    @Test func `every article makes a valid entry, whatever it says`() {
        for number in 0..<3_000 {
            let found = faults(feed([article(number)]))
            guard found.isEmpty else {
                Issue.record("\(number): \(found) in \(article(number))")
                return
            }
        }
    }

    @Test func `many of them make a valid feed, under whatever title`() {
        let articles = (0..<200).map(article)
        for title in Self.texts { #expect(faults(feed(articles, title: title)) == []) }
        #expect(faults(feed([])) == [])
    }

    @Test func `each page of a feed is valid, by name and by address`() throws {
        var specs = [FeedSpec.recent]
        specs += Self.texts.compactMap { FeedSpec.of($0, in: "tag") }
        var named = FeedSpec.recent
        named.address = "https://feeds.example.org/r.d/recent?x=1&y=2"
        specs.append(named)
        for spec in specs {
            for page in 1...3 {
                var feed = feed([article(page)], title: spec.title)
                feed.address = spec.address(of: page)
                feed.pages = [("first", spec.address(of: 1)), ("last", spec.address(of: 3))]
                if page < 3 { feed.pages.append(("next", spec.address(of: page + 1))) }
                if page > 1 { feed.pages.append(("previous", spec.address(of: page - 1))) }
                feed.hub = "https://hub.example.org/?a=\"b"
                #expect(faults(feed) == [], "\(spec.path)")
            }
        }
    }

    @Test func `the rules find what is wrong`() {
        let good = String(decoding: AtomWriter.write(feed([article(0)])), as: UTF8.self)
        #expect(AtomRules.faults(in: Array(good.utf8)) == [])
        for (old, new) in [
            ("<id>urn", "<id>x:urn"), ("<title>Recent</title>\n", ""), ("06:27:00Z", "6:27Z"),
            ("rel=\"self\"", "rel=\"related\""), ("encoding=\"utf-8\"", "encoding=\"latin1\""),
            ("xml:lang=\"en\"", "xml:lang=\"english\""),
            ("<author><name>briefd</name></author>\n", ""),
            ("<content type=\"html\">", "<content>"),
            ("&lt;p&gt;", "&lt;p onclick=&quot;x&quot;&gt;"),
            ("</feed>", "<entry/></feed>"), ("</feed>", "<other/></feed>"),
            ("</feed>", "\u{85}</feed>"),
            ("2026-11-20T00:00:00Z", "2026-02-30T00:00:00Z"),
        ] {
            #expect(good.contains(old), "\(old)")
            let wrong = good.replacing(old, with: new)
            #expect(!AtomRules.faults(in: Array(wrong.utf8)).isEmpty, "\(old) → \(new)")
        }
    }
}
