import BriefModel

/// Whether a page says that an article was withdrawn, in a few languages.
public enum Withdrawal {
    /// Said of articles only.
    private static let plain = [
        "retract", "rétract", "zurückgezogen", "ingetrokken", "отозван", "撤稿", "撤回",
    ]
    /// Said of pages and much else too: it counts where the sentence is about an article.
    private static let common = [
        "withdrawn", "has been removed", "was removed", "taken down", "unpublished",
        "a été retiré", "retirado", "retirada", "ritirato", "ritirata", "wycofan", "indragen",
        "tillbakadrag",
    ]
    private static let articles = [
        "article", "story", "report", "column", "investigation", "artikel", "beitrag", "artículo",
        "noticia", "articolo", "artigo", "reportagem", "notícia", "artyku", "tekst",
    ]
    /// What a site says of an address that is gone.
    private static let pages = [
        "page", "url", "link", "seite", "página", "pagina", "strona", "sida", "страниц",
    ]

    /// Looks at the headline and the beginning of the text.
    public static func isTold(in article: Article) -> Bool {
        let text = (article.title ?? "") + "\n" + article.text.prefix(600)
        return text.lowercased().split { ".!?。！？\n".contains($0) }.contains(where: isTold)
    }

    private static func isTold(in sentence: Substring) -> Bool {
        func has(_ words: [String]) -> Bool { words.contains { sentence.contains($0) } }
        return has(plain) || has(common) && has(articles) && !has(pages)
    }
}
