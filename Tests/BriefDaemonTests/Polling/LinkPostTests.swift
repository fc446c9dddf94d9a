import BriefModel
import Testing

@testable import BriefDaemon

@Suite struct LinkPostTests {
    private static let site = FeedSite(domains: ["notes.example"])
    private static let comment =
        "<p>I have argued for years that harbours should own their cranes, and this shows why.</p>"
    private static let page = Article(
        title: "The crane report",
        text: """
            The crane on the northern quay was bought by the town in the spring of last year.
            Since then the price of unloading a ship has fallen by a third, says the accountant.
            Owners of smaller vessels are pleased, and the mayor wants to buy another one soon.
            """)

    private func post(
        _ entry: Entry, _ site: FeedSite = LinkPostTests.site, at address: String? = nil
    ) -> Bool {
        guard let post = LinkPost(entry, site: site) else { return false }
        return post.isArticle(EntryText(entry))
            || post.isArticle(
                entry, beside: Self.page, at: address ?? entry.link ?? "https://other.example/1")
    }

    @Test(arguments: [
        Entry(link: "https://other.example/1", content: comment),
        Entry(id: "https://notes.example/7", link: "https://other.example/1", summary: comment),
        Entry(
            link: "https://notes.example/7", content: comment,
            externalURL: "https://other.example/1"),
        Entry(
            link: "https://other.example/1", content: comment, related: "https://notes.example/7"),
        Entry(
            link: "https://notes.example/7", content: comment, related: "https://other.example/1"),
        Entry(
            link: "https://other.example/1",
            content:
                "<blockquote>Since then the price of unloading a ship has fallen by a third, says the "
                + "accountant.</blockquote><p>Exactly what nobody in our council believed.</p>"),
        Entry(link: "https://other.example/1", content: "<p>我多年来一直认为港口应该拥有自己的起重机。</p>"),
    ])
    func `keeps words of its own about a page elsewhere`(entry: Entry) {
        #expect(post(entry))
        #expect(LinkPost(entry, site: Self.site)?.external == "https://other.example/1")
        let own = LinkPost(entry, site: Self.site)?.own
        #expect(own == nil || own == "https://notes.example/7")
    }

    @Test(arguments: [
        "<a href='https://news.example/item?id=1'>Comments</a>", "", "Comments",
        "submitted by <a href='/u/bob'>/u/bob</a> to <a href='/r/x'>r/x</a> <br> "
            + "<span><a href='x'>[link]</a></span> <span><a href='y'>[comments]</a></span>",
        "<p>Article URL: <a href='u'>https://other.example/1</a></p><p>Comments URL: "
            + "https://news.example/1</p><p>Points: 7</p><p># Comments: 3</p>",
        "<blockquote>The crane on the northern quay was bought by the town.</blockquote>",
    ])
    func `goes to the page where there is but a label`(summary: String) {
        #expect(!post(Entry(link: "https://other.example/1", summary: summary)))
    }

    @Test(arguments: [
        "The crane on the northern quay was bought by the town in the spring of last year.",
        "Since then the price of unloading a ship has fallen by a third, and owners are pleased",
        "I have argued for years that harbours should own their cranes, and this …",
        "I have argued for years that harbours should own their cranes. <a href=x>Read more</a>",
    ])
    func `takes a teaser of the page for one`(summary: String) {
        #expect(!post(Entry(link: "https://sister.example/1", summary: summary)))
    }

    @Test func `believes a redirect to the feed's own site`() {
        let entry = Entry(link: "https://feeds.example/~r/1", summary: Self.comment)
        #expect(!post(entry, at: "https://www.notes.example/1"))
        #expect(post(entry, at: "https://www.other.example/1"))
    }

    @Test func `is none where the entry links to its own site`() {
        let entry = Entry(link: "https://blog.notes.example/7", content: Self.comment)
        #expect(LinkPost(entry, site: Self.site) == nil)
    }

    @Test(arguments: [
        ("https://www.paper.example/a?b", "paper.example"),
        ("http://news.paper.co.uk:8080/", "paper.co.uk"), ("https://paper.com.au", "paper.com.au"),
        ("https://ana.blogspot.com/1", "ana.blogspot.com"), ("https://co.uk/", "co.uk"),
        ("http://127.0.0.1:8080/x", "127.0.0.1:8080"), ("http://localhost:81/", "localhost:81"),
        ("http://[::1]:80/", "[::1]:80"), ("https://u:p@paper.example/", "paper.example"),
    ])
    func `knows what a registrar sells`(address: String, domain: String) {
        #expect(FeedSite.domain(of: address) == domain)
    }

    @Test func `counts what most entries link to as the feed's site`() {
        func feed(_ links: [String]) -> ParsedFeed {
            ParsedFeed(format: .rss, entries: links.map { Entry(link: $0) })
        }
        let paper = (1...5).map { "https://paper.example/\($0)" }
        #expect(
            FeedSite(feed(paper), address: "https://feeds.example/p").domains
                == ["feeds.example", "paper.example"])
        let links = (1...5).map { "https://site\($0).example/" }
        #expect(
            FeedSite(feed(links), address: "https://notes.example/f").domains == ["notes.example"])
    }

    @Test func `is kept while its page is waited for, without the page's address`() {
        let keyed = KeyedEntry(
            entry: Entry(
                link: "https://other.example/1", summary: Self.comment,
                commentsURL: "https://notes.example/1#talk"), key: "k",
            otherKeys: [], sentHash: "", ownsLink: true)
        let item = ArrivingEntry(
            keyed, key: "k", of: ParsedFeed(format: .rss), site: Self.site, seen: .now)
        let again = ArrivingEntry(item.waiting(forPage: "https://other.example/1"))
        #expect(again.content.known.commentsURL == "https://notes.example/1#talk")
        #expect(again.post == item.post && again.post != nil)
        #expect(again.content.url == nil)
        #expect(again.content.known.externalURL == "https://other.example/1")
        let page = FetchedPage(bytes: [], charset: nil, url: "https://other.example/1")
        #expect(again.page(page).known.externalURL == nil)
    }

    @Test(arguments: [
        ("https://notes.example/7", true), ("https://notes.example/1", false), (nil, false),
    ])
    func `names the page elsewhere of a long post whose own page the feed names`(
        id: String?, isPost: Bool
    ) throws {
        let long = String(repeating: Self.comment, count: 8)
        let entry = Entry(id: id, link: "https://other.example/1", content: long)
        let document = EntryDocument(
            entry, of: ParsedFeed(format: .rss), site: Self.site, arrival: .now)
        #expect(document.content.url == (isPost ? id : "https://other.example/1"))
        #expect(document.content.known.externalURL == (isPost ? "https://other.example/1" : nil))
    }

    @Test func `is filed with its own words, title and address once the page was read`()
        async throws
    {
        let entries = PollingFixture.json([
            Entry(
                id: "http://feeds.example/7", title: "The crane on the northern quay",
                link: "http://other.example/1",
                summary: Self.comment),
            Entry(
                id: "8", title: "The price of unloading a ship", link: "http://other.example/2",
                summary: "Comments"),
        ])
        let fixture = try PollingFixture { request in
            request.url == PollingFixture.feed
                ? .text(entries, for: request)
                : .text("\(request.url) \(Self.page.text)", for: request)
        }
        await (try fixture.polling()).pollDueOnce()
        let filings = fixture.sink.filings.sorted {
            ($0.origin.entry?.key ?? "") < ($1.origin.entry?.key ?? "")
        }
        #expect(filings.count == 2)
        #expect(filings.map(\.isPartial) == [false, false])
        #expect(filings.last?.article.text == Self.comment)
        #expect(filings.first?.article.text.hasPrefix("http://other.example/2") == true)
    }
}
