/// Makes a text of an outline that is one page: a headline with a mark, and below it, set in, paragraphs with marks, as programs for
/// outlines export what they keep.
enum Outline {
    typealias Line = LineSplitter.RawLine

    private static let least = 4
    /// Words of a paragraph in the mean: items of a list are shorter.
    private static let leastWords = 12

    static func flatten(_ lines: inout [Line]) {
        guard lines.count >= least, let first = lines.first, first.indent == 0,
            let mark = first.text.first, "-*•".contains(mark),
            lines.allSatisfy({ $0.text.first == mark && $0.text.dropFirst().first == " " }),
            lines.dropFirst().allSatisfy({ $0.indent > 0 }),
            PassedMail.words(of: lines.dropFirst()) >= leastWords * (lines.count - 1)
        else { return }
        for index in lines.indices {
            let text = lines[index].text.dropFirst().drop { $0 == " " }
            lines[index].width -= lines[index].indent + 2
            lines[index].indent = 0
            lines[index].text = String(text)
            lines[index].blanksBefore = max(1, lines[index].blanksBefore)
        }
    }
}
