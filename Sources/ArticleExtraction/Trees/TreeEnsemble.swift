/// Boosted decision trees: what training/ fits.
///
/// Packed little-endian: the count of trees (two bytes); for each tree the count of its inner nodes and of its
/// leaves (a byte each), the inner nodes (feature, two bytes; threshold, four; two children, a byte each: from
/// 128 on a leaf), and the leaves (four bytes each). The sum of the leaves is the logarithm of the odds.
///
/// No tree is walked: each comparison of a figure with a threshold rules leaves out, and the first leaf that is left is
/// the one that a walk would come to (QuickScorer, Lucchese and others, SIGIR 2015). So eight rows are compared at once.
struct TreeEnsemble: Sendable {
    /// Rows whose figures are above the threshold go to the right.
    private struct Node {
        var feature: Int
        var threshold: Float
        /// A bit for each leaf, counted from the left: all but those that such a row cannot come to.
        var reachable: UInt32
    }

    private struct Tree {
        var nodes: Range<Int>
        var firstLeaf: Int
    }

    /// How many rows are scored at once.
    static let lanes = 8
    /// A bit of `Node.reachable` each.
    private static let mostLeaves = 32

    private let width: Int
    private var trees: [Tree] = []
    private var nodes: [Node] = []
    private var leaves: [Float] = []

    /// A sum outside of this does not come back: the row is not looked at further.
    private let doubtful: ClosedRange<Float>
    /// No sum is looked at before so many trees, where it is below the doubtful ones, and where it is above them.
    private static let firstLooks = (low: 16, high: 32)
    /// Nor but after each so many.
    private static let looks = 8

    /// - Parameters:
    ///   - width: how many features a row has; weights that name others are not taken, nor are trees of more than 32 leaves.
    ///   - doubtful: the logarithms of the odds that the trees after may still turn; by default every tree is asked.
    init(
        packed: [UInt8], width: Int, doubtful: ClosedRange<Float> = -.infinity ... .infinity
    ) {
        self.width = width
        self.doubtful = doubtful
        var reader = PackedReader(bytes: packed)
        for _ in 0..<reader.short() {
            guard let tree = PackedTree(&reader, width: width), add(tree) else {
                trees = []
                return
            }
        }
    }

    /// False where the weights are damaged.
    var isLoaded: Bool { !trees.isEmpty }

    /// The logarithms of the odds of rows of figures, which stand one after another.
    func scores(of rows: Span<Float>) -> [Float] {
        let count = rows.count / width
        var scores: [Float] = []
        scores.reserveCapacity(count)
        for first in stride(from: 0, to: count, by: Self.lanes) {
            let block = sums(of: columns(rows, from: first, count).span)
            for lane in 0..<min(Self.lanes, count - first) { scores.append(block[lane]) }
        }
        return scores
    }

    /// Each figure of some rows; the last row stands for those that there are not.
    private func columns(_ rows: Span<Float>, from first: Int, _ count: Int) -> [SIMD8<Float>] {
        let place = { (lane: Int) in
            let start = min(first + lane, count - 1) * width
            return start..<start + width
        }
        let (a, b) = (rows.extracting(place(0)), rows.extracting(place(1)))
        let (c, d) = (rows.extracting(place(2)), rows.extracting(place(3)))
        let (e, f) = (rows.extracting(place(4)), rows.extracting(place(5)))
        let (g, h) = (rows.extracting(place(6)), rows.extracting(place(7)))
        var columns: [SIMD8<Float>] = []
        columns.reserveCapacity(width)
        for figure in 0..<width {
            columns.append(
                SIMD8(
                    a[figure], b[figure], c[figure], d[figure], e[figure], f[figure], g[figure],
                    h[figure]))
        }
        return columns
    }

    private func sums(of columns: Span<SIMD8<Float>>) -> SIMD8<Float> {
        var sums = SIMD8<Float>.zero
        var isOpen = SIMDMask<SIMD8<Int32>>(repeating: true)
        for (index, tree) in trees.enumerated() {
            sums.replace(with: sums + values(of: tree, columns), where: isOpen)
            guard (index + 1).isMultiple(of: Self.looks) else { continue }
            let isDoubtful = isDoubtful(sums, after: index + 1)
            isOpen .&= isDoubtful
            if !any(isOpen) { break }
        }
        return sums
    }

    private func isDoubtful(_ sums: SIMD8<Float>, after count: Int) -> SIMDMask<SIMD8<Int32>> {
        let low = count >= Self.firstLooks.low ? doubtful.lowerBound : -.infinity
        let high = count >= Self.firstLooks.high ? doubtful.upperBound : .infinity
        return (sums .>= low) .& (sums .<= high)
    }

    /// The leaf of a tree in which each row ends.
    @inline(__always)
    private func values(of tree: Tree, _ columns: Span<SIMD8<Float>>) -> SIMD8<Float> {
        var reachable = SIMD8<UInt32>(repeating: .max)
        let nodes = nodes.span
        for index in tree.nodes {
            let node = nodes[index]
            let isAbove = columns[node.feature] .> node.threshold
            reachable.replace(with: reachable & node.reachable, where: isAbove)
        }
        var values = SIMD8<Float>.zero
        let leaves = leaves.span
        for lane in 0..<Self.lanes {
            values[lane] = leaves[tree.firstLeaf + reachable[lane].trailingZeroBitCount]
        }
        return values
    }

    /// The probability that goes with a logarithm of odds, 1 / (1 + e^-x), without a mathematics library: by squaring
    /// (1 + x/1024)^1024.
    static func probability(_ score: Double) -> Double {
        var power = 1 + max(-30, min(30, score)) / 1_024
        for _ in 0..<10 { power *= power }
        return power / (1 + power)
    }

    /// - Returns: false where it has too many leaves.
    private mutating func add(_ tree: PackedTree) -> Bool {
        let firstNode = nodes.count
        let firstLeaf = leaves.count
        /// What is still to be looked at; a node whose left side is done comes again by its place in `nodes`.
        var waiting: [Step] = [.code(tree.root)]
        while let step = waiting.popLast() {
            switch step {
            case .leftDone(let place, let before):
                // Rows that go to the right come to no leaf that was met since.
                let left = Self.bits(leaves.count - firstLeaf) & ~Self.bits(before)
                nodes[place].reachable = ~left
            case .code(let code):
                if let leaf = tree.leaf(code) {
                    leaves.append(leaf)
                    guard leaves.count - firstLeaf <= Self.mostLeaves else { return false }
                    continue
                }
                let inner = tree.nodes[code]
                waiting.append(.code(inner.right))
                waiting.append(.leftDone(place: nodes.count, before: leaves.count - firstLeaf))
                waiting.append(.code(inner.left))
                nodes.append(
                    Node(feature: inner.feature, threshold: inner.threshold, reachable: .max))
            }
        }
        trees.append(Tree(nodes: firstNode..<nodes.count, firstLeaf: firstLeaf))
        return true
    }

    /// What is to be done while the leaves of a tree are counted from the left.
    private enum Step {
        case code(Int)
        /// The leaves on the left of a node were counted; `before` had been when that began.
        case leftDone(place: Int, before: Int)
    }

    /// The lowest bits.
    private static func bits(_ count: Int) -> UInt32 {
        count >= 32 ? .max : (1 << UInt32(count)) - 1
    }
}
