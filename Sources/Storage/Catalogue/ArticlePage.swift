/// One page of a list of articles, in the order that was asked for.
public struct ArticlePage: Sendable, Equatable {
    public var items: [ArticleListing]
    /// Where the next page starts; nil on the last one. Opaque. Articles filed meanwhile neither shift nor
    /// repeat what follows, but for lists by relevance.
    public var next: String?
    /// Articles on this page and all others.
    public var total: Int
    /// Where a reader that follows goes on: behind the last item of a list in the order `following`, else behind the last
    /// article of the store. Opaque.
    public var position: String?
}
