/// Gives each line of a text a probability of belonging to the article.
struct LineJudge {
    let lines: [LineTraits]

    func probabilities() -> [Double] {
        let alone = lines.map(Self.alone)
        var result = alone
        for index in lines.indices where !lines[index].isFurniture && !lines[index].isProse {
            // A short line is a heading, an item or a stray link: its neighbours tell.
            let before = Self.nearest(alone, lines, from: index, step: -1)
            let after = Self.nearest(alone, lines, from: index, step: 1)
            let support = after * 0.6 + before * 0.4
            result[index] = 0.1 + 0.35 * alone[index] + 0.55 * support * support
            if lines[index].byline != nil || lines[index].date != nil, lines[index].weight < 12 {
                result[index] *= 0.4
            }
        }
        return result
    }

    private static func alone(_ line: LineTraits) -> Double {
        if line.isFurniture { return 0.02 }
        if line.isProse { return line.weight >= 14 || line.isUnspaced ? 0.96 : 0.85 }
        if line.endsSentence, line.weight >= 4 { return 0.6 }
        if line.weight >= 20 { return 0.6 }
        return 0.2
    }

    /// The weight of prose among the next four lines on one side.
    private static func nearest(
        _ alone: [Double], _ lines: [LineTraits], from start: Int, step: Int
    ) -> Double {
        var index = start + step
        var best = 0.0
        var distance = 1.0
        while index >= 0, index < lines.count, distance <= 4 {
            if !lines[index].isFurniture { best = max(best, alone[index] / distance.squareRoot()) }
            if lines[index].isProse { break }
            index += step
            distance += 1
        }
        return best
    }
}
