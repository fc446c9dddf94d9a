import BriefModel
import Charsets

/// Finds the character set of a feed: byte order mark, then HTTP, then the XML declaration, as far as the
/// bytes agree (RFC 7303 §3.2; what the bytes contradict is not believed).
enum FeedEncoding {
    static func decode(_ request: FeedRequest) -> Decoded {
        var labels: [String] = []
        if let label = charset(ofContentType: request.contentType) { labels.append(label) }
        if let label = FeedPrologue.declaredEncoding(request.bytes) { labels.append(label) }
        var decoded = CharacterDecoder().decode(request.bytes, declared: labels)
        if let meant = DoubledEncoding.undone(decoded.utf8) {
            decoded.utf8 = meant
            decoded.warnings.append("UTF-8 written as UTF-8 once more, undone")
        }
        return decoded
    }

    /// The value of `charset` in a Content-Type (RFC 9110 §8.3.2).
    static func charset(ofContentType value: String?) -> String? {
        guard let value else { return nil }
        for parameter in value.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2,
                Array(parts[0].utf8)[...].trimmed.equalsLowercase("charset")
            else { continue }
            let label = Array(parts[1].utf8).filter { $0 != .doubleQuote && $0 != .singleQuote }
            let trimmed = label[...].trimmed
            return trimmed.isEmpty ? nil : trimmed.string
        }
        return nil
    }
}
