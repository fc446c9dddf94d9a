import BriefModel

/// An article, and what was made of what is known beside the document: a feed's words, and what is remembered of the
/// site.
public struct AidedArticle: Sendable {
    public var article: Article
    /// The text that the document alone gives, where it may be another one; nil else.
    public var aloneText: String?
    /// What the page shows of its site; nil where the request bears no account of the site.
    public var trace: PageTrace?
}
