/// A document that was read: the article in it, and what the article is recognised by.
public struct ReadDocument: Sendable, Codable, Equatable {
    public var article: Article
    public var identity: Identity

    public init(article: Article, identity: Identity) {
        self.article = article
        self.identity = identity
    }
}
