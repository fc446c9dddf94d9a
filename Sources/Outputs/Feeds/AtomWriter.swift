import BriefModel

/// Writes feeds as Atom (RFC 4287), paged as RFC 5005 §3 has it.
public struct AtomWriter {
    private var out: [UInt8] = []

    private init() {}

    /// UTF-8.
    public static func write(_ feed: OutputFeed) -> [UInt8] {
        var writer = AtomWriter()
        writer.out.reserveCapacity(4_096 + feed.articles.reduce(0) { $0 + $1.html.count * 5 / 4 })
        writer.write(feed)
        return writer.out
    }

    private mutating func raw(_ text: String) { out += text.utf8 }
    private mutating func text(_ text: String) { XMLBytes.append(text, to: &out) }

    private mutating func element(_ name: String, _ content: String, attributes: String = "") {
        raw("<\(name)\(attributes)>")
        text(content)
        raw("</\(name)>\n")
    }

    private mutating func link(_ relation: String, _ address: String, _ more: String = "") {
        raw("<link rel=\"\(relation)\" href=\"")
        text(address)
        raw("\"\(more)/>\n")
    }

    private mutating func write(_ feed: OutputFeed) {
        raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        raw("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
        element("id", feed.id)
        element("title", OutputFact.title(feed))
        element("updated", feed.updated)
        raw("<author><name>briefd</name></author>\n")
        raw("<generator version=\"\(Version.number)\">briefd</generator>\n")
        link("self", feed.address, " type=\"application/atom+xml\"")
        if let hub = WebAddress.link(feed.hub) { link("hub", hub) }
        for page in feed.pages { link(page.relation, page.address) }
        for article in feed.articles { write(article) }
        raw("</feed>\n")
    }

    private mutating func write(_ article: OutputArticle) {
        let language = OutputFact.language(article.language)
        raw(language.map { "<entry xml:lang=\"\($0)\">\n" } ?? "<entry>\n")
        element("id", OutputFact.urn("briefd article " + article.firstID))
        element("title", OutputFact.title(article))
        element("updated", article.updated)
        if let published = OutputFact.time(article.published) { element("published", published) }
        for name in article.authors.map(OutputFact.line) where !name.isEmpty {
            raw("<author><name>")
            text(name)
            raw("</name></author>\n")
        }
        if let url = WebAddress.link(article.url) { link("alternate", url, " type=\"text/html\"") }
        if let url = WebAddress.link(article.externalURL) { link("related", url) }
        var enclosed: Set<String> = []
        for enclosure in article.enclosures {
            guard let url = WebAddress.link(enclosure.url), enclosed.insert(url).inserted
            else { continue }
            write(enclosure, at: url)
        }
        for term in OutputFact.terms(article) {
            raw("<category term=\"")
            text(term)
            raw("\"/>\n")
        }
        if let excerpt = article.excerpt.map(OutputFact.line), !excerpt.isEmpty {
            element("summary", excerpt)
        }
        raw("<content type=\"html\">")
        XMLBytes.append(article.html[...], to: &out)
        raw("</content>\n</entry>\n")
    }

    private mutating func write(_ enclosure: Enclosure, at url: String) {
        var more = ""
        if let type = OutputFact.mediaType(enclosure.type) { more += " type=\"\(type)\"" }
        if let length = OutputFact.length(enclosure.length) { more += " length=\"\(length)\"" }
        link("enclosure", url, more)
    }
}
