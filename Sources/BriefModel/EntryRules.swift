/// How the entries of one feed are taken, for feeds whose own statements cannot be relied on.
public struct EntryRules: Sendable, Equatable {
    /// What an entry is known by within its feed.
    public enum Key: String, Sendable, CaseIterable {
        case guid
        case link
        /// The title, in whatever case and spacing.
        case title
        /// What the entry's content says, without the counters in it.
        case content
    }

    /// What becomes of an entry that is known and says another thing.
    public enum Updates: String, Sendable, CaseIterable {
        /// A revision of its article.
        case revise
        /// Nothing: what was filed first stays.
        case ignore
    }

    /// nil for the first of guid, link, facts and content that tells the feed's entries apart (DESIGN §4.1). An entry
    /// that has no such key is known in that way too.
    public var key: Key?
    public var updates: Updates
    /// Regular expressions: entries whose title holds one of them are not taken.
    public var skipTitles: [String]

    public init(key: Key? = nil, updates: Updates = .revise, skipTitles: [String] = []) {
        self.key = key
        self.updates = updates
        self.skipTitles = skipTitles
    }
}
