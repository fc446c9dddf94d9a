/// What readers wrote below an article. It grows by the day, and would give the same article another identity each time.
struct CommentThread {
    let page: Page

    /// An article has so many words at least before its comments.
    private static let leastWords: Float = 100

    /// Drops all that stands from the heading of the comments on.
    ///
    /// - Parameter isForum: whether comments are the page's text; asked for only where there is such a heading.
    /// - Returns: where the comments begin.
    @discardableResult
    func drop(from kept: inout [Bool], unless isForum: @autoclosure () -> Bool) -> Int? {
        guard let heading = heading(in: kept), !isForum() else { return nil }
        for index in kept.indices.dropFirst(heading) { kept[index] = false }
        return heading
    }

    /// The first heading of comments with an article before it.
    private func heading(in kept: [Bool]) -> Int? {
        var words: Float = 0
        for index in page.passages.indices {
            let passage = page.passages[index]
            if words >= Self.leastWords, passage.census.length <= 14,
                passage.linked.length < 0.5 * max(0.5, passage.census.length),
                CommentsHeading.matches(page.bytes(index))
            {
                return index
            }
            if kept[index] { words += passage.census.length }
        }
        return nil
    }
}
