/// Each picture of an article once, in whatever sizes the page shows it again: where it stands first, with what is said of it there
/// or later. One of which something else is said stands twice.
struct PicturesOnce {
    /// What stands before each passage, in order.
    private(set) var gaps: [[PageImages.Placed]] = []
    /// Where a picture stands, by its address without sizes.
    private var places: [String: (gap: Int, index: Int)] = [:]

    mutating func add(_ found: [PageImages.Placed]) {
        gaps.append([])
        for one in found where !isShown(one.block) { gaps[gaps.count - 1].append(one) }
    }

    private mutating func isShown(_ block: Block) -> Bool {
        guard case .image(let url, let alt) = block else { return false }
        let picture = PictureAddress.withoutSizes(url)
        guard let (gap, index) = places[picture] else {
            places[picture] = (gaps.count - 1, gaps[gaps.count - 1].count)
            return false
        }
        guard case .image(let first, let said) = gaps[gap][index].block else { return false }
        let all = PageImages.joined(said, alt)
        guard said.isEmpty || all == said || all == alt else { return false }
        gaps[gap][index].block = .image(url: first, alt: all)
        return true
    }
}
