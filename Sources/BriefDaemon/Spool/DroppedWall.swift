import BriefModel

/// Tells a dropped page that holds nothing but a wall: "Just a moment…", a log-in, a consent form, "Page not found".
///
/// Somebody saved it, so that it counts as an article where there is any doubt: it must be a whole page, short, and say
/// what it is in its title or heading, or ask for a proof and say so.
enum DroppedWall {
    /// A page of more words is an article, or the beginning of one.
    private static let words = 100

    static func stands(in article: Article) -> Bool {
        guard article.type == .html, let statement = article.statement, !statement.isArticle,
            article.wordCount < words
        else { return false }
        let titles = statement.titles + [article.title].compactMap { $0 }
        if titles.contains(where: WallPhrases.stand) { return true }
        return statement.asksForProof && WallPhrases.stand(in: article.text)
    }
}
