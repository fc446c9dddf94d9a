import BriefModel

/// Finds the article that bore a document's words or bytes before (DESIGN §4, rules 2 and 3).
///
/// A text says which article it is only where it is long enough and is not said by other entries of the feed too.
/// "Comments", "Bug fixes and performance improvements." or what a bot says of everything need a title or an address
/// that agrees as well.
struct SameWords {
    /// Fewer words are too few to know an article by.
    static let enough = 40

    private let filing: Filing
    private let original: String
    private let hash: String
    private let reader: CatalogueReader
    private let title: String?
    private let urlKey: String?
    private let isShort: Bool

    init(_ prepared: PreparedFiling, _ hash: String, _ reader: CatalogueReader) {
        filing = prepared.filing
        original = prepared.original
        self.hash = hash
        self.reader = reader
        title = filing.article.title
        urlKey = filing.article.url.flatMap(URLKey.make)
        isShort =
            WordCount.words(of: filing.article.text, upTo: SameWords.enough) < SameWords.enough
    }

    /// The current revision of that article; nil where there is none.
    ///
    /// - Parameter isChange: the document is a changed entry: then its words alone count, for it came in other bytes.
    func article(isChange: Bool) throws -> Revision? {
        guard try isShort || isCommon() else {
            return try reader.current(original: isChange ? nil : original, hash: hash)
        }
        for seen in try reader.revisions(
            original: original, hash: hash, title: title, urlKey: urlKey)
        {
            let current = seen.supersededBy == nil ? seen : try reader.current(chain: seen.chain)
            if let current, try agrees(seen, current) { return current }
        }
        return nil
    }

    /// Whether titles are the same but for their case and the white space around them.
    static func isEqual(_ title: String, _ other: String) -> Bool {
        folded(title) == folded(other)
    }

    private static func folded(_ title: String) -> String {
        title.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether other entries of the feed, or several articles of the store, bear the same words.
    private func isCommon() throws -> Bool {
        if let entry = filing.origin.entry {
            if entry.sharesWords { return true }
            if try reader.hasOtherEntry(hash: hash, than: entry) { return true }
        }
        return try reader.isShared(hash: hash)
    }

    private func agrees(_ seen: Revision, _ current: Revision) throws -> Bool {
        let isSameAddress =
            urlKey != nil && urlKey == seen.urlKey && filing.origin.entry?.ownsLink != false
        let isSameTitle = title.map { SameWords.isEqual($0, seen.title ?? "") } ?? false
        guard isSameAddress || isSameTitle || saysNothingElse(seen) else { return false }
        guard isShort, let entry = filing.origin.entry else { return true }
        return try !isAnotherItem(entry, than: current)
    }

    /// Whether there is nothing but the words to tell the two apart by: a dropped note without a title, or an entry of
    /// many words that came under another key before.
    private func saysNothingElse(_ seen: Revision) -> Bool {
        guard title == nil, seen.title == nil else { return false }
        guard let entry = filing.origin.entry else { return urlKey == nil && seen.urlKey == nil }
        return !isShort && !entry.sharesWords
    }

    /// Whether the article is borne by another entry of the same feed that bears another date or, in the same fetch,
    /// another address: "Sunny." of today is not "Sunny." of yesterday.
    ///
    /// Of entries that were never listed together only the day counts: some feeds give what they list the time of
    /// the request.
    private func isAnotherItem(
        _ entry: Origin.FeedEntry, than current: Revision
    ) throws -> Bool {
        let keys = try reader.keys(chain: current.chain, feed: entry.feed)
        guard !keys.isEmpty, !keys.contains(entry.key) else { return false }
        let isListedBeside = !entry.alike.isDisjoint(with: keys)
        let isElsewhere = urlKey != nil && current.urlKey != nil && urlKey != current.urlKey
        let (new, old) = (filing.article.published, current.published)
        if isListedBeside || isElsewhere {
            if PublishedDate.differ(new, old) { return true }
            return isListedBeside && isElsewhere && entry.ownsLink
        }
        return PublishedDate.differ(
            new.map { String($0.prefix(10)) }, old.map { String($0.prefix(10)) })
    }
}
