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
    let rules: IdentityRules
    /// The bytes of an article's file, nil where it is gone.
    let content: (_ path: String) throws -> [UInt8]?

    /// Whether an article shares something with a document that may be another version of it: of the shorter text's
    /// shingles a tenth, or a third of its longer words where the texts are long enough to tell by them. An article
    /// whose file is gone shares all: nothing tells that it does not.
    func shares(_ article: Revision, with filing: Filing) throws -> Bool {
        guard let old = try neighbour(article) else { return true }
        if filing.identity.shingles.containment(with: old.shingles) >= 0.1 { return true }
        guard max(WordCount.words(of: old.text), WordCount.words(of: filing.article.text)) >= 40
        else { return false }
        let words = (
            WordCount.longWords(of: old.text), WordCount.longWords(of: filing.article.text)
        )
        return words.0.intersection(words.1).count * 3 >= max(1, min(words.0.count, words.1.count))
    }

    func near(_ shingles: Shingles, samples: NearSamples) throws -> [Revision] {
        try neighbours(of: shingles, samples: samples).map(\.revision)
    }

    /// The articles that nearly say the same, with their texts; those that share most first.
    func neighbours(of shingles: Shingles, samples: NearSamples) throws -> [Neighbour] {
        guard !samples.values.isEmpty else { return [] }
        return try reader.sharing(samples, atLeast: Self.likely, limit: Self.most)
            .compactMap { try neighbour($0) }
            .filter { shingles.isNear($0.shingles) }
    }

    /// Whether a document that was dropped is a new version of the article at its address: it says much the same, at no
    /// less length, and is not older. Sections, home pages and apps give one address to all their pages; a wall or a
    /// teaser stands at the article's own. An article whose file is gone is given up.
    func isNewVersion(_ filing: Filing, of page: Revision) throws -> Bool {
        guard let old = try neighbour(page) else { return true }
        let (new, known) = (filing.identity.shingles, old.shingles)
        guard new.hashes.count * 10 >= known.hashes.count * 6, !old.isNewer(than: filing)
        else { return false }
        return new.containment(with: known) >= (old.bearsTitle(of: filing) ? 0.25 : 0.5)
    }

    private func neighbour(_ revision: Revision) throws -> Neighbour? {
        guard let bytes = try content(revision.path),
            let file = try? MarkdownFile.parse(bytes, path: revision.path)
        else { return nil }
        let text = MarkdownText.plain(file.body, pictures: false)
        return Neighbour(
            revision: revision, front: file.front, text: text, shingles: rules(text).shingles)
    }
}

/// An article that says much the same as a document, as its file has it now.
struct Neighbour {
    var revision: Revision
    var front: FrontMatter
    var text: String
    var shingles: Shingles

    /// Whether both state a title, and the same.
    func bearsTitle(of filing: Filing) -> Bool {
        guard let title = filing.article.title, let own = front.title else { return false }
        return SameWords.isEqual(title, own)
    }

    /// Whether the article states a later day of change, or of publication, than the document.
    func isNewer(than filing: Filing) -> Bool {
        let (new, old) = (filing.article, front)
        if let one = new.modified, let other = old.modified {
            return PublishedDate.isEarlier(one, than: other)
        }
        guard let one = new.published, let other = old.published else { return false }
        return PublishedDate.areDaysApart(one, other) && PublishedDate.isEarlier(one, than: other)
    }
}
