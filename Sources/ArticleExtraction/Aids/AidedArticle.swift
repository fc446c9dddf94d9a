import BriefModel

/// An article, and what was made of what is known beside the document: a feed's words, and what is remembered of the
/// site.
public struct AidedArticle: Sendable {
    public var article: Article
    /// Whether the body may be another one than the document alone gives.
    public var isAided = false
    /// What the page shows of its site; nil where the request bears no account of the site.
    public var trace: PageTrace?
}
