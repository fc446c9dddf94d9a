/// Lines by their heights: a row holds what stands side by side.
struct PDFRows {
    struct Gap {
        var lower, upper: Double
    }

    /// From top to bottom; within a row from left to right.
    private(set) var rows: [[PDFLine]] = []

    var count: Int { rows.count }

    init(_ lines: [PDFLine]) {
        var bottom = -Double.infinity
        for line in lines.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
            // Neighbouring lines touch, and overlap by a little.
            if line.top + 0.25 * line.height < bottom, !rows.isEmpty {
                rows[rows.count - 1].append(line)
                bottom = max(bottom, line.bottom)
            } else {
                rows.append([line])
                bottom = line.bottom
            }
        }
        for index in rows.indices { rows[index].sort { ($0.left, $0.top) < ($1.left, $1.top) } }
    }

    /// The upright strips that no line reaches into, with lines on both sides.
    static func gaps(of lines: [PDFLine]) -> [Gap] {
        var gaps: [Gap] = []
        var right: Double?
        for line in lines.sorted(by: { $0.left < $1.left }) {
            if let edge = right, line.left - edge > 2.5 {
                gaps.append(Gap(lower: edge, upper: line.left))
            }
            right = max(right ?? line.right, line.right)
        }
        return gaps
    }

    /// Whether lines stand on both sides of a gap at the same heights, rather than one after the other.
    func stand(beside gap: Gap) -> Bool {
        rows.contains { row in
            row.contains { $0.right <= gap.lower } && row.contains { $0.left >= gap.upper }
        }
    }

    /// Whether lines stand side by side within some rows below, while this row holds one line that leaves a column
    /// without text at its height.
    func isCrossed(at index: Int) -> Bool {
        guard index > 0, index + 1 < rows.count else { return false }
        let below = rows[(index + 1)...].prefix(6)
        return below.contains { $0.count > 1 }
    }

    /// Lines of one row, in order; those that overlap by less than a third of their height are lines of their own.
    static func joined(_ row: [PDFLine]) -> [PDFLine] {
        var result: [PDFLine] = []
        for line in row.sorted(by: { $0.middle < $1.middle }) {
            if let last = result.last,
                min(last.bottom, line.bottom) - max(last.top, line.top)
                    > 0.5 * min(last.height, line.height)
            {
                result[result.count - 1] = PDFLine(joining: [last, line])
            } else {
                result.append(line)
            }
        }
        return result
    }
}

extension PDFLine {
    /// One line of several, at one height.
    init(joining lines: [PDFLine]) {
        let isRightToLeft = lines.contains { $0.isRightToLeft }
        let ordered = lines.sorted { isRightToLeft ? $0.right > $1.right : $0.left < $1.left }
        self = ordered.max { $0.words.count < $1.words.count } ?? PDFLine(words: [])
        words = ordered.flatMap(\.words)
        left = lines.map(\.left).min() ?? 0
        right = lines.map(\.right).max() ?? 0
        top = lines.map(\.top).min() ?? 0
        bottom = lines.map(\.bottom).max() ?? 0
    }
}
