import BriefModel
import Testing

@testable import FeedParsing

@Suite struct FeedDiscoveryTests {
    private func links(
        _ page: String, at url: String = "https://site.example/x/y", fields: [String] = []
    ) -> [FeedLink] {
        FeedDiscovery.feedLinks(inHTML: Array(page.utf8), baseURL: url, linkFields: fields)
    }

    @Test func `finds the feeds of a page in document order`() {
        let page = """
            <html><head><base href="/blog/"><!-- <link rel=alternate type=application/rss+xml href=no> -->
            <script>"<link rel='alternate' type='application/rss+xml' href='no'>"</script>
            <link rel="stylesheet" href="a.css">
            <LINK REL='Alternate' TYPE="application/atom+xml; charset=utf-8" HREF=atom title="A &amp; B">
            <link rel="alternate" type="text/html" hreflang="fr" href="/fr">
            </head><body><link rel="feed alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2">
            <link rel=alternate type=application/feed+json href=https://other.example/feed.json>
            """
        #expect(
            links(page) == [
                FeedLink(
                    url: "https://site.example/blog/atom",
                    type: "application/atom+xml; charset=utf-8", title: "A & B"),
                FeedLink(url: "https://site.example/rss?a=1&b=2", type: "application/rss+xml"),
                FeedLink(url: "https://other.example/feed.json", type: "application/feed+json"),
            ])
    }

    @Test func `finds nothing where a page names none`() {
        #expect(links("<p>no feed <link rel=alternate href=x> here").isEmpty)
    }

    @Test(arguments: [
        "<link rel=alternate type=text/xml href=/f>",
        "<link rel='alternate' type='application/xml' href='/f'>",
        "<link rel=alternate type='application/json; charset=utf-8' href=/f>",
        "<link rel=feed href=/f>", "<link rel='feed' type='application/xml' href=/f>",
        "<link rel='home feed' type='APPLICATION/RSS+XML' href=/f>",
        "<a href='/f' type='application/rss+xml'>Subscribe</a>",
        "<A TYPE=application/atom+xml HREF=f>Atom</A><base href='/'>",
    ])
    func `knows the ways in which pages name a feed`(page: String) {
        let urls = links("<html><body>" + page, at: "https://site.example/").map(\.url)
        #expect(urls == ["https://site.example/f"])
    }

    @Test(arguments: [
        "/feed", "/blog/feed/", "/rss", "/atom.xml", "/index.xml", "/feed.json", "/news.rss",
        "/de/blog.atom", "/index.rdf", "/rss.php", "/rss_en.xml", "/?feed=rss2", "/list?format=rss",
    ])
    func `knows an address that looks like a feed's`(path: String) {
        let urls = links("<p><a class=button href='\(path)'>Follow</a>").map(\.url)
        #expect(urls == ["https://site.example\(path)"])
    }

    @Test(arguments: [
        "<a href=/subscribe>RSS</a>", "<a href='/s?x=7'>Subscribe by <b>RSS</b></a>",
        "<a href=/s><img src=i.png alt='RSS-Feed'></a>", "<a href=/s title='RSS 2.0'><i></i></a>",
        "<a href=/s aria-label='Web feed'><svg><path d='M0 0'/></svg></a>",
        "<a href=/s.php>Atom 1.0</a>", "<a href=/s> News feed </a>",
        "<a href=https://feeds.feedburner.com/Quay>Follow</a>",
    ])
    func `takes a link at its word where it is called a feed`(page: String) {
        #expect(links("<p>" + page).count == 1)
    }

    @Test(arguments: [
        "<a href=/s>What is RSS?</a>", "<a href=/rss.html>RSS</a>", "<a href=#rss>RSS</a>",
        "<a href=/s>How we read the news of the world by RSS</a>", "<a href=/s>Feed the birds</a>",
        "<a href=/s>Subscribe</a><p>RSS", "<a href=https://friend.example/s>RSS</a>",
        "<a href=/s>Atom smasher</a>", "<a href=/rss.png>RSS</a>",
    ])
    func `takes no other link for a feed for its words`(page: String) {
        #expect(links("<p>" + page).isEmpty)
    }

    @Test func `asks what is but called a feed last`() {
        let page = "<a href=/s>RSS</a><a href=/rss>Follow</a>"
        #expect(links(page).map(\.source) == [.linked, .worded])
    }

    @Test func `hears a base wherever it stands, the first alone`() {
        let page = "<link rel=feed href=f><base target=_top><base href=/b/><base href=/c/>"
        #expect(links(page).map(\.url) == ["https://site.example/b/f"])
    }

    @Test(arguments: [
        "<link rel=alternate type=application/json href=/wp-json/wp/v2/pages/7>",
        "<link rel=alternate type=application/json+oembed href=/oembed?format=json>",
        "<link rel=alternate type=text/xml href=/sitemap.xml>",
        "<link rel=alternate hreflang=fr href=/fr/>", "<link rel='stylesheet alternate' href=/rss>",
        "<link rel=search type=application/opensearchdescription+xml href=/rss.xml>",
        "<a href=https://friend.example/feed.xml>A friend</a>", "<a href=/feedback>Write</a>",
        "<a href=/atoms/rss-explained>Physics</a>", "<a href=mailto:feed@site.example>Mail</a>",
        "<template><link rel=alternate type=application/rss+xml href=/no></template>",
        "<template><template></template><a href=/rss>no</a></template>",
        "<title><link rel=alternate type=application/rss+xml href=/no></title>",
    ])
    func `takes nothing else for a feed`(page: String) {
        #expect(links(page).isEmpty)
    }

    @Test func `puts the surest first`() {
        let page = """
            <a href="/rss">RSS</a><link rel=alternate type=application/json href=/data>
            <link rel=alternate type=application/atom+xml href=/atom>
            """
        #expect(
            links(page).map(\.url) == [
                "https://site.example/atom", "https://site.example/data",
                "https://site.example/rss",
            ])
        #expect(links(page).map(\.source) == [.named, .hinted, .linked])
    }

    @Test(arguments: [
        ("/comments/feed/", "The Quay"), ("/feeds/comments/default", ""),
        ("/rss2", "The Quay » Comments Feed"), ("/rss2", "Kommentare zu: Die Fähre"),
        ("/rss2", "Le Quai » Flux des commentaires"), ("/?feed=comments-rss2", ""),
        ("/rss2", "港のコメント"),
    ])
    func `passes over feeds of comments`(path: String, title: String) {
        let comments =
            "<link rel=alternate type=application/rss+xml href='\(path)' title='\(title)'>"
        let main = "<link rel=alternate type=application/rss+xml href=/main title='The Quay'>"
        #expect(links(comments + main).map(\.url) == ["https://site.example/main"])
        #expect(links(comments).map(\.url) == ["https://site.example\(path)"])
    }

    @Test func `hears the head of HTTP`() {
        let fields = [
            "<https://site.example/wp-json/>; rel=\"https://api.w.org/\"",
            "</a,b>; rel=next, </feed>; title=\"One, \\\"two\\\"\"; rel=\"alternate\";"
                + " type=\"application/rss+xml\", <broken",
            "<other>; type=application/atom+xml ; REL=alternate",
        ]
        #expect(
            links("<p>", fields: fields) == [
                FeedLink(
                    url: "https://site.example/feed", type: "application/rss+xml",
                    title: "One, \"two\""),
                FeedLink(url: "https://site.example/x/other", type: "application/atom+xml"),
            ])
    }

    @Test func `takes a slash at the end of a value without quotes for part of it`() {
        let page = "<base href=/blog/><a href=all/rss/>RSS</a>"
        #expect(links(page).map(\.url) == ["https://site.example/blog/all/rss/"])
    }

    @Test func `sees what stands behind megabytes of style`() {
        let style = "<style>" + String(repeating: "a { color: red }\n", count: 200_000) + "</style>"
        let page = style + "<link rel=alternate type=application/rss+xml href=/f>"
        #expect(links(page).map(\.url) == ["https://site.example/f"])
    }

    @Test(arguments: [
        ("0; url=/blog/", "https://site.example/blog/"), ("5;URL='b'", "https://site.example/x/b"),
        ("0, https://new.example/", "https://new.example/"), ("30", nil),
    ])
    func `goes where a page sends its readers`(content: String, target: String?) {
        let found = links("<meta http-equiv=Refresh content=\"\(content)\">")
        #expect(found.map(\.url) == (target.map { [$0] } ?? []))
        #expect(found.allSatisfy { $0.source == .refresh })
    }

    @Test func `takes scheme feed for the one below it`() {
        let page = "<a href='feed://site.example/all.xml' type=application/rss+xml>x</a>"
        #expect(links(page).map(\.url) == ["http://site.example/all.xml"])
        #expect(
            links("<a href='feed:https://site.example/rss'>x</a>").map(\.url)
                == ["https://site.example/rss"])
    }

    @Test func `keeps a bound where a page names thousands`() {
        let page = (0..<10_000).map { number in
            "<link rel=alternate type=application/rss+xml href=/\(number)><a href=/\(number).rss>"
        }.joined()
        #expect(links(page).count == 64)
    }

    @Test(arguments: [
        (
            "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv/videos",
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"
        ),
        (
            "https://youtube.com/playlist?si=1&list=PLtides",
            "https://www.youtube.com/feeds/videos.xml?playlist_id=PLtides"
        ),
        ("https://github.com/quay/ferry/releases", "https://github.com/quay/ferry/releases.atom"),
        (
            "https://github.com/quay/ferry/releases/tag/v1",
            "https://github.com/quay/ferry/releases.atom"
        ),
        (
            "https://github.com/quay/ferry/commits/main",
            "https://github.com/quay/ferry/commits/main.atom"
        ),
        ("https://www.reddit.com/r/ferries/", "https://www.reddit.com/r/ferries/.rss"),
        ("https://old.reddit.com/r/ferries/top", "https://www.reddit.com/r/ferries/top/.rss"),
        ("https://reddit.com/u/pilot", "https://www.reddit.com/user/pilot/.rss"),
        ("https://social.example/@pilot", "https://social.example/@pilot.rss"),
        ("https://medium.com/@pilot", "https://medium.com/feed/@pilot"),
    ])
    func `knows by its address where a site's feed is`(page: String, feed: String) {
        #expect(links("", at: page).map(\.url).first == feed)
    }

    @Test(arguments: [
        "https://www.youtube.com/feeds/videos.xml?channel_id=UCx", "https://github.com/features/a",
        "https://github.com/quay/ferry/issues", "https://www.reddit.com/r/ferries/comments/1/a",
        "https://social.example/@pilot@far.example", "https://social.example/@pilot/1",
        "https://site.example/", "https://github.com/quay",
    ])
    func `guesses nothing of other addresses`(page: String) {
        #expect(links("", at: page).isEmpty)
    }

    @Test func `knows a channel by what its page states`() {
        let page = "<meta itemprop=identifier content=UCabcdefghijklmnopqrstuv>"
        let feed = "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"
        #expect(links(page, at: "https://www.youtube.com/@pilot").map(\.url).first == feed)
        #expect(links(page).isEmpty)
        let canonical =
            "<link rel=canonical href=https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv>"
        #expect(links(canonical, at: "https://www.youtube.com/@pilot").map(\.url).first == feed)
        #expect(links(canonical).isEmpty)
    }
}
