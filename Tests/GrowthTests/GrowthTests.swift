import Testing

/// Every entrance takes time in proportion to what comes in: a document of twice the size takes at most 2.8 times as
/// long, whatever it repeats.
@Suite(.serialized) struct GrowthTests {
    @Test func `three hundred shapes take linear time at every entrance`() async {
        let shapes = Shapes.all
        #expect(shapes.count >= 300)
        #expect(Set(shapes.map(\.entrance)) == Set(Entrance.allCases))
        let results = await CPUClock.onThread { shapes.map { Growth(of: $0) } }
        for result in results {
            #expect(result.isLinear, "\(result)")
        }
        let seconds = results.reduce(0) { $0 + $1.spent } / 1_000_000_000
        // A minute of CPU on a machine that does nothing else, and room for one that does; a slower one has longer.
        let bound = 90 * max(1, await slowness())
        #expect(Double(seconds) < bound, "the test itself took \(seconds) s of CPU")
        print("\(results.count) shapes measured in \(seconds) s of CPU")
    }

    /// How many times as long a loop takes here as on the machine that the bound was set on, at the least of three tries.
    private func slowness() async -> Double {
        let bytes = [UInt8](repeating: 7, count: 1 << 20)
        let times = await CPUClock.onThread {
            (0..<3).map { _ in
                CPUClock.nanoseconds {
                    var sum = 0
                    for _ in 0..<4 { for byte in bytes { sum &+= Int(byte) } }
                    #expect(sum == 4 * 7 << 20)
                }
            }
        }
        return Double(times.min() ?? 0) / 160_000_000
    }

    @Test func `what is quadratic is told from what is linear`() async {
        let square = Shape(entrance: .date, name: "square") { String(repeating: "a", count: $0) }
        let (quadratic, linear) = await CPUClock.onThread {
            (
                Growth(of: square) { text in
                    var sum = 0
                    let bytes = Array(text.utf8.prefix(text.utf8.count / 4))
                    for one in bytes { for other in bytes { sum &+= Int(one ^ other) } }
                    #expect(sum >= 0)
                },
                Growth(of: square) { text in
                    #expect(Array(text.utf8).reduce(0) { $0 &+ Int($1) } > 0)
                }
            )
        }
        #expect(!quadratic.isLinear)
        #expect(linear.isLinear)
    }
}
