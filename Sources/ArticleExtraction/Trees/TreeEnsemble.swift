/// Boosted decision trees: what training/ fits.
///
/// Packed little-endian: the count of trees (two bytes); for each tree the count of its inner nodes and of its
/// leaves (a byte each), the inner nodes (feature, two bytes; threshold, four; two children, a byte each: from
/// 128 on a leaf), and the leaves (four bytes each). The sum of the leaves is the logarithm of the odds.
struct TreeEnsemble: Sendable {
    private struct Node {
        var threshold: Float
        var feature: Int32
        /// 0 and more: another node; below: the leaf ~child.
        var left: Int32
        var right: Int32
    }

    private var nodes: [Node] = []
    private var leaves: [Float] = []
    private var roots: [Int32] = []

    /// A sum below this does not rise again: the row is not looked at further.
    private let hopeless: Float
    /// No sum is hopeless before so many trees.
    private static let firstLook = 25

    /// - Parameters:
    ///   - width: how many features a row has; weights that name others are not taken.
    ///   - hopeless: what the logarithm of the odds does not come back from; by default every tree is asked.
    init(packed: [UInt8], width: Int, hopeless: Float = -.infinity) {
        self.hopeless = hopeless
        var reader = PackedReader(bytes: packed)
        let count = reader.short()
        for _ in 0..<count where reader.isGood { readTree(&reader) }
        let isSound = nodes.allSatisfy {
            $0.feature < width && exists($0.left) && exists($0.right)
        }
        if !reader.isGood || !isSound { roots = [] }
    }

    /// False where the weights are damaged.
    var isLoaded: Bool { !roots.isEmpty }

    /// The logarithm of the odds of a row of figures.
    func score(_ row: Span<Float>) -> Float {
        var sum: Float = 0
        let nodes = nodes.span
        for tree in roots.indices {
            var index = roots[tree]
            while index >= 0 {
                let node = nodes[Int(index)]
                index = row[Int(node.feature)] <= node.threshold ? node.left : node.right
            }
            sum += leaves[Int(~index)]
            if sum < hopeless, tree >= Self.firstLook { return sum }
        }
        return sum
    }

    /// The probability that goes with a logarithm of odds, 1 / (1 + e^-x), without a mathematics library: by squaring
    /// (1 + x/1024)^1024.
    static func probability(_ score: Double) -> Double {
        var power = 1 + max(-30, min(30, score)) / 1_024
        for _ in 0..<10 { power *= power }
        return power / (1 + power)
    }

    private func exists(_ child: Int32) -> Bool {
        child >= 0 ? Int(child) < nodes.count : Int(~child) < leaves.count
    }

    private mutating func readTree(_ reader: inout PackedReader) {
        let nodeCount = reader.byte()
        let leafCount = reader.byte()
        let firstNode = Int32(nodes.count)
        let firstLeaf = Int32(leaves.count)
        let child = { (code: Int) -> Int32 in
            code < 128 ? firstNode + Int32(code) : ~(firstLeaf + Int32(code - 128))
        }
        for _ in 0..<nodeCount {
            let feature = Int32(reader.short())
            let threshold = reader.float()
            let left = child(reader.byte())
            let right = child(reader.byte())
            nodes.append(Node(threshold: threshold, feature: feature, left: left, right: right))
        }
        for _ in 0..<leafCount { leaves.append(reader.float()) }
        roots.append(nodeCount > 0 ? firstNode : ~firstLeaf)
    }
}
