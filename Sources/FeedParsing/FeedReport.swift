import BriefModel
import FoundationEssentials

/// What `briefctl parse-feed` prints of one feed: a written contract, dates in UTC.
public struct FeedReport: Sendable, Encodable {
    public var path: String
    public var ok: Bool
    public var error: String?
    public var feed: Feed?

    public init(path: String, feed: ParsedFeed) {
        self.path = path
        ok = true
        self.feed = Feed(feed)
    }

    public init(path: String, error: String) {
        self.path = path
        ok = false
        self.error = error
    }

    private enum CodingKeys: String, CodingKey {
        case path, ok, error, feed
    }

    /// Every member is always there, null where nothing is known.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(path, forKey: .path)
        try container.encode(ok, forKey: .ok)
        try container.encode(error, forKey: .error)
        try container.encode(feed, forKey: .feed)
    }

    /// The report as one line of JSON, without the line end, and with nothing in it that a terminal would obey.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = [UInt8](try encoder.encode(self)).escapingHiddenAsJSON
        return String(decoding: json, as: UTF8.self)
    }
}
