/// Where the lines stand that may end a block: of a text, or of what stands in one of its blocks. A block that is left
/// open there says nothing of those around it. Built in one pass; each question takes the logarithm of the lines.
struct BlockEnds {
    private var places: [Substring: [Int]] = [:]

    init() {}

    /// - Parameter mark: what a line ends; nil for a line that ends nothing.
    init(of lines: ArraySlice<Substring>, mark: (Substring) -> Substring?) {
        for place in lines.indices {
            if let mark = mark(lines[place]) { places[mark, default: []].append(place) }
        }
    }

    /// The first line from `start` on that ends what bears the mark.
    func first(of mark: Substring, from start: Int) -> Int? {
        guard let places = places[mark] else { return nil }
        var (low, high) = (places.startIndex, places.endIndex)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < start { low = middle + 1 } else { high = middle }
        }
        return low < places.endIndex ? places[low] : nil
    }
}
