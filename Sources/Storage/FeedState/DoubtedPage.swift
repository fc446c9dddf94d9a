/// An entry that was filed from a page in which nothing of its own was found: should the same body come for another
/// entry, it was a wall.
public struct DoubtedPage: Sendable, Equatable {
    /// The entry, as it waited for the page.
    public var page: WaitingPage
    /// The content hash of what was filed.
    public var body: String

    public init(page: WaitingPage, body: String) {
        self.page = page
        self.body = body
    }
}
