import Testing

@testable import ArticleExtraction

@Suite struct QualityScaleTests {
    @Test func `never falls, and stays within 0 and 1`() {
        let points = QualityScale.shared.points
        #expect(points.first?.expected == 0 && points.last?.expected == 1)
        for (low, high) in zip(points, points.dropFirst()) {
            #expect(low.expected < high.expected && low.mean <= high.mean)
        }
        #expect(points.allSatisfy { (0...1).contains($0.mean) })
    }

    @Test func `is straight between its points`() {
        let scale = QualityScale(points: [(0, 0.2), (0.5, 0.4), (1, 1)])
        #expect(scale.quality(of: 0) == 0.2 && scale.quality(of: 1) == 1)
        #expect(scale.quality(of: 0.25) == 0.3)
        #expect(abs(scale.quality(of: 0.75) - 0.7) < 1e-6)
    }

    @Test(arguments: [Float(0), 0.3, 1]) func `none changes nothing`(value: Float) {
        #expect(QualityScale.none.quality(of: value) == value)
    }
}
