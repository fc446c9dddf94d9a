/// The line that blog software adds below each entry of a feed: "The post … appeared first on …".
public enum FeedNote {
    /// Bytes of a note at most.
    private static let limit = 500

    /// Whether a paragraph is one.
    public static func isNote(_ paragraph: String) -> Bool {
        let text = folded(paragraph)
        return text.utf8.count < limit
            && pairs.contains { text.hasPrefix($0.0) && text.contains($0.1) }
    }

    /// A text without the note at its end; as it is where there is none.
    public static func without(_ text: String) -> String {
        let tail = folded(String(text.suffix(limit / 2)))
        for (start, middle) in pairs {
            guard let place = tail.ranges(of: start).last,
                tail[place.upperBound...].contains(middle)
            else { continue }
            return String(text.dropLast(tail[place.lowerBound...].count))
        }
        return text
    }

    /// Of the same number of characters.
    private static func folded(_ text: String) -> String {
        String(text.map { $0 == "\u{2019}" ? "'" : $0.lowercased().first ?? $0 })
    }

    /// How it begins, and what it says then.
    private static let pairs = [
        ("the post ", "appeared first on"), ("the post ", "first appeared on"),
        ("this post ", "appeared first"), ("this post ", "first appeared on"),
        ("the article ", "first appeared on"), ("the article ", "appeared first on"),
        ("this article ", "first appeared on"), ("der beitrag ", "erschien zuerst auf"),
        ("der artikel ", "erschien zuerst auf"), ("l'article ", "est apparu en premier sur"),
        ("cet article ", "est apparu en premier sur"), ("la entrada ", "se publicó primero en"),
        ("la entrada ", "aparece primero en"), ("el cargo ", "apareció primero en"),
        ("l'articolo ", "proviene da"), ("l'articolo ", "sembra essere il primo su"),
        ("o post ", "apareceu primeiro em"), ("o conteúdo ", "aparece primeiro em"),
        ("l'entrada ", "ha aparegut primer a"), ("het bericht ", "verscheen eerst op"),
        ("inlägget ", "dök först upp på"), ("indlægget ", "blev først udgivet på"),
        ("innlegget ", "dukket først opp på"), ("artikkeli ", "julkaistiin ensimmäisen kerran"),
        ("artykuł ", "pochodzi z serwisu"), ("wpis ", "pojawił się poraz pierwszy"),
        ("příspěvek ", "pochází z"), ("příspěvek ", "se nejdříve objevil"),
        ("сообщение ", "появились сначала на"), ("запись ", "впервые появилась"),
        ("запис ", "спершу з'явився"), ("投稿 ", "に最初に表示されました"),
    ]
}
