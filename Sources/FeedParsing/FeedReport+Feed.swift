import BriefModel
import FoundationEssentials

extension FeedReport {
    /// A feed in the report's shape.
    public struct Feed: Sendable, Encodable {
        public var format: String
        /// See `FeedVersion`; null where the feed does not state one that is known.
        public var version: String?
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
            version = FeedVersion.name(of: feed)
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

        private enum CodingKeys: String, CodingKey {
            case format, version, title, link, id, description, language, author, updated,
                published, ttl, categories, truncated, warnings, entries
        }

        /// Every member is always there, null where nothing is known.
        public func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: CodingKeys.self)
            try members.encode(format, forKey: .format)
            try members.encode(version, forKey: .version)
            try members.encode(title, forKey: .title)
            try members.encode(link, forKey: .link)
            try members.encode(id, forKey: .id)
            try members.encode(description, forKey: .description)
            try members.encode(language, forKey: .language)
            try members.encode(author, forKey: .author)
            try members.encode(updated, forKey: .updated)
            try members.encode(published, forKey: .published)
            try members.encode(ttl, forKey: .ttl)
            try members.encode(categories, forKey: .categories)
            try members.encode(truncated, forKey: .truncated)
            try members.encode(warnings, forKey: .warnings)
            try members.encode(entries, forKey: .entries)
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
        public var enclosures: [File]
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
            enclosures = entry.enclosures.map(File.init)
            categories = entry.categories
        }

        private enum CodingKeys: String, CodingKey {
            case id, title, link, author, published, updated, content, summary, enclosures,
                categories
        }

        /// Every member is always there, null where nothing is known.
        public func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: CodingKeys.self)
            try members.encode(id, forKey: .id)
            try members.encode(title, forKey: .title)
            try members.encode(link, forKey: .link)
            try members.encode(author, forKey: .author)
            try members.encode(published, forKey: .published)
            try members.encode(updated, forKey: .updated)
            try members.encode(content, forKey: .content)
            try members.encode(summary, forKey: .summary)
            try members.encode(enclosures, forKey: .enclosures)
            try members.encode(categories, forKey: .categories)
        }
    }

    /// An enclosure in the report's shape.
    public struct File: Sendable, Encodable {
        public var url: String
        public var type: String?
        public var length: String?
        public var title: String?

        init(_ enclosure: Enclosure) {
            url = enclosure.url
            type = enclosure.type
            length = enclosure.length
            title = enclosure.title
        }

        private enum CodingKeys: String, CodingKey {
            case url, type, length, title
        }

        /// Every member is always there, null where nothing is known.
        public func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: CodingKeys.self)
            try members.encode(url, forKey: .url)
            try members.encode(type, forKey: .type)
            try members.encode(length, forKey: .length)
            try members.encode(title, forKey: .title)
        }
    }
}
