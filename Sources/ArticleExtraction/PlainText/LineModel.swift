/// A learned judge of lines: boosted trees over `LineFeatures`, fitted by training/plaintext/train.py.
struct LineModel: Sendable {
    private let trees: TreeEnsemble

    static let shared = LineModel(packed: Base64.bytes(of: LineModelWeights.packed))

    init(packed: [UInt8]) {
        trees = TreeEnsemble(packed: packed, width: LineFeatures.count)
    }

    /// False where the weights are damaged.
    var isLoaded: Bool { trees.isLoaded }

    /// The probability of the row of `LineFeatures` that begins at an index, 0 to 1.
    func probability(_ rows: [Float], at start: Int) -> Double {
        let row = rows.span.extracting(start..<start + LineFeatures.count)
        return TreeEnsemble.probability(Double(trees.score(row)))
    }
}
