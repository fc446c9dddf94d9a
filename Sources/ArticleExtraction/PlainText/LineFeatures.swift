/// The figures that `LineModel` judges a line by: of the line, of its neighbours, of the whole text.
///
/// The order is a contract with the trained weights: whoever changes it trains anew.
struct LineFeatures {
    /// Figures a line.
    static let count = 101

    private let lines: [LineTraits]
    /// What the rules alone say of each line.
    let firstOpinion: [Double]
    private let region: Range<Int>
    private let titleIndex: Int?
    private let titleWords: Set<Substring>
    private let copies: [String: Int]
    /// Sums over the lines before an index: weight, weight of prose, furniture lines.
    private var weightSums: [Double] = [0]
    private var proseSums: [Double] = [0]
    private var furnitureSums: [Double] = [0]
    private var listRuns: [Int]
    private var proseRuns: [Int]

    init(_ lines: [LineTraits]) {
        self.lines = lines
        firstOpinion = LineJudge(lines: lines).probabilities()
        region =
            BodyRegion.best(probabilities: firstOpinion, weights: lines.map(\.weight)) ?? 0..<0
        titleIndex = TitleLine.find(in: lines, bodyStart: region.lowerBound)
        titleWords = Set(titleIndex.map { TextFolding.words(ofFolded: lines[$0].folded) } ?? [])
        var copies: [String: Int] = [:]
        for line in lines { copies[line.folded, default: 0] += 1 }
        self.copies = copies
        for line in lines {
            weightSums.append((weightSums.last ?? 0) + line.weight)
            proseSums.append((proseSums.last ?? 0) + (line.isProse ? line.weight : 0))
            furnitureSums.append((furnitureSums.last ?? 0) + (line.isFurniture ? 1 : 0))
        }
        listRuns = Self.runs(lines) { $0.weight <= 14 && !$0.endsSentence }
        proseRuns = Self.runs(lines) { $0.isProse }
    }

    /// One row of `count` figures a line.
    func rows() -> [[Float]] {
        let comments = distances { $0.kind == .comments }
        let related = distances { $0.kind == .related }
        let document = documentFigures()
        return lines.indices.map { index in
            var row: [Float] = []
            row.reserveCapacity(Self.count)
            appendOwn(index, to: &row)
            appendPlace(index, to: &row)
            for distance in [comments, related] {
                row.append(distance.before[index])
                row.append(distance.after[index])
            }
            appendNeighbours(index, to: &row)
            appendWindows(index, to: &row)
            row.append(contentsOf: document)
            return row
        }
    }

    private func appendOwn(_ index: Int, to row: inout [Float]) {
        let line = lines[index]
        let text = line.line.text
        func flag(_ value: Bool) { row.append(value ? 1 : 0) }
        row.append(Self.log(line.weight))
        flag(line.endsSentence)
        row.append(Float(min(10, line.sentences)))
        row.append(Float(Double(line.commas) / max(1, line.weight)))
        row.append(Float(line.smallShare))
        row.append(Float(line.digitShare))
        flag(line.startsCapital)
        flag(line.isAllCapitals)
        row.append(Float(min(8, line.dividers)))
        flag(line.hasAddress)
        flag(line.date != nil)
        flag(line.byline != nil)
        flag(line.isPictureName)
        flag(line.isUnspaced)
        row.append(Self.code(line.line.marker))
        row.append(Float(min(16, line.line.indent)))
        row.append(Float(min(4, line.line.blanksBefore)))
        row.append(index + 1 < lines.count ? Float(min(4, lines[index + 1].line.blanksBefore)) : 4)
        row.append(contentsOf: Self.kindFlags(line.kind))
        flag(text.hasSuffix(":") || text.hasSuffix("："))
        flag(text.hasSuffix("?") || text.hasSuffix("!"))
        flag(text.hasSuffix("…") || text.hasSuffix("..."))
        flag(line.hasQuotes)
        row.append(Float(min(5, copies[line.folded] ?? 1)))
        row.append(Float(Double(text.unicodeScalars.count) / max(1, line.weight)))
    }

    private func appendPlace(_ index: Int, to row: inout [Float]) {
        let line = lines[index]
        let total = max(1, weightSums.last ?? 1)
        row.append(Float(Double(index) / Double(max(1, lines.count))))
        row.append(Float(weightSums[index] / total))
        row.append(Self.log(Double(index)))
        row.append(Self.log(Double(lines.count - index)))
        let words = TextFolding.words(ofFolded: String(line.folded.prefix(300)))
        let shared = words.count { titleWords.contains($0) }
        row.append(Float(shared) / Float(max(1, max(words.count, titleWords.count))))
        row.append(titleIndex.map { Self.signedLog(index - $0) } ?? -9)
        row.append(Float(firstOpinion[index]))
        row.append(region.contains(index) ? 1 : 0)
        row.append(Self.signedLog(index - region.lowerBound))
        row.append(Self.signedLog(index - region.upperBound))
        row.append(Float(min(20, listRuns[index])))
        row.append(Float(min(20, proseRuns[index])))
    }

    private func appendNeighbours(_ index: Int, to row: inout [Float]) {
        for distance in [-3, -2, -1, 1, 2, 3] {
            let other = index + distance
            guard other >= 0, other < lines.count else {
                row.append(contentsOf: [-1, -1, -1, -1, -1])
                continue
            }
            let line = lines[other]
            row.append(Self.log(line.weight))
            row.append(line.endsSentence ? 1 : 0)
            row.append(line.isFurniture ? 1 : 0)
            row.append(Float(firstOpinion[other]))
            row.append(Float(line.smallShare))
        }
    }

    private func appendWindows(_ index: Int, to row: inout [Float]) {
        for radius in [4, 10, 30] {
            for window in [
                max(0, index - radius)..<index,
                (index + 1)..<min(lines.count, index + 1 + radius),
            ] where window.lowerBound <= window.upperBound {
                let weight = weightSums[window.upperBound] - weightSums[window.lowerBound]
                let prose = proseSums[window.upperBound] - proseSums[window.lowerBound]
                let furniture = furnitureSums[window.upperBound] - furnitureSums[window.lowerBound]
                row.append(Self.log(prose))
                row.append(Float(prose / max(1, weight)))
                row.append(Float(furniture / Double(max(1, window.count))))
            }
        }
    }

    private func documentFigures() -> [Float] {
        let total = weightSums.last ?? 0
        let middle = lines.map(\.weight).sorted()
        return [
            Self.log(Double(lines.count)), Self.log(total),
            Float((proseSums.last ?? 0) / max(1, total)),
            Float((furnitureSums.last ?? 0) / Double(max(1, lines.count))),
            Self.log(middle.isEmpty ? 0 : middle[middle.count / 2]),
            Float(Double(region.count) / Double(max(1, lines.count))),
        ]
    }

    /// Lines since the last and until the next line of a kind, at most 60.
    private func distances(
        _ matches: (LineTraits) -> Bool
    ) -> (before: [Float], after: [Float]) {
        var before = [Float](repeating: 60, count: lines.count)
        var after = before
        var since = 60
        for index in lines.indices {
            since = matches(lines[index]) ? 0 : min(60, since + 1)
            before[index] = Float(since)
        }
        since = 60
        for index in lines.indices.reversed() {
            since = matches(lines[index]) ? 0 : min(60, since + 1)
            after[index] = Float(since)
        }
        return (before, after)
    }

    /// For each line the length of the run of like lines that it stands in.
    private static func runs(_ lines: [LineTraits], _ matches: (LineTraits) -> Bool) -> [Int] {
        var runs = [Int](repeating: 0, count: lines.count)
        var start = 0
        while start < lines.count {
            guard matches(lines[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < lines.count, matches(lines[end]) { end += 1 }
            for index in start..<end { runs[index] = end - start }
            start = end
        }
        return runs
    }

    private static func kindFlags(_ kind: Furniture.Kind?) -> [Float] {
        let groups: [Set<Furniture.Kind>] = [
            [.share, .follow], [.subscribe, .consent, .adBlock, .logIn], [.comments], [.related],
            [.navigation, .copyright, .count, .tags, .advertisement], [.credit],
            [.authorNote, .resources, .chatbot],
        ]
        return groups.map { group in kind.map { group.contains($0) } ?? false ? 1 : 0 }
    }

    private static func code(_ marker: TextLine.Marker) -> Float {
        switch marker {
        case .none: 0
        case .bullet: 1
        case .ordered: 2
        case .heading: 3
        case .quote: 4
        }
    }

    /// The binary logarithm of 1 + value, straight between powers of two: the same on every machine.
    private static func log(_ value: Double) -> Float {
        let shifted = 1 + max(0, value)
        let exponent = shifted.exponent
        return Float(Double(exponent) + shifted.significand - 1)
    }

    private static func signedLog(_ distance: Int) -> Float {
        distance < 0 ? -log(Double(-distance)) : log(Double(distance))
    }
}
