/// Lets the stretch that is the article begin where its text does: the judge of lines is least sure of the short ones
/// above the first long paragraph.
enum BodyBeginning {
    /// A file that is the article alone has so many short lines below its title at most.
    private static let mostLines = 6

    /// The region with the sentences right above it, and where nothing but the title stands above, with the headings
    /// and standfirsts in between.
    static func extended(
        _ region: Range<Int>, in lines: [LineTraits], isTitled: Bool
    ) -> Range<Int> {
        let title = isTitled ? nil : TitleLine.visible(in: lines, bodyStart: region.lowerBound)
        if let title, title >= region.lowerBound { return region }
        let floor = title.map { $0 + 1 } ?? 0
        let between = floor..<region.lowerBound
        if title == 0 || isTitled, between.count <= mostLines,
            between.allSatisfy({ isOwn($0, lines) })
        {
            return floor..<region.upperBound
        }
        var start = region.lowerBound
        while start > floor, isSentence(lines[start - 1]) { start -= 1 }
        return start..<region.upperBound
    }

    private static func isSentence(_ line: LineTraits) -> Bool {
        !line.isFurniture && line.byline == nil && line.weight >= 3 && !line.hasAddress
            && line.line.marker == .none && OwnWords.isSentence(line.line.text)
    }

    /// A sentence, or a heading set off from what is around it; no name, which may be the author's.
    private static func isOwn(_ index: Int, _ lines: [LineTraits]) -> Bool {
        let line = lines[index]
        if line.date != nil || line.byline != nil { return true }
        return !line.isFurniture && (isSentence(line) || line.line.blanksBefore > 0)
    }
}
