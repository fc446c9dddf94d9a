/// Feeds of XML and JSON, and subscriptions.
enum FeedShapes {
    static let all: [Shape] = xml + broken + json + opml

    private static let xml: [Shape] = [
        .run(.feed, "<item><title>a</title></item>"), .run(.feed, "<item/>"),
        .run(.feed, "\u{301}\u{323}", after: "<item><title>a", before: "</title></item>"),
        .run(.feed, "&#769;&#803;", after: "<item><title>a", before: "</title></item>"),
        .run(.feed, "&amp;#769;&amp;#803;", after: "<title>a", before: "</title>"),
        .run(.feed, "&#769;<b/>&#803;", after: "<item><title>a", before: "</title></item>"),
        .run(.feed, "&#769;<![CDATA[]]>&#803;", after: "<item><guid>a", before: "</guid></item>"),
        .numbered(.feed, "names, each its own") { "<e\($0)>a</e\($0)>" },
        .numbered(.feed, "namespaces, each its own") { "<a xmlns='n\($0)'>a</a>" },
        Shape(entrance: .feed, name: "n names in a namespace of n") { size in
            "<r xmlns:a='http://\(String(repeating: "n", count: size / 2))'>"
                + (0..<size / 32).map { "<a:e\($0)/>" }.joined() + "</r>"
        },
        .numbered(.feed, "items, each its own") {
            "<item><guid>\($0)</guid><link>http://a/\($0)</link><title>b</title></item>"
        },
        .nest(.feed, "<a>", "b", "</a>"), .run(.feed, "&amp;", after: "<title>"),
        .run(.feed, "<category>a</category>", after: "<item>", before: "</item>"),
        .run(.feed, "<author>Ann Lee</author>", after: "<item>", before: "</item>"),
        .run(.feed, "<![CDATA[a]]>", after: "<item><description>", before: "</description></item>"),
        .run(.feed, "&lt;p&gt;a", after: "<item><description>", before: "</description></item>"),
        .run(.feed, "<!--a-->"), .run(.feed, "<?a b?>"), .run(.feed, " "),
        .run(.feed, "<enclosure url='http://a/'/>", after: "<item>", before: "</item>"),
        .numbered(.feed, "attributes", after: "<a ", before: "/>", start: 8_192) { "b\($0)='c' " },
    ]

    private static let broken: [Shape] = [
        .run(.brokenFeed, "<item><title>a"), .run(.brokenFeed, "<title>a"),
        .run(.brokenFeed, "\u{301}\u{323}", after: "<title>a"),
        .run(.brokenFeed, "&#769;&#803;", after: "<title>a"),
        .run(.brokenFeed, "\u{301}\u{323}", after: "<a"),
        .run(.brokenFeed, "</a>"), .run(.brokenFeed, "<a>"), .run(.brokenFeed, "<a b='"),
        .run(.brokenFeed, "<!--"), .run(.brokenFeed, "<![CDATA["), .run(.brokenFeed, "<?"),
        .run(.brokenFeed, "&"), .run(.brokenFeed, "<"), .run(.brokenFeed, "<!DOCTYPE a [<!--"),
        .run(.brokenFeed, "<a xmlns:b='c'>"), .run(.brokenFeed, "<a xmlns:b='c'/>"),
        .numbered(.brokenFeed, "names, each its own") { "<e\($0)>a" },
        .numbered(.brokenFeed, "entities", after: "<!DOCTYPE a [", before: "]>") {
            "<!ENTITY e\($0) 'f'>"
        },
        .run(.brokenFeed, "<description><b>"), .run(.brokenFeed, "\u{1}"),
    ]

    private static let json: [Shape] = [
        .run(.jsonFeed, "\u{301}\u{323}", after: "\"a", before: "\":1}"),
        .run(.jsonFeed, "\\u0301\\u0323", after: "\"a", before: "\":1}"),
        .run(.jsonFeed, "\u{301}\u{323}", after: "\"title\":\"a", before: "\",\"items\":[]}"),
        .run(.jsonFeed, "{\"id\":\"1\",\"title\":\"a\"},", after: "\"items\":[", before: "]}"),
        .numbered(.jsonFeed, "items, each its own", after: "\"items\":[", before: "]}") {
            "{\"id\":\"\($0)\",\"url\":\"http://a/\($0)\",\"content_text\":\"b\"},"
        },
        .numbered(.jsonFeed, "keys, each its own", before: "\"items\":[]}") { "\"k\($0)\":1," },
        .nest(.jsonFeed, "[", "1", "]", after: "\"a\":"), .run(.jsonFeed, "\"a\":1,"),
        .run(.jsonFeed, "\"title\":\"a\",", after: "\"items\":[{"), .run(.jsonFeed, "\\"),
        .run(.jsonFeed, "\\n", after: "\"title\":\""), .run(.jsonFeed, " "), .run(.jsonFeed, ","),
    ]

    private static let opml: [Shape] = [
        .numbered(.opml, "feeds", after: "<opml><body>", before: "</body></opml>") {
            "<outline text='a' xmlUrl='http://a/\($0)'/>"
        },
        .run(
            .opml, "<outline xmlUrl='http://a/'/>", after: "<opml><body>", before: "</body></opml>"),
        .nest(.opml, "<outline text='a'>", "", "</outline>", after: "<opml>", before: "</opml>"),
        .run(
            .opml, "&#769;&#803;", after: "<opml><outline xmlUrl='http://a/' text='a",
            before: "'/></opml>"),
        .run(
            .opml, "a,", after: "<opml><outline xmlUrl='http://a/' category='", before: "'/></opml>"
        ),
        .run(.opml, "\u{301}\u{323}", after: "<opml><outline a", before: "='b'/></opml>"),
    ]
}
