/// How much of the articles' bodies one document of a feed holds: readers take whole feeds into memory, and so does who writes
/// them. Articles that find no room go out with their excerpt and where the whole text is.
struct FeedRoom {
    /// A longer body stands in no feed: bytes.
    static let longestBody = 1 << 20
    /// A longer article is not even read for one: words. No body of `longestBody` has as many.
    static let mostWords = longestBody / 2
    /// Of all bodies of a document together: bytes.
    private var left = 16 << 20

    /// Whether a body finds room, which is gone then.
    mutating func take(_ html: [UInt8]) -> Bool {
        guard html.count <= min(Self.longestBody, left) else { return false }
        left -= html.count
        return true
    }

    /// What stands in place of the body.
    ///
    /// - Parameter path: where the article is filed, below the store's articles.
    static func notice(words: Int, path: String) -> [UInt8] {
        var html = Array("<p>".utf8)
        XMLBytes.append(
            "The whole text, \(words) words, is too long for a feed. It is filed as \(path).",
            to: &html)
        return html + Array("</p>".utf8)
    }
}
