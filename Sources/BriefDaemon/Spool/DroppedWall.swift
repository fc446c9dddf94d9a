import BriefModel

/// Tells a dropped page that holds nothing but a wall: "Just a moment…", a log-in, a consent form, "Page not found".
///
/// Somebody saved it, so that it counts as an article where there is any doubt: it must be a whole page, short, and say
/// what it is in its title or heading, ask for a proof and say so, or be made of what walls ask of their readers.
enum DroppedWall {
    /// A page of more words is an article, or the beginning of one.
    private static let words = 100
    /// The same for scripts whose words are not spaced, in letters.
    private static let letters = 240
    /// How much of the text asks something of the reader, and where the page calls itself an article.
    private static let shares = (some: 0.4, article: 0.75)
    /// Words of a page that asks in its title too.
    private static let fewWords = 50

    static func stands(in article: Article) -> Bool {
        guard article.type == .html, let statement = article.statement,
            article.wordCount < letters
        else { return false }
        let isUnspaced = isUnspaced(article.text)
        guard article.wordCount < (isUnspaced ? letters : words) else { return false }
        let titles = statement.titles + [article.title].compactMap { $0 }
        let demands = WallDemands(article.text)
        if statement.isArticle {
            return demands.count > 1 && demands.share >= shares.article
        }
        if article.wordCount < words {
            if titles.contains(where: WallPhrases.stand) { return true }
            if titles.contains(where: isStatus) { return true }
            if statement.asksForProof, demands.count > 0 || WallPhrases.stand(in: article.text) {
                return true
            }
        }
        if demands.count > 1, demands.share >= shares.some { return true }
        let titled = titles.contains { WallDemands($0).count > 0 }
        let few = isUnspaced ? 2 * fewWords : fewWords
        return titled && article.wordCount <= few && demands.share >= shares.some
    }

    /// "451: Unavailable due to legal reasons", "429 Too Many Requests": a status of RFC 9110 §15 and a few words.
    private static func isStatus(_ title: String) -> Bool {
        let words = title.split { !$0.isLetter && !$0.isNumber }
        guard words.count <= 8, let first = words.first, first.count == 3, let code = Int(first)
        else { return false }
        return statuses.contains(code)
            && words.dropFirst().contains { reasons.contains($0.lowercased()) }
    }

    /// Words of the reason phrases of RFC 9110 §15.5 and §15.6, RFC 6585 and RFC 7725.
    private static let reasons: Set<String> = [
        "request", "requests", "unauthorized", "forbidden", "found", "allowed", "acceptable",
        "timeout", "gone", "unavailable", "internal", "gateway", "service", "error",
    ]

    private static let statuses: Set<Int> = [
        400, 401, 402, 403, 404, 405, 406, 408, 410, 429, 451, 500, 502, 503, 504,
    ]

    /// Whether most of a text is of scripts that have no blanks between words.
    private static func isUnspaced(_ text: String) -> Bool {
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        let high = letters.count { (0x0E00...0x0E7F).contains($0.value) || $0.value >= 0x3040 }
        return high * 2 > letters.count
    }
}
