import BriefModel
import ControlProtocol
import Testing

@testable import WebPages

@Suite struct PageTests {
    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
        "</title><svg onload=alert(1)>", "&lt;b&gt;", "\u{202E}txt.exe", "a\u{0}b", "</a></main>",
    ]
    private static let time = "2026-11-28T01:02:03Z"

    static func article(_ text: String, body: String = "Words.") -> ArticleItem {
        var article = ArticleItem(
            id: text, path: text, title: text, published: text, filed: time, url: text,
            contentHash: nil, sightings: [.init(source: text, when: text, kind: text)],
            supersedes: text, near: [.init(id: text)],
            markdown: "---\ntitle: \"t\"\n---\n\n# t\n\n\(body)\n", revisions: [text, "b"])
        article.authors = [text]
        article.tags = [text]
        article.excerpt = text
        article.site = text
        article.language = text
        return article
    }

    static func status(_ text: String, ok: Bool) -> StatusReply {
        StatusReply(
            ok: ok, summary: text,
            problems: [.init(code: text, since: text, what: text, next: text)], version: text,
            started: text, state: .running, feeds: .init(), spool: .init(), articles: .init(),
            queue: .init())
    }

    static func feed(_ text: String) -> FeedItem {
        FeedItem(
            id: text, url: text, address: text, title: text, state: "failing", lastSuccess: text,
            reason: text, error: text, errorsInRow: 3, tags: [text])
    }

    static func pages(_ text: String) -> [String] {
        let file = SpoolFileItem(
            id: text, name: text, queue: "corrupt", since: text, size: 1, attempts: 1,
            reason: text, next: text)
        let event = EventItem(id: 1, when: text, kind: text, subject: text, what: text)
        return [
            DashboardPage(
                status: status(text, ok: false), feeds: [feed(text)], articles: [article(text)],
                days: [.init(day: text, count: 2)]
            ).html,
            DashboardPage(
                status: status(text, ok: true), feeds: [], articles: [], days: []
            ).html,
            ArticlesPage(query: text, page: .init(items: [article(text)], next: text)).html,
            ArticlesPage(query: text, page: .init(items: []), complaint: text).html,
            // A file with NUL in it is none of an article.
            ArticlePage(article: article(text, body: text.replacing("\0", with: ""))).html,
            FeedsPage(page: .init(items: [feed(text)], next: text)).html,
            SpoolPage(page: .init(items: [file], next: text)).html,
            ErrorsPage(page: .init(items: [event], next: text)).html,
            ExplainPage(
                article: article(text, body: ""),
                explanation: Explanation(
                    article: Article(),
                    passages: [
                        .init(
                            text: text, element: text, isKept: false, reason: text, score: 0.5)
                    ], notes: [text])
            ).html,
            ProblemPage(.init(type: text, title: text, status: 400, detail: text)).html,
        ] + signedIn(text)
    }

    /// The pages with buttons.
    static func signedIn(_ text: String) -> [String] {
        let visit = Visit(canSignIn: true, formKey: "0123456789abcdef", message: text)
        var (feeds, spool) = (
            FeedsPage(page: .init(items: [feed(text)])),
            SpoolPage(
                page: .init(items: [
                    SpoolFileItem(
                        id: text, name: text, queue: "corrupt", since: text, size: 1, attempts: 1)
                ]))
        )
        var article = ArticlePage(article: article(text, body: ""))
        var dashboard = DashboardPage(
            status: status(text, ok: false), feeds: [feed(text)], articles: [],
            days: [.init(day: text, count: 2)],
            hosts: [HostItem(host: text, polls: 1, seconds: 1.5, lastSeconds: 1)])
        feeds.visit = visit
        spool.visit = visit
        article.visit = visit
        dashboard.visit = visit
        return [feeds.html, spool.html, article.html, dashboard.html]
    }

    /// What text from outside cannot bring in: a tag or an attribute that a page of harmless text has not.
    @Test(arguments: hostile)
    func `text from outside adds no tag and no attribute`(text: String) {
        for (hostile, harmless) in zip(Self.pages(text), Self.pages("harmless")) {
            #expect(Self.tags(hostile) == Self.tags(harmless), "\(text)")
        }
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", " javascript:alert(1)",
        "vbscript:x", "java\nscript:alert(1)", "//evil.example/", "file:///etc/passwd",
    ])
    func `an address that is none of the web's is no link`(address: String) {
        for page in Self.pages(address) {
            for target in page.matches(of: #/(?:href|src|action)="([^"]*)"/#) {
                let target = String(target.1).lowercased()
                #expect(
                    target == "#main" || target.hasPrefix("/") && !target.hasPrefix("//"),
                    "\(target)")
            }
        }
    }

    @Test func `a link in an article leads to the web only, and its pictures are not loaded`() {
        let body = """
            [a](javascript:alert(1)) [b](https://example.org/) ![c](https://example.org/p.png)

            <script>alert(1)</script> <img src=x onerror=alert(1)>
            """
        let page = ArticlePage(article: Self.article("t", body: body)).html
        #expect(!page.contains("<script") && !page.contains("<img"))
        #expect(!page.contains("href=\"javascript"))
        #expect(page.contains("href=\"https://example.org/\""))
    }

    @Test func `secrets in addresses are not shown`() {
        let url = "https://example.org/f?token=s3cr3t"
        let feed = FeedItem(id: "ab", url: url, address: url, state: "ok")
        let page = FeedsPage(page: .init(items: [feed])).html
        #expect(!page.contains("s3cr3t"))
    }

    @Test func `a page has at most 100 KB, whatever stands in it`() {
        for letter in ["a", "&", "\u{202E}", "👩‍👩‍👧", "漢"] {
            let long = String(repeating: letter, count: 2_000)
            var (article, feed) = (Self.article(long), Self.feed(long))
            // Ids are ours, and short.
            article.id = "0123456789abcdef"
            feed.id = article.id
            let pages = [
                ArticlesPage(
                    query: "", page: .init(items: Array(repeating: article, count: PageSize.items))
                ).html,
                FeedsPage(
                    page: .init(items: Array(repeating: feed, count: PageSize.items))
                ).html,
                ArticlePage(
                    article: Self.article(
                        "t", body: String(repeating: long + "\n\n", count: 60))
                ).html,
            ]
            for page in pages {
                #expect(page.utf8.count <= 100_000, "\(letter) \(page.utf8.count)")
            }
        }
    }

    @Test func `a long article comes whole, in parts`() {
        let blocks = (0..<4_000).map {
            "Block \($0) has some words that make it longer than it was."
        }
        let parts = ArticlePage.parts(blocks.joined(separator: "\n\n"))
        #expect(parts.count > 2)
        #expect(parts.joined().split(separator: "\n\n").map(String.init) == blocks)
        #expect(ArticlePage.parts("").count == 1)
        let one = String(repeating: "x", count: 200_000)
        #expect(ArticlePage.parts(one).joined().filter { $0 == "x" }.count == 200_000)
        #expect(ArticlePage(article: Self.article("t"), part: 99).html.contains("Words."))
    }

    @Test func `pages with buttons and explanations have at most 100 KB too`() {
        let visit = Visit(
            canSignIn: true, formKey: String(repeating: "f", count: 32),
            message: String(repeating: "&", count: 9_000))
        for letter in ["a", "&", "\u{202E}", "👩‍👩‍👧", "漢"] {
            let long = String(repeating: letter, count: 2_000)
            var feed = Self.feed(long)
            feed.id = "0123456789abcdef"
            var article = Self.article(long)
            article.id = feed.id
            var feeds = FeedsPage(
                page: .init(items: Array(repeating: feed, count: PageSize.items)))
            feeds.visit = visit
            let passage = ExplainedPassage(
                text: long, element: long, isKept: true, reason: long, score: 0.5)
            let explain = ExplainPage(
                article: article,
                explanation: Explanation(
                    article: Article(), passages: Array(repeating: passage, count: 500),
                    notes: Array(repeating: long, count: 90)), part: 2)
            let days = (0..<371).map { DailyChart.Day(day: "2026-01-\($0)", count: $0) }
            let host = HostItem(host: long, polls: 1, seconds: 1, lastSeconds: 1)
            var dashboard = DashboardPage(
                status: Self.status(long, ok: false), feeds: Array(repeating: feed, count: 8),
                articles: Array(repeating: article, count: 8), days: days,
                hosts: Array(repeating: host, count: 8))
            dashboard.status.problems = Array(
                repeating: dashboard.status.problems[0], count: 40)
            dashboard.visit = visit
            for page in [feeds.html, explain.html, dashboard.html] {
                #expect(page.utf8.count <= 100_000, "\(letter) \(page.utf8.count)")
            }
        }
    }

    @Test func `the calendar says all days in squares, and what they come to in words`() {
        let days = (0..<371).map { DailyChart.Day(day: "day \($0)", count: $0 % 50) }
        let html = CalendarMap(days: days, weekday: 3).markup.html
        #expect(html.matches(of: /M[0-9]+ [0-9]+h12v12h-12z/).count == 371)
        #expect(html.contains("\(days.reduce(0) { $0 + $1.count }) articles in 371 days"))
        #expect(html.utf8.count < 12_000)
        // In SVG a tag that is not closed takes the following ones in, and they are not drawn.
        #expect(html.matches(of: /<path/).count == html.matches(of: /<\/path>/).count)
        #expect(CalendarMap(days: [.init(day: "a", count: 0)], weekday: 0).markup == .nothing)
        let shades = [0, 1, 25, 26, 50, 51, 75, 76, 100].map { CalendarMap.shade($0, most: 100) }
        #expect(shades == [0, 1, 1, 2, 2, 3, 3, 4, 4])
        #expect(CalendarMap.shade(1, most: 1) == 4)
    }

    @Test func `a revision shows what went and what came, word by word`() throws {
        var (old, new) = (
            Self.article(
                "0123456789abcdef",
                body:
                    "The ferry to the islands leaves the old harbour at nine every morning.\n\nIt is blue."
            ),
            Self.article(
                "fedcba9876543210",
                body:
                    "The ferry to the islands leaves the old harbour at ten every morning.\n\nIt is blue."
            )
        )
        old.filed = Self.time
        new.filed = Self.time
        let page = try ChangesPage(from: old, to: new).html()
        #expect(page.contains("<del>nine </del>") && page.contains("<ins>ten </ins>"))
        #expect(!page.contains("<ins>The ferry"))
        #expect(page.contains("/articles/0123456789abcdef"))
        #expect(try ChangesPage(from: old, to: old).html().contains("They say the same."))
    }

    @Test func `buttons stand there for those who signed in, each with the key and a name`() {
        let feed = Self.feed("Tide")
        #expect(!FeedsPage(page: .init(items: [feed])).html.contains("<form"))
        for page in Self.signedIn("Tide") {
            let forms = page.matches(of: #/<form class="act"[^>]*>.*?</form>/#).map { $0.0 }
            #expect(forms.count > 1)
            for form in forms {
                #expect(
                    form.contains("method=\"post\"") && form.contains("value=\"0123456789abcdef\""))
            }
        }
    }

    @Test func `each page has one heading of its own, a language and a way past the menu`() {
        for page in Self.pages("x") {
            #expect(page.matches(of: #/<h1[ >]/#).count == 1)
            #expect(page.contains("<html lang=\"en\">") && page.contains("href=\"#main\""))
            #expect(!page.contains(" style=") && !page.contains("<style"))
            for field in page.matches(of: #/<input id="([^"]+)"/#) {
                #expect(page.contains("<label for=\"\(field.1)\">"))
            }
        }
    }

    /// Names of tags with the names of their attributes, in order.
    private static func tags(_ page: String) -> [String] {
        page.matches(of: #/<[^>"]*(?:"[^"]*"[^>"]*)*>/#).map { tag in
            String(tag.0).replacing(#/="[^"]*"/#, with: "")
        }
    }
}
