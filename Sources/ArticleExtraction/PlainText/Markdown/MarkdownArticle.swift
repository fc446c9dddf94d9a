/// The blocks of a Markdown file, judged.
struct MarkdownArticle {
    let blocks: [Block]

    func body() -> ExtractedBody {
        var result = ExtractedBody()
        let lines = blocks.map { LineTraits(Self.line(of: $0)) }
        let start = lines.firstIndex { $0.isProse || $0.weight > 30 } ?? lines.count
        let titleIndex = blocks.firstIndex {
            if case .heading(1, _) = $0 { return true }
            return false
        }
        let cuts = TextCuts(lines: lines, region: lines.indices)
        let isTitled = titleIndex.map { $0 <= start + 1 } ?? false
        let header = HeaderFacts(
            lines: lines, bodyStart: start, bodyEnd: cuts.trimmedRegion.upperBound,
            titleIndex: isTitled ? titleIndex : Self.firstHeading(blocks, start),
            findsTitle: start > 0 && start < lines.count)
        header.apply(to: &result)
        for index in cuts.trimmedRegion
        where !cuts.dropped.contains(index) && !header.used.contains(index) {
            if isFurniture(lines[index], at: index, lines) { continue }
            result.blocks.append(blocks[index])
        }
        if result.blocks.isEmpty { result.warnings = ["the Markdown file has no text"] }
        result.quality = result.blocks.isEmpty ? 0 : 0.9
        return result
    }

    /// Whether a block is no part of the article: a phrase of pages in a paragraph, or in a heading with no text of its
    /// own below it.
    private func isFurniture(_ line: LineTraits, at index: Int, _ lines: [LineTraits]) -> Bool {
        guard line.kind != nil || line.isPictureName else { return false }
        switch blocks[index] {
        case .heading:
            guard index + 1 < blocks.count else { return true }
            if case .heading = blocks[index + 1] { return true }
            return lines[index + 1].isFurniture
        case .code, .table, .quote, .image: return false
        case .list: return line.weight <= 12 && (index == 0 || lines[index - 1].isFurniture)
        default: return true
        }
    }

    private static func firstHeading(_ blocks: [Block], _ start: Int) -> Int? {
        blocks.firstIndex {
            if case .heading = $0 { return true }
            return false
        }.flatMap { $0 == 0 && $0 < start ? $0 : nil }
    }

    private static func line(of block: Block) -> TextLine {
        var line = TextLine(text: InlineText.plain(block))
        switch block {
        case .heading(let level, _): line.marker = .heading(level)
        case .list: line.marker = .bullet
        case .quote: line.marker = .quote
        default: break
        }
        line.blanksBefore = 1
        return line
    }
}
