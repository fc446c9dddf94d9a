import BriefModel
import FoundationEssentials

/// One arrival of an article that was filed before: a line of store/sightings/YYYY-MM.jsonl.
public struct Sighting: Sendable, Codable, Equatable {
    public enum Kind: String, Sendable, Codable {
        /// The same article again, from here or elsewhere.
        case sighting
        /// The same article in another cut: a copied text, a print view, a forwarded mail.
        case variant
        /// The same text with other facts: the file was rewritten in place.
        case update
        /// A rule keeps it from being filed: there is no article, and `id` is empty.
        case dropped
        /// Other text: `id` is the new revision's.
        case revision
    }

    public var kind: Kind
    /// RFC 3339, UTC.
    public var when: String
    /// The article that was current after this arrival.
    public var id: String
    public var contentHash: String?
    public var source: String
    public var url: String?
    public var feed: String?
    public var entryKey: String?
    public var tags: [String]
    /// SHA-256 of the bytes as they came, 64 hex digits.
    public var original: String
    public var supersedes: String?
    /// Of what was dropped: the name of the rule.
    public var rule: String?
    /// Of what was dropped: what it called itself. Of an update: its headline, where it is another one than before.
    public var title: String?
    /// The headline that the text had before an update.
    public var titleBefore: String?

    enum CodingKeys: String, CodingKey {
        case kind, when, id, source, url, feed, tags, original, supersedes, rule, title
        case contentHash = "content_hash"
        case entryKey = "entry_key"
        case titleBefore = "title_before"
    }

    init(_ kind: Kind, of id: String, _ filing: Filing, original: String, supersedes: String? = nil)
    {
        self.kind = kind
        self.id = id
        self.original = original
        self.supersedes = supersedes
        when = filing.arrival.rfc3339
        contentHash = filing.identity.contentHash
        source = filing.origin.source
        url = filing.article.url
        feed = filing.origin.entry?.feed
        entryKey = filing.origin.entry?.key
        tags = filing.origin.tags
        if let droppedBy = filing.droppedBy {
            rule = droppedBy
            title = filing.article.title
        }
    }

    /// Takes down what headline took the place of which, where both are stated and differ in more than case and space.
    mutating func note(headline new: String?, insteadOf old: String?) {
        guard let new, let old, !SameWords.isEqual(new, old) else { return }
        title = new
        titleBefore = old
    }

    /// The month's file that this arrival is noted in, beneath the store.
    var file: String { "sightings/" + when.prefix(7) + ".jsonl" }

    /// One line with its end.
    func line() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}
