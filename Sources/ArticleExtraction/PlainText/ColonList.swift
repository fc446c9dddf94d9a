/// What a line that ends in a colon announces: the short lines below it, which the judge of lines takes for links.
enum ColonList {
    private static let mostLines = 12
    private static let longest = 8.0

    /// The lines behind the article that its last one announces.
    static func lines(behind region: Range<Int>, in lines: [LineTraits]) -> Range<Int> {
        let end = region.upperBound
        guard let last = region.last, SentenceMarks.endsInColon(lines[last].line.text),
            !lines[last].isFurniture
        else { return end..<end }
        var next = end
        while next < lines.count, next - end < mostLines {
            let line = lines[next]
            guard !line.isFurniture, !line.hasAddress, line.byline == nil, line.weight <= longest,
                next == end || line.line.blanksBefore == 0
            else { break }
            next += 1
        }
        // What goes on at once is a menu.
        return next - end == mostLines ? end..<end : end..<next
    }
}
