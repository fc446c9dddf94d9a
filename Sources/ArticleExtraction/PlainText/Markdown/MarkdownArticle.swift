/// The blocks of a Markdown file, judged.
struct MarkdownArticle {
    let blocks: [Block]

    func body() -> ExtractedBody {
        var result = ExtractedBody()
        let lines = OwnSections.freed(blocks.map { LineTraits(Self.line(of: $0)) }).counted()
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
        let furniture = TextFurniture(lines)
        let left = cuts.trimmedRegion.filter { index in
            !cuts.dropped.contains(index)
                && (Self.isOwn(blocks[index]) || !furniture.isFurniture(index))
        }
        let opening = TextOpening(lines: lines, left, title: result.title, authors: result.authors)
        result.blocks = left.filter { !opening.drops($0, used: header.used) }.map { blocks[$0] }
        if result.blocks.isEmpty { result.warnings = ["the Markdown file has no text"] }
        result.quality = result.blocks.isEmpty ? 0 : 0.9
        return result
    }

    /// No phrase takes code, a table or a picture; a list of the names of services is a share bar.
    private static func isOwn(_ block: Block) -> Bool {
        switch block {
        case .paragraph, .heading, .list, .quote: false
        default: true
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
