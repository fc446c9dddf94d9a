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
}
