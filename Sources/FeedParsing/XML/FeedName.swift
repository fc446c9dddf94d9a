import LibXML

/// An element's or attribute's name as feed parsing knows it: which vocabulary, which word.
struct FeedName: Equatable {
    /// Vocabularies of feeds, by what their namespaces mean.
    enum Space {
        /// RSS in all its versions, CDF, and names without a namespace.
        case core
        case atom, dublinCore, content, media, itunes, podcast, syndication, feedburner, xhtml, rdf,
            xml
        case other
    }

    var space: Space
    var word: FeedWord

    static let unknown = FeedName(space: .other, word: .unknown)

    init(space: Space, word: FeedWord) {
        self.space = space
        self.word = word
    }

    /// Namespaces count by their URI; where it says nothing, the usual prefix does.
    init(_ name: XMLTape.Name) {
        word = FeedWord(rawValue: name.local.lowercased()) ?? .unknown
        if let uri = name.namespace, let known = Self.space(ofURI: uri) {
            space = known
        } else if let prefix = name.prefix {
            space = Self.prefixes[prefix.lowercased()] ?? .other
        } else {
            space = name.namespace.map { $0.hasPrefix("http") ? .other : .core } ?? .core
        }
    }

    private static func space(ofURI uri: String) -> Space? {
        var key = uri.lowercased()
        if key.hasPrefix("https://") { key = "http://" + key.dropFirst(8) }
        while let last = key.last, last == "/" || last == "#" { key.removeLast() }
        return uris[key]
    }

    private static let prefixes: [String: Space] = [
        "rss": .core, "rss1": .core, "atom": .atom, "a": .atom, "a10": .atom, "atom10": .atom,
        "dc": .dublinCore, "dcterms": .dublinCore, "content": .content, "media": .media,
        "itunes": .itunes, "podcast": .podcast, "sy": .syndication, "feedburner": .feedburner,
        "xhtml": .xhtml,
        "rdf": .rdf, "xml": .xml, "googleplay": .itunes,
    ]

    private static let uris: [String: Space] = [
        "http://purl.org/rss/1.0": .core,
        "http://my.netscape.com/rdf/simple/0.9": .core,
        "http://my.netscape.com/publish/formats/rss-0.91.dtd": .core,
        "http://channel.netscape.com/rdf/simple/0.9": .core,
        "http://backend.userland.com/rss": .core,
        "http://backend.userland.com/rss091": .core,
        "http://backend.userland.com/rss092": .core,
        "http://backend.userland.com/rss2": .core,
        "http://blogs.law.harvard.edu/tech/rss": .core,
        "http://cyber.law.harvard.edu/rss": .core,
        "http://cyber.law.harvard.edu/rss/rss.html": .core,
        "http://my.netscape.com/rdf/simple/0.9/": .core,
        "http://purl.org/net/rss1.1": .core,
        "http://www.w3.org/2005/atom": .atom,
        "http://purl.org/atom/ns": .atom,
        "http://example.com/newformat": .atom,
        "http://example.com/necho": .atom,
        "http://purl.org/echo": .atom,
        "uri/of/echo/namespace": .atom,
        "http://purl.org/pie": .atom,
        "http://purl.org/dc/elements/1.1": .dublinCore,
        "http://purl.org/dc/elements/1.0": .dublinCore,
        "http://purl.org/dc/terms": .dublinCore,
        "http://purl.org/rss/1.0/modules/dcterms": .dublinCore,
        "http://purl.org/rss/1.0/modules/content": .content,
        "http://search.yahoo.com/mrss": .media,
        "http://search.yahoo.com/mrss/1.1.1": .media,
        "http://tools.search.yahoo.com/mrss": .media,
        "http://video.search.yahoo.com/mrss": .media,
        "http://www.rssboard.org/media-rss": .media,
        "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes,
        "http://www.itunes.com/dtds/podcast-1.0": .itunes,
        "http://example.com/dtds/podcast-1.0.dtd": .itunes,
        "http://www.google.com/schemas/play-podcasts/1.0": .itunes,
        "http://podcastindex.org/namespace/1.0": .podcast,
        "http://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": .podcast,
        "http://purl.org/rss/1.0/modules/syndication": .syndication,
        "http://rssnamespace.org/feedburner/ext/1.0": .feedburner,
        "http://www.w3.org/1999/xhtml": .xhtml,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns": .rdf,
        "http://www.w3.org/xml/1998/namespace": .xml,
    ]
}
