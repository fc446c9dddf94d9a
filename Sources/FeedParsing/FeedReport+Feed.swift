import BriefModel
import FoundationEssentials

extension FeedReport {
    /// A feed in the report's shape.
    public struct Feed: Sendable, Encodable {
        public var format: String
        public var title: String?
        public var link: String?
        public var id: String?
        public var description: String?
        public var language: String?
        public var author: String?
        public var updated: String?
        public var published: String?
        /// Minutes, as a string, as feeds write them.
        public var ttl: String?
        public var categories: [String]
        public var truncated: Bool
        public var warnings: [String]
        public var entries: [Item]

        init(_ feed: ParsedFeed) {
            format = feed.format.rawValue
            title = feed.title
            link = feed.link
            id = feed.id
            description = feed.description
            language = feed.language
            author = Self.joined(feed.authors)
            updated = feed.updated?.rfc3339
            published = feed.published?.rfc3339
            ttl = feed.hints.ttlMinutes.map(String.init)
            categories = feed.categories
            truncated = feed.isTruncated
            warnings = feed.warnings
            entries = feed.entries.map(Item.init)
        }

        static func joined(_ names: [String]) -> String? {
            names.isEmpty ? nil : names.joined(separator: ", ")
        }
    }

    /// An entry in the report's shape.
    public struct Item: Sendable, Encodable {
        public var id: String?
        public var title: String?
        public var link: String?
        public var author: String?
        public var published: String?
        public var updated: String?
        public var content: String?
        public var summary: String?
        public var enclosures: [Enclosure]
        public var categories: [String]

        init(_ entry: Entry) {
            id = entry.id
            title = entry.title
            link = entry.link
            author = Feed.joined(entry.authors)
            published = entry.published?.rfc3339
            updated = entry.updated?.rfc3339
            content = entry.content
            summary = entry.summary
            enclosures = entry.enclosures
            categories = entry.categories
        }
    }
}
