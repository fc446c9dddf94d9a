import Hashing
import Storage
import Synchronization

/// Makes the documents of feeds from the store. All calls block, and may come from any thread.
public final class FeedMaker: Sendable {
    /// Articles in HTML that are kept at hand: bytes.
    private static let cacheLimit = 4 << 20

    private struct Kept {
        var checksum: UInt32
        var html: [UInt8]
    }

    private struct Cache {
        var kept: [String: Kept] = [:]
        var bytes = 0
    }

    private let catalogue: Catalogue
    /// Tells this store's feeds from those of others.
    private let name: String
    private let cache = Mutex(Cache())

    /// - Parameter name: one that no other store has, and that stays.
    public init(_ catalogue: Catalogue, name: String) {
        self.catalogue = catalogue
        self.name = name
    }

    /// All documents of a feed, the first one first; one without articles where there are none.
    ///
    /// - Parameter feedNames: what feeds are called besides their ids, by id.
    public func documents(
        _ spec: FeedSpec, feedNames: [String: [String]] = [:]
    ) throws -> [[UInt8]] {
        let pages = try pages(spec, feedNames)
        return try pages.indices.map { try write(spec, pages, $0 + 1) }
    }

    /// One of the documents of a feed, the first being 1; nil where there are not so many.
    public func document(
        _ number: Int, of spec: FeedSpec, feedNames: [String: [String]] = [:]
    ) throws -> [UInt8]? {
        let pages = try pages(spec, feedNames)
        return pages.indices.contains(number - 1) ? try write(spec, pages, number) : nil
    }

    private func pages(
        _ spec: FeedSpec, _ feedNames: [String: [String]]
    ) throws -> [[ArticleListing]] {
        var query = spec.query
        query.feedNames = feedNames
        var pages: [[ArticleListing]] = []
        repeat {
            let page = try catalogue.articles(query)
            query.cursor = page.next
            pages.append(page.items)
        } while query.cursor != nil && pages.count < spec.pages
        return pages
    }

    private func write(
        _ spec: FeedSpec, _ pages: [[ArticleListing]], _ page: Int
    ) throws -> [UInt8] {
        var room = FeedRoom()
        let articles = pages[page - 1].map { listing in
            var article = article(listing)
            if !room.take(article.html) { article.html = notice(listing) }
            // Else a reader would show the article once, however often it changed.
            if spec.changes {
                article.firstID = listing.id + (listing.retitled.map { " " + $0 } ?? "")
            }
            return article
        }
        let count = pages.count
        func link(_ relation: String, _ page: Int) -> (String, String) {
            (relation, spec.address(of: page))
        }
        var links: [(relation: String, address: String)] = []
        if count > 1 {
            links.append(link("first", 1))
            if page < count { links.append(link("next", page + 1)) }
            if page > 1 { links.append(link("previous", page - 1)) }
            links.append(link("last", count))
        }
        var feed = OutputFeed(
            title: spec.title, id: OutputFact.urn("briefd feed " + name + " " + spec.path),
            updated: articles.map(\.updated).max() ?? "1970-01-01T00:00:00Z",
            address: spec.address(of: page), pages: links, articles: articles)
        feed.hub = spec.hub
        return switch spec.kind {
        case .atom: AtomWriter.write(feed)
        case .json: try JSONFeedWriter.write(feed)
        }
    }

    /// An article with its body; one whose file cannot be read goes out with its excerpt.
    private func article(_ listing: ArticleListing) -> OutputArticle {
        var article = OutputArticle(listing)
        guard listing.wordCount <= FeedRoom.mostWords else {
            article.html = notice(listing)
            return article
        }
        guard let bytes = catalogue.content(of: listing),
            let file = try? MarkdownFile.parse(bytes, path: listing.path)
        else { return article }
        article.take(file.front)
        let checksum = Checksum.crc32(of: bytes)
        if let html = kept(listing.id, checksum) {
            article.html = html
        } else {
            article.html = ArticleHTML.write(file.body)
            keep(listing.id, Kept(checksum: checksum, html: article.html))
        }
        return article
    }

    private func notice(_ listing: ArticleListing) -> [UInt8] {
        FeedRoom.notice(words: listing.wordCount, path: listing.path)
    }

    private func kept(_ id: String, _ checksum: UInt32) -> [UInt8]? {
        cache.withLock { cache in
            cache.kept[id].flatMap { $0.checksum == checksum ? $0.html : nil }
        }
    }

    private func keep(_ id: String, _ new: Kept) {
        cache.withLock { cache in
            if cache.bytes + new.html.count > Self.cacheLimit { cache = Cache() }
            cache.bytes += new.html.count - (cache.kept[id]?.html.count ?? 0)
            cache.kept[id] = new
        }
    }
}

extension OutputArticle {
    /// What lists say of an article.
    public init(_ listing: ArticleListing) {
        self.init(id: listing.id, firstID: listing.firstID, filed: listing.filed)
        retitled = listing.retitled
        title = listing.title
        authors = listing.authors
        url = listing.url
        site = listing.site
        language = listing.language
        tags = listing.tags
        categories = listing.categories
        excerpt = listing.excerpt
        published = listing.published
    }

    /// What only the file says.
    public mutating func take(_ front: FrontMatter) {
        externalURL = front.externalURL
        enclosures = front.enclosures
    }
}
