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
        #expect(trees.score(([9, 2.5] as [Float]).span) == -1)
        #expect(trees.score(([9, 2.6] as [Float]).span) == 3)
    }

    @Test func `a tree of one leaf says the same of every row`() {
        let bytes: [UInt8] = [1, 0, 0, 1] + Self.little(0.5)
        let row: [Float] = [0]
        #expect(TreeEnsemble(packed: bytes, width: 1).score(row.span) == 0.5)
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

    @Test func `all trees count, those after the last full group too`() {
        for count in [1, 7, 8, 9, 20] {
            let trees = TreeEnsemble(packed: Self.stumps(count), width: 2)
            #expect(trees.score(([9, 2.6] as [Float]).span) == 3 * Float(count))
            #expect(trees.score(([9, 2.5] as [Float]).span) == -1 * Float(count))
        }
    }

    @Test func `a row without doubt is not looked at further, but by the first trees`() {
        let trees = TreeEnsemble(packed: Self.stumps(40), width: 2, doubtful: -4...4)
        #expect(trees.score(([0, 0] as [Float]).span) == -16)
        #expect(trees.score(([0, 9] as [Float]).span) == 3 * 32)
    }

    @Test func `a branch that leads back is not taken`() {
        #expect(!TreeEnsemble(packed: Self.stump(left: 0), width: 2).isLoaded)
    }
}
