import LibXML

/// Tells the lines that are the article's by their place or form, whatever they say: headings of what is kept, cells of
/// data, code, items of a list, speech, questions and answers.
///
/// Passages are passed from the last to the first.
struct OwnLines {
    private let page: Page
    private let matches: [Furniture.Match?]
    private let kept: [Bool]
    /// Before each passage, how many that are kept bear a phrase.
    private var matched: [Int32] = [0]
    private var keptBefore: [Int32] = [0]
    private var tables: [Int: Bool] = [:]
    /// Whether what stands below the passage that was passed last is text that is kept.
    private(set) var headsText = false

    /// Whether a judge was asked: else a line by itself above text may be a heading, as in a text that was copied.
    private let isJudged: Bool

    init(page: Page, matches: [Furniture.Match?], kept: [Bool], isJudged: Bool) {
        self.page = page
        self.isJudged = isJudged
        self.matches = matches
        self.kept = kept
        matched.reserveCapacity(kept.count + 1)
        keptBefore.reserveCapacity(kept.count + 1)
        for index in kept.indices {
            matched.append(matched[index] + (matches[index] == nil ? 0 : 1))
            keptBefore.append(keptBefore[index] + (kept[index] ? 1 : 0))
        }
    }

    mutating func pass(_ index: Int, isKept: Bool) {
        let passage = page.passages[index]
        if isKept {
            // A heading passes on what stands below it.
            if page.tag(passage.block).headingLevel == nil { headsText = true }
        } else if page.tag(passage.block) != .figcaption,
            !page.roles[passage.block].contains(.unseen)
        {
            headsText = false
        }
    }

    mutating func isOwn(_ index: Int, _ match: Furniture.Match) -> Bool {
        let passage = page.passages[index]
        // "Advertisement | 30 %" is a row of figures.
        if match.isAdvertisement {
            return isCell(passage.block) || isItem(index) || isHeadingBesideText(index)
        }
        if match.strength == .sure { return false }
        if match.announces, match.kind == .related { return false }
        if page.tag(passage.block) == .dt { return isTerm(index) }
        if page.tag(passage.block).headingLevel != nil { return headsText }
        if passage.isPreformatted || isCell(passage.block) { return true }
        if isItem(index) { return true }
        let line = page.string(index)
        if isNumbered(index, line) { return true }
        if isCode(passage.block) || OwnWords.isCode(line) { return true }
        if match.strength >= .notice { return isFullAnswer(index, match) }
        if match.strength == .word || match.isWhole,
            OwnWords.isSpeech(line) || OwnWords.isShortSentence(line, words: passage.census.length)
        {
            return true
        }
        if match.strength < .notice, OwnWords.isQuoted(line) { return true }
        if !isJudged, match.mayHead, headsText, passage.census.length <= 14 {
            return true
        }
        if OwnWords.isQuestion(line) { return headsText }
        return isAnswer(index)
    }

    /// "Advertising": a heading that stands right beside the text below it, in contrast to one in a place that is kept free.
    private func isHeadingBesideText(_ index: Int) -> Bool {
        guard isJudged, headsText, page.isHeading(index), kept.indices.contains(index + 1),
            kept[index + 1], ProseSums.isProse(page.passages[index + 1])
        else { return false }
        let (block, next) = (page.passages[index].block, page.passages[index + 1].block)
        let names = page.tree.attribute(.class, of: block)
        if names?.lowercased().contains("hidden") == true { return false }
        return page.parent(block) == page.parent(next) || isLikeOthers(index, names)
    }

    /// Whether another heading that is kept has the same rank and the same class names: page builders put each in a box.
    private func isLikeOthers(_ index: Int, _ names: String?) -> Bool {
        guard let names, !names.isEmpty else { return false }
        let tag = page.tag(page.passages[index].block)
        return kept.indices.contains { other in
            guard other != index, kept[other], page.tag(page.passages[other].block) == tag,
                matches[other]?.isAdvertisement != true
            else { return false }
            return page.tree.attribute(.class, of: page.passages[other].block) == names
        }
    }

    /// Whether what a term of a list stands for is kept: "Search", and below it what the search finds.
    private func isTerm(_ index: Int) -> Bool {
        guard headsText, kept.indices.contains(index + 1) else { return false }
        var node = page.passages[index + 1].block
        for _ in 0..<4 where node > 0 && page.tag(node) != .dd { node = page.parent(node) }
        return page.tag(node) == .dd && page.parent(node) == page.parent(page.passages[index].block)
    }

    /// "44. More on the harbour", between lines with the numbers before and behind.
    private func isNumbered(_ index: Int, _ line: String) -> Bool {
        guard let number = Self.number(of: line) else { return false }
        return [index - 1, index + 1].contains { other in
            guard kept.indices.contains(other), kept[other],
                let next = Self.number(of: page.string(other))
            else { return false }
            return abs(next - number) == 1
        }
    }

    /// The number that an item begins with, and a point or a bracket behind it.
    private static func number(of line: String) -> Int? {
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        guard (1...4).contains(digits.count), let mark = rest.first, mark == "." || mark == ")",
            rest.dropFirst().first == " "
        else { return nil }
        return Int(digits)
    }

    /// What answers a heading that asks, in a sentence that calls nobody: "Yes, you can unsubscribe at any time."
    private func isFullAnswer(_ index: Int, _ match: Furniture.Match) -> Bool {
        guard isJudged, index > 0, kept[index - 1], matches[index - 1] == nil,
            page.isHeading(index - 1),
            OwnWords.isQuestion(page.string(index - 1))
        else { return false }
        let line = page.string(index)
        return OwnWords.isSentence(line) && !FoldedLine(line).string.hasPrefix(match.phrase)
    }

    private func isCode(_ block: Int) -> Bool {
        var node = block
        for _ in 0..<4 where node > 0 {
            if page.tag(node) == .code || page.tag(node) == .pre { return true }
            node = page.parent(node)
        }
        return false
    }

    /// Few words below a question that is kept.
    private func isAnswer(_ index: Int) -> Bool {
        guard index > 0, kept[index - 1], page.passages[index].census.length <= 12 else {
            return false
        }
        let isFurniture = matches[index - 1].map { $0.strength >= .notice } ?? false
        return !isFurniture && OwnWords.isQuestion(page.string(index - 1))
            && OwnWords.isSentence(page.string(index))
    }

    /// An item of a list of which others are kept that bear no phrase, and which is no list of links.
    private func isItem(_ index: Int) -> Bool {
        var node = page.passages[index].block
        for _ in 0..<4 where node > 0 && page.tag(node) != .li { node = page.parent(node) }
        guard page.tag(node) == .li else { return false }
        let list = page.passages(of: page.parent(node))
        let isFurniture =
            matched[list.upperBound] - matched[list.lowerBound]
            == keptBefore[list.upperBound] - keptBefore[list.lowerBound]
        guard page.sum(list).linkDensity < 0.5 else { return false }
        // "The menu has: Settings, Share, Log in": what a colon announces is told.
        return !isFurniture
            || page.sum(list).linked == 0
                && (isAnnounced(list.lowerBound) || isCounted(page.parent(node), list.lowerBound))
    }

    /// Steps that are counted right below a paragraph: menus are not.
    private func isCounted(_ list: Int, _ first: Int) -> Bool {
        page.tag(list) == .ol && isJudged && first > 0 && kept[first - 1]
            && ProseSums.isProse(page.passages[first - 1])
    }

    private func isAnnounced(_ list: Int) -> Bool {
        isJudged && list > 0 && kept[list - 1]
            && SentenceMarks.endsInColon(page.string(list - 1))
    }

    /// A cell of a table of data, in contrast to one that lays a page out.
    private mutating func isCell(_ block: Int) -> Bool {
        var node = block
        for _ in 0..<3 where node > 0 && page.tag(node) != .td && page.tag(node) != .th {
            node = page.parent(node)
        }
        guard page.tag(node) == .td || page.tag(node) == .th else { return false }
        for _ in 0..<5 where node > 0 && page.tag(node) != .table { node = page.parent(node) }
        guard page.tag(node) == .table else { return false }
        if let known = tables[node] { return known }
        let isData = isData(node)
        tables[node] = isData
        return isData
    }

    /// Two rows and two columns at least of short texts, without another table in them.
    private func isData(_ table: Int) -> Bool {
        var rows = 0
        var cells = 0
        for node in table + 1..<Int(page.tree.nodes[table].end) {
            switch page.tag(node) {
            case .tr: rows += 1
            case .td, .th: cells += 1
            case .table: return false
            default: break
            }
        }
        let words = page.sum(of: table).length
        return rows >= 2 && cells >= 2 * rows && words <= 40 * Float(cells)
    }
}
