import BriefModel
import GRDB

/// What is to become of a document, by the order of DESIGN §4.
enum Decision: Equatable {
    /// No article of the store; linked with those that nearly say the same, and with the other parts of a long read.
    case file(near: [NearArticle], parts: [Revision] = [])
    /// An article that was filed before.
    case sighting(Revision)
    /// An article of the store in another cut, which takes its place where it is the better one.
    case variant(of: Revision, takesPlace: Bool)
    /// Other text of the article; `near` where it was looked for already.
    case revision(of: Revision, near: [NearArticle]? = nil)
    /// The same entry with the same text; its facts may differ.
    case sameText(Revision)
    /// An entry with the same text as before, of an article that another entry bore first: its facts are that one's.
    case sameTextElsewhere(Revision)
    /// A page that was asked for again, and says nothing else.
    case unchanged(Revision)
    /// An article that an operator wants never to be filed again.
    case refused(id: String)

    init(on prepared: PreparedFiling, in reader: CatalogueReader, _ search: NearSearch) throws {
        let filing = prepared.filing
        guard filing.identity.contentHash != nil || filing.origin.entry != nil else {
            throw StorageError.noWords(source: filing.origin.source)
        }
        if let id = try reader.refused(prepared) {
            self = .refused(id: id)
            return
        }
        let known = try Self.byKey(prepared, reader, search)
        if let known {
            self = known
        } else if filing.isRevisit {
            // The article was forgotten meanwhile, or belongs to another entry.
            self = .refused(id: "")
        } else if filing.identity.contentHash != nil {
            self = try Self.byContent(prepared, reader, search)
        } else {
            // Without words it matches nothing; its entry's key alone will know it again.
            self = .file(near: [])
        }
    }

    /// Rule 1. Nil where the key says nothing.
    ///
    /// The entry that first bore an article owns it, and with its text the article changes. Any other entry that
    /// bore the same text once (a second feed that carries it) and changes is looked at like a new one.
    private static func byKey(
        _ prepared: PreparedFiling, _ reader: CatalogueReader, _ search: NearSearch
    ) throws -> Decision? {
        let filing = prepared.filing
        guard let entry = filing.origin.entry, let key = try reader.chain(of: entry),
            let current = try reader.current(chain: key.chain)
        else { return nil }
        if let wall = filing.insteadOf, key.isOwner, current.contentHash == wall {
            return .revision(of: current)
        }
        guard filing.identity.contentHash != nil else {
            return current.contentHash == nil ? .sameText(current) : .sighting(current)
        }
        if try filing.identity.hashes.contains(where: {
            try current.contentHash == $0 || reader.has(current, hash: $0)
        }) {
            return key.isOwner ? .sameText(current) : .sameTextElsewhere(current)
        }
        guard key.isOwner else { return nil }
        let other = try Self.known(prepared, isChange: true, reader)
        if let other, other.chain != current.chain { return .sighting(other) }
        if filing.isRevisit {
            return try search.isChanged(filing, since: current)
                ? change(to: filing, of: current) : .unchanged(current)
        }
        if !entry.isKeyGiven, try isAnotherItem(filing, than: current, search) {
            return .file(near: try search.near(prepared))
        }
        if try search.isTeaser(filing, of: current) { return .sighting(current) }
        return change(to: filing, of: current)
    }

    /// Rules 2 to 6.
    private static func byContent(
        _ prepared: PreparedFiling, _ reader: CatalogueReader, _ search: NearSearch
    ) throws -> Decision {
        let filing = prepared.filing
        if let known = try known(prepared, isChange: false, reader) {
            return .sighting(known)
        }
        let candidates = try search.candidates(for: prepared)
        if let variant = try Variant(prepared, among: candidates, search) {
            return .variant(of: variant.current, takesPlace: variant.takesPlace)
        }
        let near = search.near(filing, among: candidates)
        if let note = try Self.savedAgain(filing, search) {
            return change(to: filing, of: note, near: near)
        }
        guard let url = filing.article.url.flatMap(URLKey.make),
            let page = try reader.current(urlKey: url)
        else { return .file(near: near) }
        let isNear = near.contains { $0.revision.num == page.num }
        if try mayRevise(page, filing, isNear: isNear, search) {
            return change(to: filing, of: page, near: near)
        }
        return .file(near: near, parts: try SeriesParts(search).parts(besides: filing, at: url))
    }

    /// The article that has the document's words or bytes: the words of its body, or those of the one that the document
    /// alone gives, so that what is known beside it never files an article twice.
    private static func known(
        _ prepared: PreparedFiling, isChange: Bool, _ reader: CatalogueReader
    ) throws -> Revision? {
        for hash in prepared.filing.identity.hashes {
            let words = SameWords(prepared, hash, reader)
            if let article = try words.article(isChange: isChange) { return article }
        }
        return nil
    }

    /// Whether an entry whose key is known has become another item: the word or the weather of the day, a guid that is
    /// given a second time. Its title and its day are others, and its text shares next to nothing with that of before.
    /// Under the same title both texts must be whole: a page shares little with the summary that stood for it.
    private static func isAnotherItem(
        _ filing: Filing, than current: Revision, _ search: NearSearch
    ) throws -> Bool {
        guard PublishedDate.areDaysApart(filing.article.published, current.published),
            let title = filing.article.title, let old = current.title
        else { return false }
        if SameWords.isEqual(title, old), filing.isPartial || current.isPartial { return false }
        return try !search.shares(current, with: filing)
    }

    /// Rule 4: whether a page at the article's address is the article.
    ///
    /// Some sites give one canonical address to all their pages. So where another entry of the same feed bears the
    /// article already, the title or most of the text must agree too.
    private static func mayRevise(
        _ page: Revision, _ filing: Filing, isNear: Bool, _ search: NearSearch
    ) throws -> Bool {
        if SeriesParts.areMarked(filing.article.title, page.title) { return false }
        guard let entry = filing.origin.entry else {
            return try search.isNewVersion(filing, of: page)
        }
        guard entry.ownsLink else { return false }
        guard try search.reader.hasOtherKey(chain: page.chain, than: entry) else { return true }
        if entry.isKeyGiven { return false }
        return isNear
            || (page.title != nil && page.title == filing.article.title
                && !PublishedDate.areDaysApart(filing.article.published, page.published))
    }

    /// The note that came from the same path of a watched folder, if this is another version of it: people save what they
    /// write more than once.
    private static func savedAgain(_ filing: Filing, _ search: NearSearch) throws -> Revision? {
        guard let source = Origin.watched(filing.origin.source), filing.origin.entry == nil,
            let note = try search.reader.current(watched: source)
        else { return nil }
        return try search.shares(note, with: filing) ? note : nil
    }

    /// The feed's own shorter content never takes the place of the page's whole text.
    private static func change(
        to filing: Filing, of current: Revision, near: [NearArticle]? = nil
    ) -> Decision {
        filing.isPartial && !current.isPartial
            ? .sighting(current) : .revision(of: current, near: near)
    }
}
