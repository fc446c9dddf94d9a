/// How far the lines of a wrapped text are indented whose paragraphs begin with an indent instead of an empty line.
struct ParagraphIndent {
    /// Of the first line of a paragraph, and of all others.
    let first: Int
    let others: Int

    private static let deepest = 8

    /// nil for a text that is not set so: of nine lines in ten the indent must tell whether a paragraph goes on there, as
    /// the length of the line before shows it.
    init?(_ lines: [LineSplitter.RawLine], _ columns: [Bool], width: Int) {
        let inner = lines.indices.dropFirst().filter { lines[$0].blanksBefore == 0 && !columns[$0] }
        guard let least = inner.map({ lines[$0].indent }).min() else { return nil }
        var counts: [Int: Int] = [:]
        for index in inner { counts[lines[index].indent, default: 0] += 1 }
        let deeper = counts.filter { (1...Self.deepest).contains($0.key - least) }
        guard let most = deeper.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
            let rest = counts[least], most.value >= 3, rest >= 3,
            (most.value + rest) * 10 >= inner.count * 9
        else { return nil }
        (first, others) = (most.key, least)
        var told = 0
        for index in inner {
            let (line, before) = (lines[index], lines[index - 1])
            let isFull = Unwrapper.isFull(before, next: line, width: width)
            switch line.indent {
            case first where !isFull || Unwrapper.endsSentence(before.text): told += 1
            case others
            where isFull && LineMarker.split(line.text, isContinuation: true).marker == .none:
                told += 1
            default: break
            }
        }
        guard told * 10 >= (most.value + rest) * 9 else { return nil }
    }
}
