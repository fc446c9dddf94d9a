/// One article with its file.
public struct ArticleDetail: Sendable, Equatable {
    public var listing: ArticleListing
    public var front: FrontMatter
    /// The whole file, front matter included.
    public var file: String
    /// The body's words, a block a line.
    public var text: String
    /// The ids of its revisions, earliest first, its own among them.
    public var revisions: [String]
    /// Headlines that took the place of others over the same text, earliest first; at most the latest 1000.
    public var headlines: [Headline] = []

    public struct Headline: Sendable, Equatable {
        /// The id of the revision over which it stands.
        public var id: String
        /// RFC 3339, UTC.
        public var when: String
        public var title: String
        public var titleBefore: String
    }
}
