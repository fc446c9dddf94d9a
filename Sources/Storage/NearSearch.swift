import BriefModel

/// Finds the current articles that nearly say the same as a new one (DESIGN §4, rule 5).
///
/// The indexed samples name candidates. Their shingles are made from their files again to decide: candidates
/// are few, and keeping every article's shingles would take more room than its text.
struct NearSearch {
    /// To look closer, so much of a candidate's multiples, or of the new one's where those are fewer, must be
    /// shared: texts that are near share three quarters of them on average.
    private static let likely = 0.4
    /// At most so many candidates are looked at, those that share most first.
    private static let most = 10

    let reader: CatalogueReader
    let identify: ArticleStore.Identify
    /// The bytes of an article's file, nil where it is gone.
    let content: (_ path: String) throws -> [UInt8]?

    /// Whether an article shares something with a document that may be another version of it: of the shorter text's
    /// shingles a tenth, or a third of its longer words where the texts are long enough to tell by them. An article
    /// whose file is gone shares all: nothing tells that it does not.
    func shares(_ article: Revision, with filing: Filing) throws -> Bool {
        guard let bytes = try content(article.path),
            let file = try? MarkdownFile.parse(bytes, path: article.path)
        else { return true }
        let text = MarkdownText.plain(file.body)
        let (old, new) = (identify(text).shingles, filing.identity.shingles)
        let shorter = min(old.hashes.count, new.hashes.count)
        if shorter > 0, new.shared(with: old) * 10 >= shorter { return true }
        guard max(WordCount.words(of: text), WordCount.words(of: filing.article.text)) >= 40
        else { return false }
        let words = (WordCount.longWords(of: text), WordCount.longWords(of: filing.article.text))
        return words.0.intersection(words.1).count * 3 >= max(1, min(words.0.count, words.1.count))
    }

    func near(_ shingles: Shingles, samples: NearSamples) throws -> [Revision] {
        guard !samples.values.isEmpty else { return [] }
        var near: [Revision] = []
        for candidate in try reader.sharing(samples, atLeast: Self.likely, limit: Self.most) {
            guard let bytes = try content(candidate.path),
                let file = try? MarkdownFile.parse(bytes, path: candidate.path)
            else { continue }
            let other = identify(MarkdownText.plain(file.body)).shingles
            if shingles.isNear(other) { near.append(candidate) }
        }
        return near
    }
}
