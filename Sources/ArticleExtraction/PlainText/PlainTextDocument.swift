/// The judged lines of one plain text, and what is decided of them.
struct PlainTextDocument {
    let lines: [LineTraits]
    let probabilities: [Double]
    /// Whether nearly all of the text is expected to be the article.
    let isContent: Bool
    private let furniture: TextFurniture

    /// Whether the title is known, so that no line is one.
    let isTitled: Bool

    init(_ lines: [LineTraits], isContent: Bool, isTitled: Bool = false) {
        self.lines = lines
        self.isContent = isContent
        self.isTitled = isTitled
        furniture = TextFurniture(lines)
        let model = LineModel.shared
        let features = LineFeatures(lines)
        // The rules know what the learned judge never saw; their share was chosen out of fold.
        probabilities =
            model.isLoaded
            ? zip(features.probabilities(by: model), features.firstOpinion)
                .map { 0.7 * $0 + 0.3 * $1 } : features.firstOpinion
    }

    func body() -> ExtractedBody {
        var result = ExtractedBody()
        guard var region = bodyRegion() else {
            result.warnings = ["no line of the text reads like an article"]
            let header = HeaderFacts(lines: lines, bodyStart: lines.count, bodyEnd: lines.count)
            header.apply(to: &result)
            return result
        }
        let judged = region
        let alone =
            isContent
            ? nil
            : AloneText.lines(
                of: lines, around: region, isTitled: isTitled, isFurniture: furniture.isFurniture)
        if let alone {
            region = alone
        } else if !isContent {
            region = BodyBeginning.extended(region, in: lines, isTitled: isTitled)
        }
        var own = Set(
            (region.lowerBound..<max(region.lowerBound, judged.lowerBound))
                .filter { NameLine.names(in: lines[$0].line.text).isEmpty })
        if alone != nil {
            own.formUnion(max(region.lowerBound, judged.lowerBound)..<region.upperBound)
        } else {
            let announced = ColonList.lines(behind: region, in: lines)
            own.formUnion(announced)
            region = region.lowerBound..<announced.upperBound
        }
        let cuts = TextCuts(lines: lines, region: region)
        region = cuts.trimmedRegion
        let header = HeaderFacts(
            lines: lines,
            bodyStart: alone == nil ? region.lowerBound : max(region.lowerBound, judged.lowerBound),
            bodyEnd: region.upperBound, findsTitle: !isTitled)
        header.apply(to: &result)
        if result.published == nil,
            let day = region.lazy.filter({
                lines[$0].weight >= 5 && !header.used.contains($0)
            }).prefix(3).compactMap({ PressRelease.day(ofDateline: lines[$0].line.text) }).first
        {
            result.published = day
        }
        let isDiary = region.lazy.filter(isDay).prefix(2).count == 2
        let left = region.filter {
            (own.contains($0) || isKept($0) || isDiary && isDay($0))
                && !cuts.dropped.contains($0)
        }
        let opening = TextOpening(lines: lines, left, title: result.title, authors: result.authors)
        var kept: [TextLine] = []
        for index in left where !opening.drops(index, used: header.used) {
            kept.append(lines[index].line)
        }
        if kept.isEmpty {
            // The one line that looked like a title is all there is.
            result.title = nil
            kept = region.filter(isKept).map { lines[$0].line }
        }
        result.blocks = TextBlocks.blocks(of: kept)
        result.quality = quality(of: region)
        return result
    }

    private func bodyRegion() -> Range<Int>? {
        let weights = lines.map(\.weight)
        if let best = BodyRegion.best(
            probabilities: probabilities, weights: weights, bar: 0.45)
        {
            return isContent ? 0..<lines.count : withFirstHeading(toBoundary(best))
        }
        // A note of a few words is an article too where nothing else stands there.
        let plain = lines.indices.filter { !lines[$0].isFurniture }
        guard let first = plain.first, let last = plain.last, lines.count <= 12 else { return nil }
        return first..<(last + 1)
    }

    /// Lets the end run on to a near boundary: what follows the last sure line as far as the first piece
    /// of furniture is the article's, where it is little. So the end does not hang on what page follows.
    private func toBoundary(_ region: Range<Int>) -> Range<Int> {
        let weight = region.reduce(0.0) { $0 + lines[$1].weight }
        var end = region.upperBound
        var added = 0.0
        while end < lines.count, !lines[end].isFurniture {
            added += lines[end].weight
            if end - region.upperBound >= 8 || added > max(60, weight / 4) { return region }
            end += 1
        }
        // Stray links before the boundary are not taken along.
        while end > region.upperBound, lines[end - 1].weight < 8, !lines[end - 1].endsSentence {
            end -= 1
        }
        return region.lowerBound..<end
    }

    /// An article that has headings may begin with one.
    private func withFirstHeading(_ region: Range<Int>) -> Range<Int> {
        let index = region.lowerBound - 1
        guard index > 0,
            isHeading(index) && region.contains(where: isHeading)
                || isDay(index) && region.contains(where: isDay)
        else { return region }
        let title = TitleLine.find(in: lines, bodyStart: region.lowerBound)
        guard let title, title < index else { return region }
        return index..<region.upperBound
    }

    /// A line that is a day and nothing else, as the headings of a diary are.
    private func isDay(_ index: Int) -> Bool {
        let line = lines[index]
        return line.weight <= 8 && line.date != nil && line.line.marker != .bullet
            && OpeningLines(title: nil, authors: []).isDay(line.line.text)
    }

    private func isHeading(_ index: Int) -> Bool {
        let line = lines[index]
        guard !line.isFurniture, line.byline == nil, line.date == nil, line.weight <= 16,
            line.weight >= 1.2, line.line.marker == .none || line.line.marker.isHeading
        else { return false }
        let next = index + 1 < lines.count ? lines[index + 1] : nil
        return TextBlocks.looksLikeHeading(line.line, next: next?.line) && next?.isProse ?? false
    }

    private func isKept(_ index: Int) -> Bool {
        let line = lines[index]
        if line.line.raw != nil { return true }
        if furniture.isFurniture(index) { return false }
        // Of its own words the model that weighs lines knows that they are furniture elsewhere.
        if line.isFurniture { return true }
        return isContent || probabilities[index] > 0.25 || isHeading(index)
    }

    private func quality(of region: Range<Int>) -> Double {
        var prose = 0.0
        var sure = 0.0
        for index in region {
            prose += lines[index].weight
            sure += lines[index].weight * probabilities[index]
        }
        return prose > 0 ? min(1, sure / prose * min(1, prose / 80)) : 0
    }
}
