import BriefModel

/// Reads the file of HTTP headers that may lie beside a feed on disk: lines of "Name: value".
///
/// `X-Feed-Url` is the address that the feed came from; `Content-Location`, resolved against it, wins.
public struct FeedHTTPFile: Sendable, Equatable {
    public var contentType: String?
    public var contentLanguage: String?
    public var url: String?

    public static func parse(_ text: String) -> FeedHTTPFile {
        var file = FeedHTTPFile()
        var location: String?
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = Array(parts[1].utf8)[...].trimmed.string
            guard !value.isEmpty else { continue }
            switch Array(parts[0].utf8)[...].trimmed.string.lowercased() {
            case "x-feed-url": file.url = value
            case "content-location": location = value
            case "content-type": file.contentType = value
            case "content-language": file.contentLanguage = value
            default: continue
            }
        }
        if let location { file.url = Address.resolve(location, base: file.url) }
        return file
    }

    public init(contentType: String? = nil, contentLanguage: String? = nil, url: String? = nil) {
        self.contentType = contentType
        self.contentLanguage = contentLanguage
        self.url = url
    }

    /// The request that these headers and a feed's bytes make.
    public func request(bytes: [UInt8]) -> FeedRequest {
        FeedRequest(
            bytes: bytes, contentType: contentType, contentLanguage: contentLanguage, url: url)
    }
}
