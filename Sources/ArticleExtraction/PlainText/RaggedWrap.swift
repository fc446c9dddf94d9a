/// Tells that a text was filled to a width where it has too few full lines, or lines of too many lengths, for `Unwrapper`
/// to find the width by counting.
///
/// What tells it is that sentences go on below lines of nearly one length.
enum RaggedWrap {
    typealias RawLine = LineSplitter.RawLine

    /// Nobody fills a text to fewer or more columns.
    private static let widths = 50...110
    /// An ideograph takes two of the columns that may stay empty.
    private static let unspacedSlack = 6

    /// The width of the longest line; nil where no sentence goes on below a long line, or more of them below short ones,
    /// as in verse.
    static func width(of lines: [RawLine], _ columns: [Bool]) -> Int? {
        let longest = zip(lines, columns).reduce(0) { $1.1 ? $0 : max($0, $1.0.width) }
        guard widths.contains(longest) else { return nil }
        var full = 0
        var short = 0
        var joined = 0
        for index in lines.indices.dropFirst()
        where lines[index].blanksBefore == 0 && !columns[index] && !columns[index - 1] {
            let (before, next) = (lines[index - 1], lines[index])
            guard next.indent <= before.indent, goesOn(before, next) else { continue }
            if isFull(before, next, longest) {
                full += 1
                joined += before.width + next.width
            } else {
                short += 1
            }
        }
        let total = zip(lines, columns).reduce(0) { $1.1 ? $0 : $0 + $1.0.width }
        guard full > 0, short * 3 <= full, joined * 10 >= total * 3, !isVerse(lines) else {
            return nil
        }
        return longest
    }

    /// Verse ends its lines where its phrases end; what was filled to a width ends them anywhere.
    private static func isVerse(_ lines: [RawLine]) -> Bool { pauses(in: lines, atLeast: 0.5) }

    /// Whether each line but the last ends where a phrase does: so does no text that was filled to a width.
    static func isVerseThroughout(_ lines: [RawLine]) -> Bool { pauses(in: lines, atLeast: 1) }

    private static func pauses(in lines: [RawLine], atLeast share: Double) -> Bool {
        let inner = lines.indices.dropLast().filter { lines[$0 + 1].blanksBefore == 0 }
        let pauses = inner.count { index in
            let text = lines[index].text
            return SentenceMarks.endsSentence(text)
                || text.unicodeScalars.last.map {
                    SentenceMarks.isComma($0) || ":—–".unicodeScalars.contains($0)
                } ?? false
        }
        return inner.count >= 3 && Double(pauses) >= share * Double(inner.count)
    }

    /// How many columns a line may leave empty.
    static func slack(of width: Int, _ next: RawLine) -> Int {
        next.text.unicodeScalars.first.map(Unwrapper.isUnspaced) ?? false
            ? unspacedSlack : width / 10
    }

    private static func isFull(_ before: RawLine, _ next: RawLine, _ width: Int) -> Bool {
        Unwrapper.isFull(before, next: next, width: width - slack(of: width, next))
    }

    /// Whether a sentence that one line leaves open goes on in the next.
    private static func goesOn(_ before: RawLine, _ next: RawLine) -> Bool {
        if Hyphens.isCut(before.text, next.text) { return true }
        guard !Unwrapper.endsSentence(before.text),
            let first = next.text.unicodeScalars.first, first.properties.isAlphabetic,
            LineMarker.split(next.text, isContinuation: true).marker == .none
        else { return false }
        if first.properties.isLowercase || !first.properties.isUppercase { return true }
        // No title ends so.
        guard let last = before.text.split(separator: " ").last else { return false }
        return openWords.contains(TextFolding.fold(String(last)))
    }

    /// Words behind which a sentence goes on, folded.
    private static let openWords = Set(
        """
        the a an of in on at to and or but for with from by that which who every this these those his her their our
        my its as is was were are had has have than into der die das den dem des ein eine einen einem einer und oder
        von zu im am in mit auf fur bei dass sich nicht ist war aus nach le la les un une de du des et ou que qui a au
        aux dans par pour sur est avec el los las una y o en con por para su il lo gli di da che e del della een het van
        voor met op og och av til som i na z w и в на с о от по к у не что как
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
