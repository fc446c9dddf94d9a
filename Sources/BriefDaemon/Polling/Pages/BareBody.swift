import ContentIdentity

/// What is left of a page's body without what differs from one request to the next: a wall bears a token, a time or
/// the name of the page that it stands in front of.
enum BareBody {
    /// With fewer words left nothing is told.
    private static let least = 4

    /// A hash of the words that hold no digit, are no address or name of a host, and look like no token; nil where
    /// too few are left.
    ///
    /// - Parameter title: the entry's, which some walls repeat.
    static func hash(of text: String, title: String?) -> String? {
        var text = text
        if let title, title.count > 3 { text = text.replacing(title, with: " ") }
        let words = text.split(whereSeparator: \.isWhitespace).filter { !isToken($0) }
        guard words.count >= least else { return nil }
        return ContentHash.hash(ofText: words.joined(separator: " ").lowercased())
            .map { "bare:" + $0 }
    }

    private static func isToken(_ word: Substring) -> Bool {
        let core = word.drop { !$0.isLetter && !$0.isNumber }
        var inner = core
        while let last = inner.last, !last.isLetter, !last.isNumber { inner.removeLast() }
        if inner.contains(where: { $0.isNumber || "./@:_=&%?".contains($0) }) { return true }
        guard inner.count >= 8 else { return false }
        // "aGkTbPqw", but neither "WordPress" nor "NATO".
        let turns = zip(inner, inner.dropFirst()).count { $0.isLowercase && $1.isUppercase }
        return turns > 1
    }
}
