/// Boosted decision trees: what training/ fits.
///
/// Packed little-endian: the count of trees (two bytes); for each tree the count of its inner nodes and of its
/// leaves (a byte each), the inner nodes (feature, two bytes; threshold, four; two children, a byte each: from
/// 128 on a leaf), and the leaves (four bytes each). The sum of the leaves is the logarithm of the odds.
struct TreeEnsemble: Sendable {
    /// Of two children the right one follows the left one. A leaf is its own left child, and no figure is above its
    /// threshold: a walk that goes on stays there.
    private struct Node {
        var threshold = Float.infinity
        var feature: UInt16 = 0
        var left: UInt16
    }

    private var nodes: [Node] = []
    /// For each node what it adds to the sum; 0 but for leaves.
    private var values: [Float] = []
    /// A multiple of `lanes`: leaves of nothing fill up the last.
    private var roots: [UInt16] = []

    /// A sum outside of this does not come back: the row is not looked at further.
    private let doubtful: ClosedRange<Float>
    /// No sum is looked at before so many trees, where it is below the doubtful ones, and where it is above them.
    private static let firstLooks = (low: 16, high: 32)
    /// A walk waits for memory at each step: so many trees are walked at once.
    private static let lanes = 8

    /// - Parameters:
    ///   - width: how many features a row has; weights that name others are not taken, nor are more than 65,000 nodes and
    ///     leaves.
    ///   - doubtful: the logarithms of the odds that the trees after may still turn; by default every tree is asked.
    init(
        packed: [UInt8], width: Int, doubtful: ClosedRange<Float> = -.infinity ... .infinity
    ) {
        self.doubtful = doubtful
        var reader = PackedReader(bytes: packed)
        var trees: [PackedTree] = []
        for _ in 0..<reader.short() {
            guard let tree = PackedTree(&reader, width: width) else { return }
            trees.append(tree)
        }
        guard reader.isGood, trees.reduce(0, { $0 + $1.size }) <= 65_000 else { return }
        for tree in trees { add(tree) }
        while !roots.count.isMultiple(of: Self.lanes) { roots.append(addLeaf(0)) }
    }

    /// False where the weights are damaged.
    var isLoaded: Bool { !roots.isEmpty }

    /// The logarithm of the odds of a row of figures.
    func score(_ row: Span<Float>) -> Float {
        var sum: Float = 0
        let values = values.span
        for first in stride(from: 0, to: roots.count, by: Self.lanes) {
            let ends = ends(first, row)
            for lane in ends.indices { sum += values[ends[lane]] }
            if isSettled(sum, after: first + Self.lanes) { return sum }
        }
        return sum
    }

    private func isSettled(_ sum: Float, after count: Int) -> Bool {
        sum < doubtful.lowerBound && count >= Self.firstLooks.low
            || sum > doubtful.upperBound && count >= Self.firstLooks.high
    }

    /// The leaves in which the walks down some trees end.
    private func ends(_ first: Int, _ row: Span<Float>) -> InlineArray<8, Int> {
        let nodes = nodes.span
        let roots = roots.span
        var places = InlineArray<8, Int>(repeating: 0)
        for lane in places.indices { places[lane] = Int(roots[first + lane]) }
        // Children stand after their parents: where the sum of the places stays, none has moved.
        var last = -1
        var sum = 0
        while sum != last {
            last = sum
            sum = 0
            for lane in places.indices {
                let node = nodes[places[lane]]
                places[lane] = Int(node.left) + (row[Int(node.feature)] > node.threshold ? 1 : 0)
                sum += places[lane]
            }
        }
        return places
    }

    /// The probability that goes with a logarithm of odds, 1 / (1 + e^-x), without a mathematics library: by squaring
    /// (1 + x/1024)^1024.
    static func probability(_ score: Double) -> Double {
        var power = 1 + max(-30, min(30, score)) / 1_024
        for _ in 0..<10 { power *= power }
        return power / (1 + power)
    }

    private mutating func add(_ tree: PackedTree) {
        let root = addLeaf(0)
        roots.append(root)
        var waiting = [(code: tree.root, place: root)]
        while let (code, place) = waiting.popLast() {
            if let leaf = tree.leaf(code) {
                values[Int(place)] = leaf
                continue
            }
            let inner = tree.nodes[code]
            let left = addLeaf(0)
            let right = addLeaf(0)
            nodes[Int(place)] = Node(
                threshold: inner.threshold, feature: UInt16(inner.feature), left: left)
            waiting.append((inner.right, right))
            waiting.append((inner.left, left))
        }
    }

    private mutating func addLeaf(_ value: Float) -> UInt16 {
        let place = UInt16(nodes.count)
        nodes.append(Node(left: place))
        values.append(value)
        return place
    }
}
