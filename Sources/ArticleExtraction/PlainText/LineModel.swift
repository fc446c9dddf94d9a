/// A learned judge of lines: boosted trees over `LineFeatures`, fitted by training/plaintext/train.py.
struct LineModel: Sendable {
    private let trees: TreeEnsemble

    static let shared = LineModel(packed: Base64.bytes(of: LineModelWeights.packed))

    init(packed: [UInt8]) {
        trees = TreeEnsemble(packed: packed, width: LineFeatures.count)
    }

    /// False where the weights are damaged.
    var isLoaded: Bool { trees.isLoaded }

    /// The probabilities of rows of `LineFeatures`, which stand one after another, 0 to 1.
    func probabilities(of rows: [Float]) -> [Double] {
        trees.scores(of: rows.span).map { TreeEnsemble.probability(Double($0)) }
    }
}
