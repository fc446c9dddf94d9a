/// A document that was read: the article in it, and what the article is recognised by.
public struct ReadDocument: Sendable, Codable, Equatable {
    public var article: Article
    public var identity: Identity
    /// What the page shows of its site; nil where the request bears no account of the site.
    public var trace: PageTrace?

    public init(article: Article, identity: Identity, trace: PageTrace? = nil) {
        self.article = article
        self.identity = identity
        self.trace = trace
    }
}
