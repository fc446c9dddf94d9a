import LibXML

/// Tells lines that belong to one block from paragraphs that only a line end parts.
///
/// The page is cut into passages at line ends too, for the judge's sake: here verses, addresses and lists of
/// ingredients come together again.
enum VerseLines {
    /// Characters of a line, and of one that ends a sentence: longer ones are paragraphs of prose.
    private static let longest: Int32 = 90
    private static let longestSentence: Int32 = 64
    /// Characters of scripts without spaces.
    private static let mostIdeographs: Int32 = 32

    static func goOn(from last: Int, to next: Int, in page: Page) -> Bool {
        let (above, below) = (page.passages[last], page.passages[next])
        guard next == last + 1, above.block == below.block, !below.isPreformatted,
            page.tag(above.block).headingLevel == nil, isLine(last, page), isLine(next, page),
            !beginsItem(page.bytes(next))
        else { return false }
        var breaks = 0
        for node in above.nodes.upperBound..<below.nodes.lowerBound {
            if page.tag(node) == .br { breaks += 1 }
            if !page.tag(node).isInline || breaks > 1 { return false }
        }
        return breaks == 1
    }

    private static func isLine(_ index: Int, _ page: Page) -> Bool {
        let passage = page.passages[index]
        guard passage.nodes.count < 400 else { return false }
        let lines = Int32(passage.nodes.count { page.tag($0) == .br }) + 1
        let census = passage.census
        let length = census.characters / lines
        return length <= (census.sentenceEnds > 0 ? longestSentence : longest)
            && census.ideographs / lines <= mostIdeographs
            || length <= longest && census.sentenceEnds <= 1 && !endsSentence(page.bytes(index))
    }

    private static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
        guard let last = line.last else { return false }
        return [0x2E, 0x21, 0x3F].contains(last)
            || line.suffix(3).elementsEqual([0xE3, 0x80, 0x82])
    }

    /// "2. ", "3) ", "• ": such lines are items of a list, each by itself.
    private static func beginsItem(_ line: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: line.prefix(12), as: UTF8.self)
        guard let first = text.first else { return false }
        if "•●■▪◦‣·-–—*①②③④⑤⑥⑦⑧⑨⑩（".contains(first) { return first != "—" && first != "–" }
        let digits = text.prefix { $0.isNumber }
        guard !digits.isEmpty, digits.count <= 3 else { return false }
        return text.dropFirst(digits.count).first.map { ".)、．:".contains($0) } ?? false
    }
}
