/// How the time for a shape grows: it is measured at n and 4n bytes, each as often as it takes to be sure, and at 2n where
/// that does not look linear.
struct Growth: Sendable, CustomStringConvertible {
    let shape: Shape
    private(set) var size: Int
    /// The least that was measured, in nanoseconds of CPU.
    private(set) var times: [Int64] = [.max, .max, .max]
    /// All of the measurements together.
    private(set) var spent: Int64 = 0

    /// 1.4 × linear, for each of two doublings.
    private static let limit = 1.4 * 1.4 * 4
    /// Less than this says nothing: the document grows until it takes as long, or as far as the greatest size.
    private static let floor: Int64 = 4_000_000
    private static let greatest = 65_536
    private static let attempts = 8

    init(of shape: Shape) {
        self.init(of: shape) { shape.entrance.read($0) }
    }

    init(of shape: Shape, _ work: (String) -> Void) {
        self.shape = shape
        size = shape.start
        grow(work)
        for _ in 0..<Self.attempts {
            measure(0, work)
            if isLinear { return }
            // A suspicion is looked into: noise only ever adds.
            measure(1, work)
            measure(2, work)
        }
    }

    var isLinear: Bool {
        times[2] < Self.floor || Double(times[2]) <= Self.limit * Double(max(times[0], 1))
    }

    var description: String {
        let shown = times.map { $0 == .max ? "-" : "\($0 / 1_000) µs" }.joined(separator: ", ")
        return "\(shape): \(size) bytes, twice and four times: \(shown)"
    }

    private mutating func grow(_ work: (String) -> Void) {
        measure(2, work)
        while times[2] < Self.floor, size < max(Self.greatest, shape.start) {
            size *= times[2] * 6 < Self.floor ? 4 : 2
            times[2] = .max
            measure(2, work)
        }
    }

    private mutating func measure(_ step: Int, _ work: (String) -> Void) {
        let text = shape.make(size << step)
        let time = CPUClock.nanoseconds { work(text) }
        spent += time
        times[step] = min(times[step], time)
    }
}
