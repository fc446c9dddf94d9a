import BriefModel

/// Finds the current articles that nearly say the same as a new one (DESIGN §4, rule 5).
///
/// The indexed samples name candidates. Their shingles are made from their files again to decide: candidates
/// are few, and keeping every article's shingles would take more room than its text.
struct NearSearch {
    /// To look closer, so much of a candidate's samples, or of the new one's where those are fewer, must be
    /// shared: texts of which every tenth word differs share two fifths of them on average, the end of a text and the
    /// whole of it one in six.
    private static let likely = 0.1
    /// At most so many candidates are looked at, those that share most first.
    private static let most = 10

    let reader: CatalogueReader
    let rules: IdentityRules
    /// The bytes of an article's file, nil where it is gone.
    let content: (_ path: String) throws -> [UInt8]?
    /// The bytes that a document came in, by their SHA-256, nil where they are gone.
    let original: (_ sha: String) throws -> [UInt8]?
    var limits = ComparisonLimits()

    /// What an article's file has to say.
    private enum Look {
        case gone
        /// Nobody lays it beside another text.
        case tooLong
        case there(Neighbour)
    }

    /// Whether an article shares something with a document that may be another version of it: of the shorter text's
    /// shingles a tenth, or a third of its longer words where the texts are long enough to tell by them. An article
    /// whose file is gone, or too long, shares all: nothing tells that it does not.
    func shares(_ article: Revision, with filing: Filing) throws -> Bool {
        guard limits.allow(filing.article.text), let old = try neighbour(article) else {
            return true
        }
        if filing.identity.shingles.containment(with: old.shingles) >= 0.1 { return true }
        guard max(WordCount.words(of: old.text), WordCount.words(of: filing.article.text)) >= 40
        else { return false }
        let words = (
            WordCount.longWords(of: old.text), WordCount.longWords(of: filing.article.text)
        )
        return words.0.intersection(words.1).count * 3 >= max(1, min(words.0.count, words.1.count))
    }

    /// The articles that nearly say the same.
    func near(_ prepared: PreparedFiling) throws -> [NearArticle] {
        near(prepared.filing, among: try candidates(for: prepared))
    }

    /// The articles that a document may nearly say the same as; none where it is too long to tell.
    func candidates(for prepared: PreparedFiling) throws -> [Neighbour] {
        guard limits.allow(prepared.filing.article.text) else { return [] }
        return try candidates(for: prepared.samples)
    }

    /// Those of some articles that nearly say the same, and how.
    func near(_ filing: Filing, among candidates: [Neighbour]) -> [NearArticle] {
        let own = filing.identity.shingles
        let likely = candidates.filter { own.mayBeNear($0.shingles) }
        guard !likely.isEmpty else { return [] }
        return zip(likely, rules.liken(filing.article.text, to: likely.map(\.text)))
            .compactMap { one, likeness in
                likeness.map { NearArticle(revision: one.revision, likeness: $0) }
            }
    }

    /// The articles that may nearly say the same, with their texts; those that share most first. Texts that are too long,
    /// by themselves or behind those before them, are given up.
    func candidates(for samples: NearSamples) throws -> [Neighbour] {
        guard !samples.values.isEmpty else { return [] }
        var bytes = 0
        var found: [Neighbour] = []
        for revision in try reader.sharing(samples, atLeast: Self.likely, limit: Self.most) {
            guard let neighbour = try neighbour(revision, upTo: limits.together - bytes) else {
                continue
            }
            bytes += neighbour.text.utf8.count
            found.append(neighbour)
        }
        return found
    }

    /// Whether a document and an article came in documents that hold the same: a page, and what was copied from it. Asks
    /// for both to be read once more, so it is asked last.
    func areOneDocument(_ filing: Filing, _ article: Neighbour) throws -> Bool {
        let front = FrontMatter(filing, id: "", original: "")
        guard let bytes = try original(article.front.original),
            let theirs = rules.words(of: article.front.request(rereading: bytes)),
            limits.allow(theirs),
            let ours = rules.words(of: front.request(rereading: filing.original)),
            limits.allow(ours)
        else { return false }
        return rules.agree(
            WholeText(text: filing.article.text, document: ours),
            WholeText(text: article.text, document: theirs))
    }

    /// Whether a document that was dropped is a new version of the article at its address: it says much the same, at no
    /// less length, and is not older. Sections, home pages and apps give one address to all their pages; a wall or a
    /// teaser stands at the article's own. An article whose file is gone is given up; one that is too long stays.
    func isNewVersion(_ filing: Filing, of page: Revision) throws -> Bool {
        let old: Neighbour
        switch try look(at: page, upTo: .max) {
        case .gone: return true
        case .tooLong: return false
        case .there(let found): old = found
        }
        // A letter that passes a page on is a copy of it at most.
        if filing.originalType.isMail, !old.front.originalType.isMail { return false }
        let (new, known) = (filing.identity.shingles, old.shingles)
        guard new.hashes.count * 10 >= known.hashes.count * 6, !old.isNewer(than: filing)
        else { return false }
        return new.containment(with: known) >= (old.bearsTitle(of: filing) ? 0.25 : 0.5)
    }

    /// An article with its text; nil where it is gone, or longer than so many bytes or than is compared.
    func neighbour(_ revision: Revision, upTo bytes: Int = .max) throws -> Neighbour? {
        guard case .there(let neighbour) = try look(at: revision, upTo: bytes) else { return nil }
        return neighbour
    }

    private func look(at revision: Revision, upTo most: Int) throws -> Look {
        guard let bytes = try content(revision.path) else { return .gone }
        // Marks and front matter come on top of the text.
        guard bytes.count <= limits.file else { return .tooLong }
        guard let file = try? MarkdownFile.parse(bytes, path: revision.path) else { return .gone }
        let text = MarkdownText.plain(file.body, pictures: false)
        guard text.utf8.count <= most, limits.allow(text) else { return .tooLong }
        return .there(
            Neighbour(
                revision: revision, front: file.front, text: text, shingles: rules(text).shingles))
    }
}

/// An article that nearly says the same, and how the document hangs together with it.
struct NearArticle: Equatable {
    var revision: Revision
    var likeness: TextLikeness

    var link: NearLink { NearLink(id: revision.id, likeness) }
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

extension String {
    /// Whether a media type is that of a mail (RFC 2046 §5.2).
    fileprivate var isMail: Bool { hasPrefix("message/") }
}
