/// What goes from the stretch that is the article although it reads like prose: what a chatbot offers,
/// notes on the author, and all behind the head of the comments or of the sources.
struct TextCuts {
    private let lines: [LineTraits]
    let trimmedRegion: Range<Int>
    let dropped: Set<Int>

    init(lines: [LineTraits], region: Range<Int>) {
        self.lines = lines
        trimmedRegion = Self.trimmed(lines, region)
        dropped = Self.offers(lines, trimmedRegion)
    }

    /// Cuts the end at the first head of comments, related articles, sources or author behind which less
    /// than a third of the text follows.
    private static func trimmed(_ lines: [LineTraits], _ region: Range<Int>) -> Range<Int> {
        let total = region.reduce(0.0) { $0 + lines[$1].weight }
        var passed = 0.0
        for index in region {
            if passed * 3 >= total * 2 || (passed * 2 >= total && isFinal(lines[index])),
                endsArticle(lines, index, region)
            {
                return region.lowerBound..<index
            }
            passed += lines[index].weight
        }
        return region
    }

    private static func isFinal(_ line: LineTraits) -> Bool { line.kind == .comments }

    private static func endsArticle(_ lines: [LineTraits], _ index: Int, _ region: Range<Int>)
        -> Bool
    {
        let line = lines[index]
        switch line.kind {
        case .comments: return areComments(lines, behind: index, region)
        case .related, .resources, .authorNote:
            guard let match = Furniture.match(FoldedLine(folded: Array(line.folded.utf8))) else {
                return false
            }
            // "Conflict of interest rules", "Notes" and "The author" head a part of the text, too.
            let isOpen =
                !match.isWhole && !match.phrase.hasSuffix(":") || match.strength == .word
                || match.phrase.hasPrefix("the ")
            return !isOpen || !headsProse(lines, index, region)
        default:
            // "By A. A is the author of …"
            guard line.weight >= 12, let byline = Byline.parse(line.line.text),
                byline.strength == .signature, let name = byline.authors.first
            else { return false }
            let words = TextFolding.fold(name)
            return line.folded.occurrences(of: words, limit: 2) >= 2
        }
    }

    /// Whether a paragraph of the text stands below a line: none of addresses, and none about a person.
    private static func headsProse(_ lines: [LineTraits], _ index: Int, _ region: Range<Int>)
        -> Bool
    {
        guard index + 1 < region.upperBound else { return false }
        let next = lines[index + 1]
        return next.isProse && !next.hasAddress && next.line.marker == .none && !next.isFurniture
            && AuthorNote.name(in: next.line.text) == nil
    }

    /// Whether what stands behind a heading of comments bears names and days of readers, or is no text.
    private static func areComments(
        _ lines: [LineTraits], behind index: Int, _ region: Range<Int>
    ) -> Bool {
        guard CommentsHeading.matches(Array(lines[index].line.text.utf8)[...]) else {
            // A button of a thread, or a note on comments.
            return !headsProse(lines, index, region)
        }
        var signs = CommentSigns()
        let behind = index + 1..<min(lines.count, index + 1 + CommentSigns.reach)
        for place in behind {
            signs.read(lines[place].line.text, length: Float(lines[place].weight))
        }
        return signs.count > 0 || !headsProse(lines, index, region)
    }

    /// Lines that a chatbot wrote around what it was asked for, and the list of offers behind them.
    private static func offers(_ lines: [LineTraits], _ region: Range<Int>) -> Set<Int> {
        var dropped: Set<Int> = []
        let firstProse = region.first { lines[$0].isProse } ?? region.upperBound
        var index = region.lowerBound
        while index < region.upperBound {
            defer { index += 1 }
            guard index > firstProse, lines[index].kind == .chatbot,
                lines[index].line.text.hasSuffix(":")
            else { continue }
            let end = endOfOffers(lines, index + 1..<region.upperBound)
            dropped.formUnion(index + 1..<end)
            index = end - 1
        }
        return dropped
    }

    /// Of offers so many are made at most, of so many words, where no empty line ends them.
    private static let mostOffers = 6
    private static let longestOffer = 25.0

    private static func endOfOffers(_ lines: [LineTraits], _ behind: Range<Int>) -> Int {
        let isSpaced = behind.dropFirst().contains { lines[$0].line.blanksBefore > 0 }
        for index in behind.dropFirst() {
            let line = lines[index]
            let isItem = line.line.marker != .none
            if isSpaced {
                if line.line.blanksBefore > 0, !isItem { return index }
            } else if index - behind.lowerBound >= mostOffers || line.weight > longestOffer
                || !isItem && lines[index - 1].line.marker != .none
            {
                return index
            }
        }
        return behind.upperBound
    }
}
