import Testing

@testable import ArticleExtraction

@Suite struct TreeEnsembleTests {
    /// One tree: feature 1 at most 2.5 gives -1, above it 3.
    private static func stump(feature: UInt16 = 1, left: UInt8 = 128, right: UInt8 = 129) -> [UInt8]
    {
        var bytes: [UInt8] = [1, 0, 1, 2, UInt8(feature & 0xFF), UInt8(feature >> 8)]
        bytes += little(2.5) + [left, right] + little(-1) + little(3)
        return bytes
    }

    /// So many times the same tree.
    private static func stumps(_ count: Int) -> [UInt8] {
        let trees = [[UInt8]](repeating: Array(stump().dropFirst(2)), count: count)
        return [UInt8(count), 0] + trees.joined()
    }

    private static func little(_ value: Float) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value.bitPattern >> UInt32($0)) }
    }

    @Test func `a row takes the branch of its figure, the threshold included`() {
        let trees = TreeEnsemble(packed: Self.stump(), width: 2)
        #expect(trees.isLoaded)
        #expect(trees.scores(of: ([9, 2.5] as [Float]).span) == [-1])
        #expect(trees.scores(of: ([9, 2.6] as [Float]).span) == [3])
    }

    @Test func `a tree of one leaf says the same of every row`() {
        let bytes: [UInt8] = [1, 0, 0, 1] + Self.little(0.5)
        let row: [Float] = [0]
        #expect(TreeEnsemble(packed: bytes, width: 1).scores(of: row.span) == [0.5])
    }

    @Test func `weights that are cut off are not taken`() {
        #expect(!TreeEnsemble(packed: Self.stump().dropLast(), width: 2).isLoaded)
        #expect(!TreeEnsemble(packed: [], width: 2).isLoaded)
    }

    @Test func `weights that name a figure or a branch that is not there are not taken`() {
        #expect(!TreeEnsemble(packed: Self.stump(feature: 2), width: 2).isLoaded)
        #expect(!TreeEnsemble(packed: Self.stump(left: 140), width: 2).isLoaded)
        #expect(!TreeEnsemble(packed: Self.stump(right: 1), width: 2).isLoaded)
    }

    @Test func `all trees count`() {
        for count in [1, 7, 8, 9, 20] {
            let trees = TreeEnsemble(packed: Self.stumps(count), width: 2)
            #expect(trees.scores(of: ([9, 2.6] as [Float]).span) == [3 * Float(count)])
            #expect(trees.scores(of: ([9, 2.5] as [Float]).span) == [-1 * Float(count)])
        }
    }

    @Test func `a row without doubt is not looked at further, but by the first trees`() {
        let trees = TreeEnsemble(packed: Self.stumps(40), width: 2, doubtful: -4...4)
        #expect(trees.scores(of: ([0, 0] as [Float]).span) == [-16])
        #expect(trees.scores(of: ([0, 9] as [Float]).span) == [3 * 32])
    }

    @Test func `rows are scored each by itself, however many there are`() {
        let trees = TreeEnsemble(packed: Self.stumps(40), width: 2, doubtful: -4...4)
        for count in [0, 1, 7, 8, 9, 20] {
            let rows = (0..<count).flatMap { [0, $0.isMultiple(of: 3) ? 2 : 3] as [Float] }
            let scores = trees.scores(of: rows.span)
            #expect(scores == (0..<count).map { $0.isMultiple(of: 3) ? -16 : 96 })
        }
    }

    @Test func `a row comes to the leaf of the branches that it takes`() {
        // Feature 0 parts at 1; of what is above it, at 2 and then at 3.
        var bytes: [UInt8] = [1, 0, 3, 4]
        for (threshold, left, right) in [(1, 130, 1), (2, 128, 2), (3, 131, 129)]
            as [(Float, UInt8, UInt8)]
        {
            bytes += [0, 0] + Self.little(threshold) + [left, right]
        }
        for leaf in [20, 40, 10, 30] as [Float] { bytes += Self.little(leaf) }
        let rows: [Float] = [0.5, 1.5, 2.5, 3.5, .nan]
        #expect(
            TreeEnsemble(packed: bytes, width: 1).scores(of: rows.span) == [10, 20, 30, 40, 10])
    }

    @Test func `a tree of more than 32 leaves is not taken`() {
        for leaves in [32, 33] {
            var bytes: [UInt8] = [1, 0, UInt8(leaves - 1), UInt8(leaves)]
            for node in 1..<leaves {
                let right = node == leaves - 1 ? 127 + leaves : node
                bytes += [0, 0] + Self.little(Float(node)) + [UInt8(127 + node), UInt8(right)]
            }
            for leaf in 0..<leaves { bytes += Self.little(Float(leaf)) }
            let trees = TreeEnsemble(packed: bytes, width: 1)
            #expect(trees.isLoaded == (leaves == 32))
            guard trees.isLoaded else { continue }
            #expect(trees.scores(of: ([0, 16.5, 99] as [Float]).span) == [0, 16, 31])
        }
    }

    @Test func `a branch that leads back is not taken`() {
        #expect(!TreeEnsemble(packed: Self.stump(left: 0), width: 2).isLoaded)
    }
}
