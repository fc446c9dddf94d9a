/// Finds what somebody meant who mistyped a name.
public enum Suggestion {
    /// The name nearest to `word`, if at most a third of its letters (at least two) are off.
    public static func nearest(to word: String, among names: some Sequence<String>) -> String? {
        let scored = names.map { (name: $0, distance: distance(word, $0)) }
        guard let best = scored.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) else {
            return nil
        }
        return best.distance <= max(2, best.name.count / 3) ? best.name : nil
    }

    /// Levenshtein's distance, in characters, two neighbours that changed places counting as one; words beyond 64 characters count as far from all.
    static func distance(_ first: String, _ second: String) -> Int {
        let (left, right) = (Array(first.lowercased()), Array(second.lowercased()))
        guard left.count <= 64, right.count <= 64 else { return 64 }
        var before: [Int] = []
        var above = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var row = [index + 1]
            for (column, other) in right.enumerated() {
                var best = min(
                    above[column + 1] + 1, row[column] + 1,
                    above[column] + (letter == other ? 0 : 1))
                if index > 0, column > 0, letter == right[column - 1], other == left[index - 1] {
                    best = min(best, before[column - 1] + 1)
                }
                row.append(best)
            }
            (before, above) = (above, row)
        }
        return above[right.count]
    }
}
