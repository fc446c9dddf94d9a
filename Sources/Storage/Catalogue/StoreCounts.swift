/// How many articles the store holds.
public struct StoreCounts: Sendable, Equatable {
    /// Current articles.
    public var total: Int
    /// When the latest was filed: RFC 3339, UTC.
    public var lastFiled: String?
    /// Current articles whose extraction is thought worse than asked for.
    public var lowQuality: Int
    /// Those of them that were filed lately.
    public var recentLowQuality: Int
    /// Current articles filed from a feed's own content, their page being out of reach.
    public var partial: Int
    public var superseded: Int
    /// Arrivals of articles that were filed already.
    public var sightings: Int
}
