import Foundation

/// One row a measurement: ours, the floor, and the ratio of their medians.
enum Table {
    static func head() {
        row("what", "ours", "floor", "ours / floor", "floor is")
    }

    static func row(_ what: String, ours: Double, floor: Double, unit: String, floorIs: String) {
        row(
            what, number(ours) + " " + unit, number(floor) + " " + unit,
            number(floor > 0 ? ours / floor : 0), floorIs)
    }

    private static func row(_ cells: String...) {
        let widths = [26, 16, 16, 14, 0]
        print(
            zip(cells, widths).map { cell, width in
                cell.padding(toLength: max(width, cell.count), withPad: " ", startingAt: 0)
            }.joined(separator: " "))
    }

    private static func number(_ value: Double) -> String {
        String(format: value < 10 ? "%.3f" : "%.1f", value)
    }
}

/// Measures two pieces of work in turn, so that a machine that slows down slows both.
enum Pair {
    /// Median seconds of each over `rounds`, after one round that is not counted.
    static func seconds(
        rounds: Int = 5, ours: () throws -> Void, floor: () throws -> Void
    ) rethrows -> (ours: Double, floor: Double) {
        try medians(rounds: rounds) {
            try seconds(of: ours)
        } floor: {
            try seconds(of: floor)
        }
    }

    /// The same where each piece of work says itself how many seconds of it count.
    static func medians(
        rounds: Int = 5, ours: () throws -> Double, floor: () throws -> Double
    ) rethrows -> (ours: Double, floor: Double) {
        var left: [Double] = []
        var right: [Double] = []
        for round in 0...rounds {
            let first = try ours()
            let second = try floor()
            if round > 0 {
                left.append(first)
                right.append(second)
            }
        }
        return (median(left), median(right))
    }

    static func seconds(of work: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try work()
        return (ContinuousClock.now - start).inSeconds
    }

    private static func median(_ values: [Double]) -> Double {
        values.sorted()[values.count / 2]
    }
}

extension Duration {
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
