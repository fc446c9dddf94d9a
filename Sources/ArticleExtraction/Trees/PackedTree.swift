/// One tree of packed weights, as `TreeEnsemble` describes it.
struct PackedTree {
    struct Node {
        var feature: Int
        var threshold: Float
        /// Codes of nodes; from 128 on of leaves.
        var left: Int
        var right: Int
    }

    /// Codes from here on are those of leaves.
    private static let firstLeaf = 128

    private(set) var nodes: [Node] = []
    private(set) var leaves: [Float] = []

    /// nil where the weights end before the tree does, where they name a figure or a branch that is not there, or where
    /// a branch leads back.
    init?(_ reader: inout PackedReader, width: Int) {
        let nodeCount = reader.byte()
        let leafCount = reader.byte()
        for _ in 0..<nodeCount {
            nodes.append(
                Node(
                    feature: reader.short(), threshold: reader.float(), left: reader.byte(),
                    right: reader.byte()))
        }
        for _ in 0..<leafCount { leaves.append(reader.float()) }
        guard reader.isGood, !leaves.isEmpty else { return nil }
        for (index, node) in nodes.enumerated() {
            guard node.feature < width, isAhead(node.left, of: index),
                isAhead(node.right, of: index)
            else { return nil }
        }
    }

    /// The code of the root.
    var root: Int { nodes.isEmpty ? Self.firstLeaf : 0 }

    /// What a code says where it is that of a leaf.
    func leaf(_ code: Int) -> Float? {
        code < Self.firstLeaf ? nil : leaves[code - Self.firstLeaf]
    }

    private func isAhead(_ code: Int, of index: Int) -> Bool {
        code < Self.firstLeaf
            ? code > index && code < nodes.count : code - Self.firstLeaf < leaves.count
    }
}
