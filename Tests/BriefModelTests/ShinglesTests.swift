import BriefModel
import Testing

@Suite struct ShinglesTests {
    private let ten = Shingles(hashes: Array(1...10))

    @Test func `counts what both sets hold`() {
        #expect(ten.shared(with: Shingles(hashes: [0, 2, 4, 11])) == 2)
        #expect(ten.shared(with: Shingles()) == 0)
    }

    @Test func `calls sets near by likeness or by containment`() {
        #expect(ten.isNear(Shingles(hashes: Array(3...12))))
        #expect(!ten.isNear(Shingles(hashes: Array(5...14))))
        #expect(ten.isNear(Shingles(hashes: [1, 2, 3])))
        #expect(!ten.isNear(Shingles()))
    }
}
