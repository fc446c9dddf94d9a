import BriefModel

/// Whether a text ends as those that feeds cut off do.
enum CutEnding {
    /// Words that may follow an invitation: the title, or the name of the site.
    private static let titleWords = 14

    /// An ellipsis at the end, or an invitation to read on with no more than a title behind it; the note of blog software
    /// below that ("The post … appeared first on …") says nothing of either.
    static func isCut(_ text: String) -> Bool {
        let end = trimmed(FeedNote.without(String(text.suffix(700)))[...])
        if marks.contains(where: end.hasSuffix) { return true }
        let tail = String(end.suffix(200))
        let folded = tail.map { $0 == "\u{2019}" ? "'" : $0.lowercased().first ?? $0 }
        let text = String(folded)
        return invitations.contains { phrase in
            text.ranges(of: phrase).contains { place in
                let start = text.distance(from: text.startIndex, to: place.lowerBound)
                return isTitle(text[place.upperBound...]) && begins(Array(tail), at: start)
            }
        }
    }

    /// A sentence, or a word that is written as the first of one: no clause in the midst of prose.
    private static func begins(_ text: [Character], at start: Int) -> Bool {
        guard let last = text[..<start].last(where: { !$0.isWhitespace }) else { return true }
        return !text[start].isLowercase || ".!?…:]»)\"”。！？".contains(last)
    }

    private static func isTitle(_ text: Substring) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count <= titleWords, let first = words.first else { return words.isEmpty }
        // "Read more: …" leads to other articles, and "Read more about …" is the writer's.
        return !text.hasPrefix(":") && !elsewhere.contains(String(first))
    }

    private static let elsewhere: Set<String> = [
        "about", "über", "zum", "zu", "sur", "sobre", "su", "over", "om", "o",
    ]

    private static func trimmed(_ text: Substring) -> Substring {
        var end = text
        while let last = end.last,
            last.isWhitespace || last == ")" || last == "." && !end.hasSuffix("...")
        {
            end.removeLast()
        }
        return end
    }

    private static let marks = ["…", "...", "[…]", "[...]", "[… ]", "→", "»"]

    /// In lower case, with "'" for every apostrophe.
    private static let invitations = [
        "read more", "continue reading", "keep reading", "read the rest", "read the full",
        "read the whole", "read full", "read on", "view article", "view the full", "view full",
        "view post", "see the full", "full story", "weiterlesen", "mehr lesen", "mehr erfahren",
        "den ganzen artikel", "den vollständigen artikel", "lire la suite", "lire plus",
        "lire l'article", "en savoir plus", "leer más", "seguir leyendo", "sigue leyendo",
        "leer el artículo", "continúa leyendo", "continua a leggere", "continua la lettura",
        "leggi tutto", "leggi l'articolo", "leggi di più", "ler mais", "leia mais",
        "continuar lendo", "continue a ler", "lees verder", "lees meer", "verder lezen", "läs mer",
        "läs vidare", "les mer", "les videre", "læs mere", "læs videre", "lue lisää",
        "jatka lukemista", "czytaj dalej", "czytaj więcej", "czytaj całość", "číst dál",
        "číst více", "celý článek", "tovább olvasom", "citește mai mult", "devamını oku",
        "читать далее", "читать дальше", "читать полностью", "читати далі", "читати більше",
        "прочети повече", "διαβάστε περισσότερα", "baca selengkapnya", "đọc tiếp", "اقرأ المزيد",
        "קרא עוד", "आगे पढ़ें", "阅读全文", "阅读更多", "继续阅读", "閱讀全文", "繼續閱讀", "続きを読む",
        "もっと読む", "더 보기", "계속 읽기",
    ]
}
