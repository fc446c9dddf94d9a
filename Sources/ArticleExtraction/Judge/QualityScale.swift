/// Turns the F1 that the judge expects of its choice into the mean F1 of pages of which it expects as much. Made by
/// training/html/calibrate.py from pages that the judge had not learned from: not to be edited.
struct QualityScale: Sendable {
    /// Rising, from 0 to 1; between them the scale is straight.
    let points: [(expected: Float, mean: Float)]

    static let shared = QualityScale(points: [
        (0.000, 0.239),
        (0.481, 0.496),
        (0.680, 0.697),
        (0.831, 0.849),
        (0.930, 0.918),
        (0.966, 0.961),
        (1.000, 0.986),
    ])

    /// Gives back what it is given: what training learns the scale from.
    static let none = QualityScale(points: [(0, 0), (1, 1)])

    /// - Parameter expected: 0 to 1.
    func quality(of expected: Float) -> Float {
        for (low, high) in zip(points, points.dropFirst()) where expected <= high.expected {
            let share = (expected - low.expected) / (high.expected - low.expected)
            return low.mean + max(0, share) * (high.mean - low.mean)
        }
        return points.last?.mean ?? expected
    }
}
