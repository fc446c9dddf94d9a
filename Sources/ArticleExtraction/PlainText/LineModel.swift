/// A learned judge of lines: boosted trees over `LineFeatures`, fitted by training/plaintext/train.py.
///
/// The weights hold, for each tree, its inner nodes (feature, threshold, two children; a child from 128 on
/// is a leaf) and its leaves. The sum of the leaves is the logarithm of the odds.
struct LineModel: Sendable {
    private struct Node {
        var feature: Int
        var threshold: Float
        /// Above 0 another node, else the leaf -child.
        var left: Int
        var right: Int
    }

    private var nodes: [Node] = []
    private var leaves: [Float] = []
    /// The first node of each tree, or the negative of its only leaf.
    private var roots: [Int] = []

    static let shared = LineModel(packed: Base64.bytes(of: LineModelWeights.packed))

    /// - Parameter packed: as train.py packs them, little-endian; what is cut off is left out.
    init(packed: [UInt8]) {
        var reader = PackedReader(bytes: packed)
        let count = reader.short()
        for _ in 0..<count where reader.isGood {
            let nodeCount = reader.byte()
            let leafCount = reader.byte()
            let firstNode = nodes.count
            let firstLeaf = leaves.count
            let child = { (code: Int) in
                code < 128 ? firstNode + code + 1 : -(firstLeaf + code - 128)
            }
            for _ in 0..<nodeCount {
                let feature = reader.byte()
                let threshold = reader.float()
                let left = reader.byte()
                let right = reader.byte()
                nodes.append(
                    Node(
                        feature: feature, threshold: threshold, left: child(left),
                        right: child(right)))
            }
            for _ in 0..<leafCount { leaves.append(reader.float()) }
            roots.append(nodeCount > 0 ? firstNode + 1 : -firstLeaf)
        }
        let isSound = nodes.allSatisfy {
            $0.feature < LineFeatures.count && $0.left <= nodes.count && $0.right <= nodes.count
                && -$0.left < leaves.count && -$0.right < leaves.count
        }
        if !reader.isGood || !isSound { roots = [] }
    }

    /// False where the weights are damaged.
    var isLoaded: Bool { !roots.isEmpty }

    /// The probability of the row of `LineFeatures` that begins at an index, 0 to 1.
    func probability(_ rows: [Float], at start: Int) -> Double {
        var sum: Float = 0
        for root in roots {
            var index = root
            while index > 0 {
                let node = nodes[index - 1]
                index = rows[start + node.feature] <= node.threshold ? node.left : node.right
            }
            sum += leaves[-index]
        }
        return Self.logistic(Double(sum))
    }

    /// 1 / (1 + e^-x) without a mathematics library: by squaring (1 + x/1024)^1024.
    private static func logistic(_ value: Double) -> Double {
        var power = 1 + max(-30, min(30, value)) / 1_024
        for _ in 0..<10 { power *= power }
        return power / (1 + power)
    }
}
