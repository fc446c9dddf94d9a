/// Pages of our own whose readers want to follow them, in the manners of pages out there. Each has a host of its own; its page
/// is at "/".
struct DiscoveryPage: Sendable {
    var name: String
    var answers: [String: ScenarioReply]
    /// The paths of the feeds that are offered, in their order; empty where there is none.
    var feeds: [String]
    /// Where there is none: what the reason says.
    var reason = ""
    var start = "/"

    init(
        _ name: String, _ head: String, _ feeds: [String], _ answers: [String: ScenarioReply] = [:]
    ) {
        self.init(name, page: Self.html(head), feeds, answers)
    }

    init(
        _ name: String, page: ScenarioReply, _ feeds: [String],
        _ answers: [String: ScenarioReply] = [:]
    ) {
        self.name = name
        self.feeds = feeds
        self.answers = answers.merging(["/": page]) { one, _ in one }
        for feed in feeds where self.answers[feed] == nil { self.answers[feed] = Self.feed(feed) }
    }

    static func refused(
        _ name: String, _ page: ScenarioReply, _ reason: String,
        _ answers: [String: ScenarioReply] = [:]
    ) -> DiscoveryPage {
        var page = DiscoveryPage(name, page: page, [], answers)
        page.reason = reason
        return page
    }

    static func html(_ head: String, _ headers: [String] = []) -> ScenarioReply {
        let page =
            "<!DOCTYPE html><html><head><title>The quay</title>\(head)</head><body><h1>The quay</h1>"
            + "<p>Ferries leave when they are full.</p></body></html>"
        return .status(200, ["Content-Type: text/html"] + headers, body: Array(page.utf8))
    }

    /// A feed that says something else than the others.
    static func feed(_ name: String, type: String = "application/rss+xml") -> ScenarioReply {
        let seed = name.utf8.reduce(7_000) { $0 + Int($1) }
        return .ok(FeedText([seed, seed + 1]).rss, type: type)
    }

    private static func alternate(_ href: String, _ type: String = "application/rss+xml") -> String
    { "<link rel=\"alternate\" type=\"\(type)\" href=\"\(href)\">" }

    static let all: [DiscoveryPage] = plain + odd + several + guessed + without

    /// One feed, named in one way.
    private static let plain: [DiscoveryPage] = [
        .init("RSS", alternate("/news"), ["/news"]),
        .init("Atom", alternate("/news", "application/atom+xml"), ["/news"]),
        .init("JSON Feed", alternate("/news", "application/feed+json"), ["/news"]),
        .init("text/xml", alternate("/news", "text/xml"), ["/news"]),
        .init("application/xml", alternate("/news", "application/xml; charset=utf-8"), ["/news"]),
        .init("application/json", alternate("/news", "application/json"), ["/news"]),
        .init("no type", "<link rel=alternate href=/news.rss>", ["/news.rss"]),
        .init("rel=feed", "<link rel=feed href=/news>", ["/news"]),
        .init(
            "field Link",
            page: html("", ["Link: </news>; rel=\"alternate\"; type=\"application/rss+xml\""]),
            ["/news"]),
        .init(
            "typed anchor", "<p><a href=/news type=application/rss+xml>Follow us</a>", ["/news"]),
        .init("anchor", "<footer><a href=\"/blog/feed/\">RSS</a></footer>", ["/blog/feed/"]),
        .init("capitals", "<LINK REL='ALTERNATE' TYPE='Application/RSS+XML' HREF='/n'>", ["/n"]),
    ]

    /// One feed, with something in the way.
    private static let odd: [DiscoveryPage] = [
        .init("base", "<base href=/blog/>" + alternate("all"), ["/blog/all"]),
        .init("dots", alternate("./de.atom", "application/atom+xml"), ["/de.atom"]),
        .init("entities", alternate("/list?a=1&amp;b=2"), ["/list?a=1&b=2"]),
        .init(
            "a megabyte of style",
            "<style>\(String(repeating: "p { color: red }\n", count: 65_000))</style>"
                + alternate("/news"), ["/news"]),
        .init(
            "comment and script",
            "<!-- \(alternate("/old")) --><script>a = '\(alternate("/made"))'</script>"
                + alternate("/news"), ["/news"]),
        .init(
            "template", "<template>\(alternate("/no"))</template>" + alternate("/news"), ["/news"]),
        .init(
            "moved page", page: .redirect(301, "/blog/"), ["/blog/all"],
            ["/blog/": html(alternate("all"))]),
        .init(
            "refresh", "<meta http-equiv=refresh content=\"0; url=/new/\">", ["/new/all"],
            ["/new/": html(alternate("all"))]),
        .init(
            "feed as HTML", alternate("/news"), ["/news"],
            ["/news": feed("/news", type: "text/html")]),
        .init(
            "feed behind a redirect", alternate("/news"), ["/news"],
            ["/news": .redirect(302, "/files/n.xml"), "/files/n.xml": feed("/n")]),
        .init(
            "page as XHTML",
            page: .ok(
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head>"
                    + "<link rel='alternate' type='application/atom+xml' href='/news'/></head></html>",
                type: "application/xhtml+xml"), ["/news"]),
    ]

    /// Several candidates.
    private static let several: [DiscoveryPage] = [
        .init("two", alternate("/a") + alternate("/b"), ["/a", "/b"]),
        .init("comments first", alternate("/comments/feed") + alternate("/b"), ["/b"]),
        .init("dead first", alternate("/dead") + alternate("/b"), ["/b"]),
        .init("page first", alternate("/page") + alternate("/b"), ["/b"], ["/page": html("")]),
        .init(
            "wp-json first",
            alternate("/wp-json/wp/v2/pages/7", "application/json")
                + alternate("/b"), ["/b"],
            ["/wp-json/wp/v2/pages/7": .ok("{\"id\":7}", type: "application/json")]),
        .init(
            "one in two forms", alternate("/a") + alternate("/b", "application/atom+xml"), ["/a"],
            ["/b": feed("/a")]),
        .init("itself first", alternate("/") + alternate("/b"), ["/b"]),
    ]

    /// None is named.
    private static let guessed: [DiscoveryPage] = [
        .init("at /feed", "", ["/feed"]), .init("at /atom.xml", "", ["/atom.xml"]),
        .init("at /feed.json", "", ["/feed.json"]),
    ]

    /// There is none.
    private static let without: [DiscoveryPage] = [
        .refused("none", html(""), "names no feed"),
        .refused("itself", html(alternate("/")), "names no feed"),
        .refused(
            "each other", html(alternate("/a")), "cannot be read",
            ["/a": html(alternate("/b")), "/b": html(alternate("/a"))]),
        .refused(
            "thousands", html((0..<2_000).map { alternate("/dead/\($0)") }.joined()),
            "cannot be read"),
        .refused("PDF", .ok("%PDF-1.7 and more", type: "application/pdf"), "PDF"),
    ]
}
