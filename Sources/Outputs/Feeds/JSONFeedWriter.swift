import FoundationEssentials

/// Writes feeds as JSON Feed 1.1 (jsonfeed.org/version/1.1).
public enum JSONFeedWriter {
    private struct Feed: Encodable {
        var version = "https://jsonfeed.org/version/1.1"
        var title: String
        var feedURL: String?
        var nextURL: String?
        var hubs: [Hub]?
        var items: [Item]
    }

    private struct Hub: Encodable {
        var type = "WebSub"
        var url: String
    }

    private struct Item: Encodable {
        var id: String
        var url: String?
        var externalURL: String?
        var title: String
        var contentHTML: String
        var summary: String?
        var datePublished: String?
        var dateModified: String
        var authors: [Author]?
        var tags: [String]?
        var language: String?
        var attachments: [Attachment]?
    }

    private struct Author: Encodable { var name: String }

    private struct Attachment: Encodable {
        var url: String
        var mimeType: String
        var sizeInBytes: Int?
    }

    /// UTF-8.
    public static func write(_ feed: OutputFeed) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let next = feed.pages.first { $0.relation == "next" }?.address
        // These two must be addresses: names beside the document are left out.
        let document = Feed(
            title: OutputFact.title(feed),
            feedURL: WebAddress.link(feed.address), nextURL: WebAddress.link(next),
            hubs: WebAddress.link(feed.hub).map { [Hub(url: $0)] },
            items: feed.articles.map(Self.item))
        return [UInt8](try encoder.encode(document)) + [UInt8(ascii: "\n")]
    }

    private static func item(_ article: OutputArticle) -> Item {
        let authors = article.authors.map(OutputFact.line).filter { !$0.isEmpty }
        let tags = OutputFact.terms(article)
        let attachments = article.enclosures.compactMap { enclosure in
            WebAddress.link(enclosure.url).map {
                Attachment(
                    url: $0,
                    mimeType: OutputFact.mediaType(enclosure.type) ?? "application/octet-stream",
                    sizeInBytes: OutputFact.length(enclosure.length))
            }
        }
        return Item(
            id: OutputFact.urn("briefd article " + article.firstID),
            url: WebAddress.link(article.url), externalURL: WebAddress.link(article.externalURL),
            title: OutputFact.title(article),
            contentHTML: String(decoding: article.html, as: UTF8.self),
            summary: article.excerpt.map(OutputFact.line),
            datePublished: OutputFact.time(article.published), dateModified: article.updated,
            authors: authors.isEmpty ? nil : authors.map(Author.init),
            tags: tags.isEmpty ? nil : tags, language: OutputFact.language(article.language),
            attachments: attachments.isEmpty ? nil : attachments)
    }
}
