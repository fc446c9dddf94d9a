import BriefModel
import FoundationEssentials
import Queries

extension ArticleFacts {
    /// What a query may ask of a document that is to be filed.
    public init(_ filing: Filing) {
        let article = filing.article
        self.init(
            title: article.title, text: article.text, authors: article.authors,
            site: article.site, host: article.url.flatMap(URLKey.host), url: article.url,
            language: article.language, series: article.series, tags: filing.origin.tags,
            categories: article.categories,
            feeds: filing.origin.entry.map { [$0.feed] + $0.feedNames } ?? [],
            source: filing.origin.source, quality: article.quality, wordCount: article.wordCount,
            published: article.published, modified: article.modified,
            filed: Int64(filing.arrival.timeIntervalSince1970), isPartial: filing.isPartial)
    }

    /// What a query may ask of a filed article.
    public init(_ file: MarkdownFile, feeds: [String] = []) {
        self.init(
            file.front, tags: file.front.tags, text: MarkdownText.plain(file.body), feeds: feeds)
    }

    /// The same of what was read of it.
    public init(_ front: FrontMatter, tags: [String], text: String, feeds: [String]) {
        self.init(
            title: front.title, text: text, authors: front.authors,
            site: front.site, host: front.url.flatMap(URLKey.host), url: front.url,
            language: front.language, series: front.series, tags: tags,
            categories: front.categories, feeds: (front.feed.map { [$0] } ?? []) + feeds,
            source: front.source, quality: front.quality, wordCount: front.wordCount,
            published: front.published, modified: front.modified,
            filed: Date(rfc3339: front.filed).map { Int64($0.timeIntervalSince1970) } ?? 0,
            isPartial: front.isPartial, isEdited: front.isEdited)
    }
}
