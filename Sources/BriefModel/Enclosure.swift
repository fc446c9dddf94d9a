/// A file that an entry carries along: a podcast's audio, a picture (RSS 2.0 `<enclosure>`, RFC 4287 §4.2.7.2).
public struct Enclosure: Sendable, Codable, Equatable {
    public var url: String
    public var type: String?
    /// As the feed states it: usually bytes, often wrong.
    public var length: String?

    public init(url: String, type: String? = nil, length: String? = nil) {
        self.url = url
        self.type = type
        self.length = length
    }
}
