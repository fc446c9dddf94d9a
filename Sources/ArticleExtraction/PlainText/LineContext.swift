/// Figures of what stands around a line: how far prose and dated lines are, what came before, how often
/// lines of its shape return, the cluster of prose that it stands in.
struct LineContext {
    private let lines: [LineTraits]
    private let sums: LineSums
    private let shapes: [Int]
    private let tight: LineClusters
    private let loose: LineClusters
    private let wide: LineClusters
    private let sections: LineClusters
    private let posts: LineClusters
    private let previousProse: [Int]
    private let nextProse: [Int]
    private let previousDated: [Int]
    private let nextDated: [Int]
    private let lastComments: [Int]
    private let lastRelated: [Int]

    init(lines: [LineTraits], sums: LineSums) {
        self.lines = lines
        self.sums = sums
        shapes = LineShape.copies(lines)
        tight = LineClusters(lines, gap: 1)
        loose = LineClusters(lines, gap: 5)
        wide = LineClusters(lines, gap: 12)
        sections = LineClusters(lines, dividedBy: \.isFurniture)
        posts = LineClusters(lines, dividedBy: \.isDated)
        previousProse = Self.previous(lines, \.isProse)
        nextProse = Self.next(lines, \.isProse)
        previousDated = Self.previous(lines, \.isDated)
        nextDated = Self.next(lines, \.isDated)
        lastComments = Self.previous(lines) { $0.kind == .comments }
        lastRelated = Self.previous(lines) { $0.kind == .related }
    }

    func append(_ index: Int, to row: inout [Float]) {
        appendShapes(index, to: &row)
        appendDates(index, to: &row)
        appendProse(index, to: &row)
        appendHeads(index, to: &row)
        appendWindows(index, to: &row)
        let total = sums.prose.last ?? 0
        tight.append(index, total: total, to: &row)
        loose.append(index, total: total, to: &row)
        row.append(LineFeatures.log(Double(tight.clusters.count)))
        row.append(LineFeatures.log(Double(loose.clusters.count)))
        row.append(Float(tight.largest / max(1, total)))
        row.append(Float(loose.largest / max(1, total)))
        wide.append(index, total: total, to: &row)
        sections.append(index, total: total, to: &row)
        posts.append(index, total: total, to: &row)
        row.append(Float(sections.largest / max(1, total)))
        row.append(Float(posts.largest / max(1, total)))
    }

    private func appendShapes(_ index: Int, to row: inout [Float]) {
        for distance in -2...2 {
            let other = index + distance
            row.append(shapes.indices.contains(other) ? Float(min(20, shapes[other])) : -1)
        }
    }

    private func appendDates(_ index: Int, to row: inout [Float]) {
        let count = Double(lines.count)
        let all = sums.dated.last ?? 0
        row.append(LineFeatures.log(all))
        row.append(LineFeatures.log(sums.dated[index]))
        row.append(LineFeatures.log(all - sums.dated[index + 1]))
        row.append(Float(all / max(1, count)))
        row.append(Self.distance(index, previousDated[index]))
        row.append(Self.distance(index, nextDated[index]))
    }

    private func appendProse(_ index: Int, to row: inout [Float]) {
        let all = sums.prose.last ?? 0
        row.append(LineFeatures.log(sums.prose[index]))
        row.append(LineFeatures.log(all - sums.prose[index + 1]))
        row.append(Float(sums.prose[index] / max(1, all)))
        for other in [previousProse[index], nextProse[index]] {
            row.append(Self.distance(index, other))
            guard lines.indices.contains(other) else {
                row.append(contentsOf: [-1, -1])
                continue
            }
            let between =
                other < index
                ? sums.weight[index] - sums.weight[other + 1]
                : sums.weight[other] - sums.weight[index + 1]
            row.append(LineFeatures.log(lines[other].weight))
            row.append(LineFeatures.log(between))
        }
    }

    /// What stands since the last head of comments or of other articles, and what stood before it.
    private func appendHeads(_ index: Int, to row: inout [Float]) {
        for (heads, last) in [(sums.comments, lastComments), (sums.related, lastRelated)] {
            row.append(LineFeatures.log(heads[index]))
            row.append(LineFeatures.log((heads.last ?? 0) - heads[index + 1]))
            let head = last[index]
            guard head >= 0 else {
                row.append(contentsOf: [-1, -1])
                continue
            }
            row.append(LineFeatures.log(sums.prose[index] - sums.prose[head]))
            row.append(Float(sums.prose[head] / max(1, sums.prose.last ?? 0)))
        }
    }

    private func appendWindows(_ index: Int, to row: inout [Float]) {
        for radius in Self.radii {
            append(max(0, index - radius)..<index, to: &row)
            append((index + 1)..<min(lines.count, index + 1 + radius), to: &row)
        }
    }

    /// Lines before and behind one that are looked at together.
    private static let radii = [5, 20]

    private func append(_ window: Range<Int>, to row: inout [Float]) {
        let count = Double(max(1, window.count))
        func mean(_ sums: [Double]) -> Double {
            (sums[window.upperBound] - sums[window.lowerBound]) / count
        }
        row.append(Float(mean(sums.dated)))
        row.append(Float(mean(sums.short)))
        row.append(Float(mean(sums.asking)))
        row.append(Float(mean(sums.items)))
        row.append(Float(mean(sums.apart)))
        row.append(LineFeatures.log(mean(sums.weight)))
    }

    private static func distance(_ index: Int, _ other: Int) -> Float {
        other < 0 ? 60 : Float(min(60, abs(index - other)))
    }

    /// For each line the nearest one before it that fits; -1 for none.
    private static func previous(
        _ lines: [LineTraits], _ fits: (LineTraits) -> Bool
    ) -> [Int] {
        var result: [Int] = []
        result.reserveCapacity(lines.count)
        var last = -1
        for index in lines.indices {
            result.append(last)
            if fits(lines[index]) { last = index }
        }
        return result
    }

    /// For each line the nearest one after it that fits; -1 for none.
    private static func next(_ lines: [LineTraits], _ fits: (LineTraits) -> Bool) -> [Int] {
        var result = [Int](repeating: -1, count: lines.count)
        var last = -1
        for index in lines.indices.reversed() {
            result[index] = last
            if fits(lines[index]) { last = index }
        }
        return result
    }
}
