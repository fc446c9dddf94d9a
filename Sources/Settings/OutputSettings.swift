import Queries

/// A feed that goes out: an [[output]] of the configuration.
public struct OutputSettings: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case atom, json
    }

    public var kind: Kind
    /// Absolute, or relative to store/feeds, beneath which it lies then.
    public var path: String
    /// Which articles; nil for all.
    public var query: Query?
    /// Only articles that were revised, each revision an entry of its own.
    public var changes = false
    /// Articles a document.
    public var limit: Int
    /// Documents at most.
    public var pages: Int
    public var title: String?
    /// Where readers find it.
    public var url: String?
    /// The WebSub hub that is told of changes.
    public var hub: String?

    public init(
        kind: Kind, path: String, query: Query? = nil, limit: Int = 50, pages: Int = 1,
        title: String? = nil, url: String? = nil
    ) {
        self.kind = kind
        self.path = path
        self.query = query
        self.limit = limit
        self.pages = pages
        self.title = title
        self.url = url
    }
}
