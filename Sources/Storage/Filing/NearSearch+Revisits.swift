import BriefModel

extension NearSearch {
    /// Less than so much of the former text's length is a teaser, a log-in or an error page, whatever it says of itself.
    private static let leastRatio = 0.6

    /// Whether a page that was asked for again says something else than the article: a sentence or a figure was changed,
    /// added or taken away. Lines that are no sentences, at the ends or between, are of the page around it, and a page that
    /// lost much of its text is a wall, unless it says that the article was withdrawn.
    func isChanged(_ filing: Filing, since article: Revision) throws -> Bool {
        guard let old = try neighbour(article) else { return true }
        let (words, known) = (
            WordCount.words(of: filing.article.text), WordCount.words(of: old.text)
        )
        if Double(words) < Double(known) * Self.leastRatio {
            return Withdrawal.isTold(in: filing.article)
                && filing.identity.shingles.containment(with: old.shingles) < 0.5
        }
        let comparison = rules.compare(filing.article.text, old.text)
        return comparison.isEdited || comparison.isContinued || comparison.proseBetween > 0
            || comparison.proseAtEnds > 0
    }
}

/// Whether a page says that an article was withdrawn, in a few languages.
public enum Withdrawal {
    private static let words = [
        "retract", "withdrawn", "has been removed", "was removed", "taken down", "unpublished",
        "zurückgezogen", "rétract", "a été retiré", "retirado", "retirada", "ritirato", "ritirata",
        "ingetrokken", "wycofan", "отозван", "撤稿", "撤回",
    ]

    /// Looks at the headline and the beginning of the text.
    public static func isTold(in article: Article) -> Bool {
        let text = ((article.title ?? "") + " " + article.text.prefix(600)).lowercased()
        return words.contains { text.contains($0) }
    }
}
