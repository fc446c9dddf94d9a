/// What stands before and after a passage.
struct NeighbourTraits {
    private static let reach = 3
    private static let windows = [3, 8, 20]

    static let names: [String] =
        (1...reach).flatMap { step in
            ["before", "after"].flatMap { side in
                ["length", "links", "sentences", "heading"].map { "\(side) \(step) \($0)" }
            }
        }
        + windows.flatMap { size in
            ["before", "after"].flatMap { side in
                ["length", "links", "sentences", "prose"].map { "\(side) window \(size) \($0)" }
            }
        }
        + ["since prose", "until prose", "since heading", "until heading"]

    private let prose: ProseSums
    private var sinceProse: [UInt8]
    private var untilProse: [UInt8]
    private var sinceHeading: [UInt8]
    private var untilHeading: [UInt8]

    init(_ page: Page, _ prose: ProseSums) {
        self.prose = prose
        let isProse = page.passages.map(ProseSums.isProse)
        let isHeading = page.passages.indices.map(page.isHeading)
        sinceProse = Self.since(isProse)
        sinceHeading = Self.since(isHeading)
        untilProse = Self.since(isProse.reversed()).reversed()
        untilHeading = Self.since(isHeading.reversed()).reversed()
    }

    /// How far behind the last mark is, 50 at most.
    private static func since(_ marks: [Bool]) -> [UInt8] {
        var last: UInt8 = 50
        return marks.map { mark in
            defer { last = mark ? 1 : min(50, last + 1) }
            return last
        }
    }

    func append(_ index: Int, of page: Page, to row: inout OutputSpan<Float>) {
        for step in 1...Self.reach {
            appendOne(index - step, page, &row)
            appendOne(index + step, page, &row)
        }
        for size in Self.windows {
            appendSum(max(0, index - size)..<index, page, &row)
            appendSum(
                index + 1..<max(index + 1, min(page.passages.count, index + 1 + size)), page, &row)
        }
        row.append(Float(sinceProse[index]))
        row.append(Float(untilProse[index]))
        row.append(Float(sinceHeading[index]))
        row.append(Float(untilHeading[index]))
    }

    private func appendOne(_ index: Int, _ page: Page, _ row: inout OutputSpan<Float>) {
        guard page.passages.indices.contains(index) else {
            row.append(repeating: -1, count: 4)
            return
        }
        let passage = page.passages[index]
        row.append(passage.census.length)
        row.append(passage.linked.length / max(0.5, passage.census.length))
        row.append(Float(passage.census.sentenceEnds))
        row.append(Float(page.tag(passage.block).headingLevel ?? 0))
    }

    private func appendSum(_ range: Range<Int>, _ page: Page, _ row: inout OutputSpan<Float>) {
        let sum = page.sum(range)
        row.append(sum.length)
        row.append(sum.linkDensity)
        row.append(sum.sentenceEnds)
        row.append(prose.length(range) / max(0.5, sum.length))
    }
}
