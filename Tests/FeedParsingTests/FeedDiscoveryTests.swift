import Testing

@testable import FeedParsing

@Suite struct FeedDiscoveryTests {
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
        let links = FeedDiscovery.feedLinks(
            inHTML: Array(page.utf8), baseURL: "https://site.example/x/y")
        #expect(
            links == [
                FeedDiscovery.Link(
                    url: "https://site.example/blog/atom",
                    type: "application/atom+xml; charset=utf-8", title: "A & B"),
                FeedDiscovery.Link(
                    url: "https://site.example/rss?a=1&b=2", type: "application/rss+xml"),
                FeedDiscovery.Link(
                    url: "https://other.example/feed.json", type: "application/feed+json"),
            ])
    }

    @Test func `finds nothing where a page names none`() {
        let page = Array("<p>no feed <link rel=alternate href=x> here".utf8)
        #expect(FeedDiscovery.feedLinks(inHTML: page, baseURL: "https://a.example/").isEmpty)
    }
}
