/// A part of a list; taken on with ?cursor=.
public struct ItemPage<Item: Codable & Sendable & Equatable>: Codable, Sendable, Equatable {
    public var items: [Item]
    @Nullable public var next: String?
    /// Items of the whole list, on this page and on others; null where counting them would cost too much.
    @Nullable public var total: Int?
    /// Older items that were let go for good; null in lists that let none go.
    @Nullable public var dropped: Int?
    /// In GET /v1/articles, what a reader that follows asks for next with ?since=; null in other lists.
    @Nullable public var since: String?

    public init(
        items: [Item], next: String? = nil, total: Int? = nil, dropped: Int? = nil,
        since: String? = nil
    ) {
        self.items = items
        self.next = next
        self.total = total
        self.dropped = dropped
        self.since = since
    }
}
