/// One page of a list of articles, latest filed first.
public struct ArticlePage: Sendable, Equatable {
    public var items: [ArticleListing]
    /// Where the next page starts; nil on the last one. Opaque. Articles filed meanwhile neither shift nor
    /// repeat what follows.
    public var next: String?
    /// Articles on this page and all others.
    public var total: Int
}
