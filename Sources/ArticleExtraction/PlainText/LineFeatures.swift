/// The figures that `LineModel` judges a line by: of the line, of its neighbours, of the whole text.
///
/// The order is a contract with the trained weights: whoever changes it trains anew.
struct LineFeatures {
    /// Figures a line.
    static let count = 191

    let lines: [LineTraits]
    /// What the rules alone say of each line.
    let firstOpinion: [Double]
    private let region: Range<Int>
    private let titleIndex: Int?
    /// The hashes of the title's words.
    private let titleWords: KeyNumbers
    /// Sums over the lines before an index: weight, weight of prose, furniture lines.
    let sums: LineSums
    private let listRuns: [Int]
    private let proseRuns: [Int]

    init(_ lines: [LineTraits]) {
        self.lines = lines
        firstOpinion = LineJudge(lines: lines).probabilities()
        region =
            BodyRegion.best(probabilities: firstOpinion, weights: lines.map(\.weight)) ?? 0..<0
        titleIndex = TitleLine.find(in: lines, bodyStart: region.lowerBound)
        titleWords = Self.words(of: titleIndex.map { lines[$0].folded } ?? "")
        sums = LineSums(lines)
        listRuns = Self.runs(lines) { $0.weight <= 14 && !$0.endsSentence }
        proseRuns = Self.runs(lines) { $0.isProse }
    }

    /// One row of `count` figures a line, all rows in one array.
    func figures(lexicon: LineLexicon = .shared) -> [Float] {
        rows(lines.indices, Surroundings(self, lexicon))
    }

    /// What a model says of each line. Few rows are there at once: one is many times as large as its line.
    func probabilities(by model: LineModel) -> [Double] {
        let surroundings = Surroundings(self, .shared)
        var result: [Double] = []
        result.reserveCapacity(lines.count)
        for start in stride(from: 0, to: lines.count, by: 4_096) {
            let range = start..<min(lines.count, start + 4_096)
            result += model.probabilities(of: rows(range, surroundings))
        }
        return result
    }

    /// What is found out once for all lines.
    private struct Surroundings {
        /// To heads of comments, and of other articles.
        let distances: [(before: [Float], after: [Float])]
        let document: [Float]
        let context: LineContext
        let lexical: LineLexicon.Figures

        init(_ features: LineFeatures, _ lexicon: LineLexicon) {
            distances = [Furniture.Kind.comments, .related].map { kind in
                features.distances { $0.kind == kind }
            }
            document = features.documentFigures()
            context = LineContext(lines: features.lines, sums: features.sums)
            lexical = lexicon.figures(of: features.lines)
        }
    }

    private func rows(_ range: Range<Int>, _ surroundings: Surroundings) -> [Float] {
        var rows: [Float] = []
        rows.reserveCapacity(Self.count * range.count)
        for index in range {
            appendOwn(index, to: &rows)
            appendPlace(index, to: &rows)
            for distance in surroundings.distances {
                rows.append(distance.before[index])
                rows.append(distance.after[index])
            }
            appendNeighbours(index, to: &rows)
            appendWindows(index, to: &rows)
            rows.append(contentsOf: surroundings.document)
            surroundings.context.append(index, to: &rows)
            surroundings.lexical.append(index, to: &rows)
        }
        return rows
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
        let last = text.unicodeScalars.last
        flag(last == ":" || last == "：")
        flag(last == "?" || last == "!")
        flag(last == "…" || text.utf8.suffix(3).elementsEqual([0x2E, 0x2E, 0x2E]))
        flag(line.hasQuotes)
        row.append(Float(min(5, line.copies)))
        row.append(Float(Double(line.characters) / max(1, line.weight)))
    }

    private func appendPlace(_ index: Int, to row: inout [Float]) {
        let line = lines[index]
        let total = max(1, sums.weight.last ?? 1)
        row.append(Float(Double(index) / Double(max(1, lines.count))))
        row.append(Float(sums.weight[index] / total))
        row.append(Self.log(Double(index)))
        row.append(Self.log(Double(lines.count - index)))
        row.append(titleShare(of: line.folded))
        row.append(titleIndex.map { Self.signedLog(index - $0) } ?? -9)
        row.append(Float(firstOpinion[index]))
        row.append(region.contains(index) ? 1 : 0)
        row.append(Self.signedLog(index - region.lowerBound))
        row.append(Self.signedLog(index - region.upperBound))
        row.append(Float(min(20, listRuns[index])))
        row.append(Float(min(20, proseRuns[index])))
    }

    private static func words(of folded: String) -> KeyNumbers {
        let line = FoldedLine(folded: Array(folded.utf8))
        var words = KeyNumbers()
        for word in line.words.indices { _ = words.number(line.hash(word)) }
        return words
    }

    /// The share of a line's words, or of the title's where it has more, that both have.
    private func titleShare(of folded: String) -> Float {
        guard titleWords.count > 0 else { return 0 }
        var beginning = Array(folded.utf8)
        beginning.removeLast(beginning.count - folded.beginning(300).utf8.count)
        let line = FoldedLine(folded: beginning)
        let shared = line.words.indices.count { titleWords.known(line.hash($0)) != nil }
        return Float(shared) / Float(max(line.words.count, titleWords.count))
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
        for radius in Self.radii {
            append(max(0, index - radius)..<index, to: &row)
            append((index + 1)..<min(lines.count, index + 1 + radius), to: &row)
        }
    }

    /// Lines before and behind one that are looked at together.
    private static let radii = [4, 10, 30]

    private func append(_ window: Range<Int>, to row: inout [Float]) {
        let weight = sums.weight[window.upperBound] - sums.weight[window.lowerBound]
        let prose = sums.prose[window.upperBound] - sums.prose[window.lowerBound]
        let furniture = sums.furniture[window.upperBound] - sums.furniture[window.lowerBound]
        row.append(Self.log(prose))
        row.append(Float(prose / max(1, weight)))
        row.append(Float(furniture / Double(max(1, window.count))))
    }

    private func documentFigures() -> [Float] {
        let total = sums.weight.last ?? 0
        let middle = lines.map(\.weight).sorted()
        return [
            Self.log(Double(lines.count)), Self.log(total),
            Float((sums.prose.last ?? 0) / max(1, total)),
            Float((sums.furniture.last ?? 0) / Double(max(1, lines.count))),
            Self.log(middle.isEmpty ? 0 : middle[middle.count / 2]),
            Float(Double(region.count) / Double(max(1, lines.count))),
        ]
    }

    /// Lines since the last and until the next line of a kind, at most 60.
    func distances(
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
        var flags: [Float] = [0, 0, 0, 0, 0, 0, 0]
        guard let kind else { return flags }
        switch kind {
        case .share, .follow: flags[0] = 1
        case .subscribe, .consent, .adBlock, .logIn: flags[1] = 1
        case .comments: flags[2] = 1
        case .related: flags[3] = 1
        case .navigation, .copyright, .count, .tags, .advertisement: flags[4] = 1
        case .credit: flags[5] = 1
        case .authorNote, .resources, .chatbot: flags[6] = 1
        }
        return flags
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
    static func log(_ value: Double) -> Float {
        let shifted = 1 + max(0, value)
        let exponent = shifted.exponent
        return Float(Double(exponent) + shifted.significand - 1)
    }

    static func signedLog(_ distance: Int) -> Float {
        distance < 0 ? -log(Double(-distance)) : log(Double(distance))
    }
}
