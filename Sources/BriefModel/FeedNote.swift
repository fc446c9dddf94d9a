/// The line that blog software adds below each entry of a feed: "The post … appeared first on …".
public enum FeedNote {
    /// Bytes of a note at most.
    private static let limit = 500

    /// Words of a site's name at most, where no link bears it.
    private static let nameWords = 5

    /// Whether a paragraph is one.
    ///
    /// - Parameters:
    ///   - title: the entry's, which a note without links names.
    ///   - isLinked: whether a link stands in it.
    public static func isNote(
        _ paragraph: String, title: String? = nil, isLinked: Bool = true
    ) -> Bool {
        let text = folded(paragraph)
        guard text.utf8.count < limit else { return false }
        return pairs.contains { start, middle in
            guard text.hasPrefix(start), let place = text.firstRange(of: middle) else {
                return false
            }
            if isLinked { return true }
            // "The post Harbour Watch appeared first on the north quay in 1890 and has stood there since."
            if let title { return text[..<place.lowerBound].contains(folded(title)) }
            let name = text[place.upperBound...].split(whereSeparator: \.isWhitespace)
            return name.count <= nameWords
        }
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
