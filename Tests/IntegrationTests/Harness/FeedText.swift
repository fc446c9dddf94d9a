import Foundation

/// An RSS document of our own making.
struct FeedText {
    struct Item {
        var guid: String?
        var title: String
        var link: String?
        var date: String?
        /// Which article of `Prose` it carries.
        var seed: Int

        init(
            _ seed: Int, guid: String? = nil, link: String? = nil, date: String? = nil,
            title: String? = nil
        ) {
            self.seed = seed
            self.guid = guid
            self.link = link
            self.date = date
            self.title = title ?? Prose.title(seed)
        }
    }

    var items: [Item]
    /// Elements of the channel besides its title and items.
    var channel = ""

    /// Items with a guid and a link each.
    init(_ seeds: [Int], channel: String = "") {
        items = seeds.map {
            Item($0, guid: "tag:quay,\($0)", link: "http://articles.invalid/\($0)")
        }
        self.channel = channel
    }

    init(items: [Item], channel: String = "") {
        self.items = items
        self.channel = channel
    }

    var rss: String {
        let list = items.map { item in
            let body = Prose.paragraphs(item.seed, count: 3).map { "<p>\($0)</p>" }.joined()
            return "<item><title>\(item.title)</title>"
                + (item.guid.map { "<guid isPermaLink=\"false\">\($0)</guid>" } ?? "")
                + (item.link.map { "<link>\($0)</link>" } ?? "")
                + (item.date.map { "<pubDate>\($0)</pubDate>" } ?? "")
                + "<description><![CDATA[\(body)]]></description></item>"
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\""
            + " xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\""
            + " xmlns:atom=\"http://www.w3.org/2005/Atom\">"
            + "<channel><title>Quay</title>\(channel)\(list.joined())</channel></rss>\n"
    }
}

/// Times as HTTP writes them (RFC 9110 §5.6.7).
func httpDate(_ date: Date) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter.string(from: date)
}
