import LibXML

/// Drops from a body the short rows of links to other pages of the same site that stand amid its text, with the label over them:
/// "More on this story", a card with a picture and a headline. They are told by their links, in any language.
///
/// What a colon announces is the article's, and so are links to other sites, to files and to places in the page.
struct LinkBoxes {
    let page: Page
    let odds: [Float]

    /// Words of a box, and of the label over it.
    private static let longestBox: Float = 60
    private static let longestLabel: Float = 8
    /// Words of a headline, in the mean.
    private static let shortestHeadline: Float = 2.5
    private static let mostItems = 8
    /// Of the words of the body.
    private static let mostOfBody: Float = 0.25
    /// From here on the judge is believed, of a box in the mean.
    private static let believed: Float = 0.7
    private static let believedHeadlines: Float = 0.85
    private static let believedArrows: Float = 0.95
    private static let depth = 6

    func drop(from verdict: inout BodyVerdict) {
        guard !odds.isEmpty else { return }
        dropLabelled(from: &verdict)
        let limit = min(Self.longestBox, Self.mostOfBody * page.length(of: verdict.kept))
        var index = 0
        while index < page.passages.count {
            guard verdict.kept[index],
                let box = (isHeadline(index) ? box(at: index, limit) : nil)
                    ?? announcedLines(at: index),
                isAmid(box, verdict.kept)
            else {
                index += 1
                continue
            }
            for passage in box { verdict.drop(passage, .box, phrase: "links") }
            index = max(index + 1, box.upperBound)
        }
    }

    /// "Read also", in a line of its own, and below it headlines of the site to the next paragraph.
    private func dropLabelled(from verdict: inout BodyVerdict) {
        for index in page.passages.indices.dropLast()
        where verdict.kept[index] && verdict.kept[index + 1] && isHeadline(index + 1)
            && isBrief(index)
        {
            let end =
                page.passages.indices[(index + 1)...].first {
                    !verdict.kept[$0] || !isHeadline($0)
                } ?? page.passages.count
            let run = index..<end
            guard run.count <= Self.mostItems, isDoubted(run, Self.believedLabelled),
                isBelowProse(index, verdict.kept),
                end == page.passages.count || !verdict.kept[end]
                    || ProseSums.isProse(page.passages[end]) || page.isHeading(end),
                let match = Furniture.match(FoldedLine(folding: page.bytes(index).span)),
                match.kind == .related, match.isWhole
            else { continue }
            for line in run { verdict.drop(line, .box, phrase: match.phrase) }
        }
    }

    /// Lists of the latest articles have their labels too, and no text above.
    private func isBelowProse(_ index: Int, _ kept: [Bool]) -> Bool {
        kept.indices[..<index].suffix(Self.reach).contains {
            kept[$0] && ProseSums.isProse(page.passages[$0])
        }
    }

    private static let reach = 4
    private static let believedLabelled: Float = 0.88

    /// "Related: The pears of the north": up to three words, a colon, and one headline of the site to the end.
    private func announced(at index: Int) -> Range<Int>? {
        let passage = page.passages[index]
        let own = passage.census.length - passage.linked.length
        guard passage.linked.length >= (own < 0.5 ? Self.shortestHeadline : Self.shortestAnnounced),
            own <= 3.5,
            passage.census.length <= Self.longestAnnounced, passage.census.sentenceEnds == 0,
            page.tag(passage.block) == .p || page.tag(passage.block) == .div,
            odds[index] < (own < 0.5 ? Self.believedArrows : Self.believedHeadlines)
        else { return nil }
        let links = links(of: passage)
        guard links.count == 1, Self.isOwn(links[0]) else { return nil }
        return isLabelled(passage, page.string(index), own) ? index..<index + 1 : nil
    }

    /// Several such lines, one below the other.
    private func announcedLines(at index: Int) -> Range<Int>? {
        guard announced(at: index) != nil else { return nil }
        var end = index + 1
        while end < page.passages.count, end - index < Self.mostItems, announced(at: end) != nil {
            end += 1
        }
        return index..<end
    }

    /// A colon or an arrow before the headline, or a word in an element of its own.
    private func isLabelled(_ passage: Passage, _ line: String, _ own: Float) -> Bool {
        if own < 0.5 { return Self.arrows.contains(where: line.hasPrefix) }
        if let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }),
            line[..<colon].split(separator: " ").count <= Int(own.rounded(.up))
        {
            return true
        }
        let label = page.parent(passage.nodes.lowerBound)
        let isApart = [.span, .strong, .b, .em].contains(page.tag(label))
        guard isApart, page.tag(passage.block) == .div else { return false }
        let rest = Int(page.tree.nodes[label].end)..<passage.nodes.upperBound
        return !page.links(among: rest).isEmpty
            && page.links(among: label..<rest.lowerBound).isEmpty
    }

    private static let arrows = [">>", "»", "→", "▶", "►", "➡", "👉", "›", "▸", "➤", "✔", "☞", "🔗"]

    private static let shortestAnnounced: Float = 4
    private static let longestAnnounced: Float = 25

    private func box(at index: Int, _ limit: Float) -> Range<Int>? {
        if let box = list(at: index, limit) ?? card(at: index, limit), isDoubted(box, Self.believed)
        {
            return box
        }
        if let box = bare(at: index, limit), isDoubted(box, Self.believedBare) { return box }
        if let box = single(at: index, limit), isDoubted(box, believed(lines: box)) { return box }
        if let box = lines(at: index, limit),
            isDoubted(box, believed(lines: box))
        {
            return box
        }
        guard let box = headlines(at: index, limit), isDoubted(box, Self.believedHeadlines) else {
            return nil
        }
        return box
    }

    /// The items of a list each of which is a heading, and nothing stands below any.
    private func headlines(at index: Int, _ limit: Float) -> Range<Int>? {
        guard page.isHeading(index), let items = items(at: index), items.count > 1,
            page.sum(items).length <= limit,
            items.allSatisfy({ page.isHeading($0) && isHeadline($0) })
        else { return nil }
        return items
    }

    /// Nothing but a link to another page of the site, and no sentence.
    private func isHeadline(_ index: Int) -> Bool {
        let passage = page.passages[index]
        guard passage.census.length >= 2, !passage.isPreformatted,
            passage.linked.length > 0.9 * passage.census.length
        else { return false }
        let links = links(of: passage)
        return !links.isEmpty && links.allSatisfy(Self.isOwn)
    }

    private func links(of passage: Passage) -> [String] {
        var nodes = Array(passage.nodes)
        var node = page.parent(passage.nodes.lowerBound)
        for _ in 0..<Self.depth where node > 0 {
            nodes.append(node)
            node = page.parent(node)
        }
        return page.links(among: nodes)
    }

    /// On the page's own site, as far as the document alone tells: without a host.
    static func isOwn(_ link: String) -> Bool {
        guard let first = link.utf8.first, first != 0x23, !link.hasPrefix("//"),
            !link.contains(":")
        else { return false }
        let path = link.prefix { $0 != "?" && $0 != "#" }.lowercased()
        return ![".pdf", ".zip", ".csv", ".doc", ".docx", ".xls", ".xlsx", ".mp3", ".txt"]
            .contains(where: path.hasSuffix)
    }

    /// The items of a list of such links, with the short line over them that says so.
    private func list(at index: Int, _ limit: Float) -> Range<Int>? {
        guard let items = items(at: index) else { return nil }
        let sum = page.sum(items)
        guard sum.length <= limit,
            sum.length >= Self.shortestHeadline * Float(items.count),
            items.allSatisfy(isHeadline), index > 0, isLabel(index - 1)
        else { return nil }
        return index - 1..<items.upperBound
    }

    /// The items of a list of such links over which no line stands that says what they are.
    private func bare(at index: Int, _ limit: Float) -> Range<Int>? {
        guard let items = items(at: index), areHeadlines(items, limit) else { return nil }
        return items.count > 1 ? items : nil
    }

    /// A list of one such link between two paragraphs of one text.
    private func single(at index: Int, _ limit: Float) -> Range<Int>? {
        guard let items = items(at: index), items.count == 1, areHeadlines(items, limit),
            isAlone(index)
        else { return nil }
        return items
    }

    /// Several paragraphs, one below the other, each of which is such a link.
    private func lines(at index: Int, _ limit: Float) -> Range<Int>? {
        var end = index
        while end < page.passages.count, end - index <= Self.mostItems, isHeadline(end),
            isLine(page.passages[end].block)
        {
            end += 1
        }
        let lines = index..<end
        guard areHeadlines(lines, limit) else { return nil }
        return lines.count > 1 || isAlone(index) ? lines : nil
    }

    /// A single headline, in a paragraph or a box that holds nothing else, between two paragraphs of one text: below the last
    /// of a section it leads on from that.
    private func isAlone(_ index: Int) -> Bool {
        let passage = page.passages[index]
        return passage.census.length >= Self.shortestAlone && passage.census.sentenceEnds == 0
            && page.tag(passage.block).headingLevel == nil
            && page.passages(of: passage.block).count == 1
            && index > 0 && index + 1 < page.passages.count && !page.isHeading(index + 1)
            && page.parent(page.passages[index - 1].block)
                == page.parent(page.passages[index + 1].block)
            && page.links(among: page.parent(passage.nodes.lowerBound)..<passage.nodes.upperBound)
                .count < 2
    }

    /// Names of pages and works, which a text points to, are shorter than headlines.
    private func believed(lines: Range<Int>) -> Float {
        if lines.count > 1 { return Self.believedHeadlines }
        return page.passages[lines.lowerBound].census.length >= Self.shortestSure
            ? Self.believedAlone : Self.believed
    }

    private static let shortestAlone: Float = 4
    private static let shortestSure: Float = 6
    private static let believedAlone: Float = 0.88

    private func isLine(_ block: Int) -> Bool {
        page.tag(block) == .p || page.tag(block) == .div || page.tag(block).headingLevel != nil
    }

    /// Whether they are as long as headlines, lead to other pages, and no colon announces them.
    private func areHeadlines(_ lines: Range<Int>, _ limit: Float) -> Bool {
        guard lines.lowerBound > 0,
            !SentenceMarks.endsInColon(page.string(lines.lowerBound - 1))
        else { return false }
        let sum = page.sum(lines)
        return sum.length <= limit
            && sum.length >= Self.shortestBare * Float(lines.count)
            && lines.allSatisfy { isHeadline($0) && !isTold($0) }
    }

    private static let shortestBare: Float = 3.5
    private static let believedBare: Float = 0.5

    /// The passages of a list that begins here.
    private func items(at index: Int) -> Range<Int>? {
        var node = page.passages[index].block
        for _ in 0..<Self.depth where node > 0 && page.tag(node) != .li {
            node = page.parent(node)
        }
        let list = page.parent(node)
        guard page.tag(node) == .li, page.tag(list) == .ul || page.tag(list) == .ol else {
            return nil
        }
        let items = page.passages(of: list)
        return items.lowerBound == index && items.count <= Self.mostItems ? items : nil
    }

    /// A few words that announce nothing and are no sentence.
    private func isLabel(_ index: Int) -> Bool {
        isBrief(index) && !SentenceMarks.endsInColon(page.string(index))
    }

    /// The same, or "Related:", which the words tell from what a text announces.
    private func isBrief(_ index: Int) -> Bool {
        let census = page.passages[index].census
        return census.length <= Self.longestLabel && census.sentenceEnds == 0
    }

    /// A box of links with a picture or a label, which stands for itself.
    private func card(at index: Int, _ limit: Float) -> Range<Int>? {
        var found: Int?
        var node = page.passages[index].block
        for _ in 0..<Self.depth where node > 0 {
            let passages = page.passages(of: node)
            guard passages.count <= Self.mostItems, page.sum(passages).length <= limit else {
                break
            }
            switch page.tag(node) {
            case .div, .section, .aside: found = node
            case .p, .h2, .h3, .h4, .h5, .h6, .a, .span: break
            default: return found.flatMap(passages(ofCard:))
            }
            node = page.parent(node)
        }
        return found.flatMap(passages(ofCard:))
    }

    private func passages(ofCard card: Int) -> Range<Int>? {
        let passages = page.passages(of: card)
        let nodes = card..<Int(page.tree.nodes[card].end)
        let hasPicture = nodes.contains { page.tag($0) == .img }
        let isRow = page.links(among: nodes).count > 1
        if isTeaser(passages, page.links(among: nodes)) { return passages }
        guard passages.count > 1 || hasPicture || isRow, page.sum(passages).linkDensity >= 0.5,
            passages.allSatisfy({ isHeadline($0) && !isTold($0) || isLabel($0) }),
            !nodes.contains(where: {
                [.li, .table, .pre, .blockquote, .figure].contains(page.tag($0))
            })
        else { return nil }
        return passages
    }

    /// A headline, a few words on it, and a button that leads where the headline does.
    private func isTeaser(_ passages: Range<Int>, _ links: [String]) -> Bool {
        guard (2...4).contains(passages.count), links.count > 1,
            let last = passages.last, isHeadline(passages.lowerBound),
            page.isHeading(passages.lowerBound), Set(links).count == 1,
            page.passages[last].linked.length >= 0.9 * page.passages[last].census.length
        else { return false }
        return true
    }

    /// A whole sentence tells of the page itself: a list of all its parts.
    private func isTold(_ index: Int) -> Bool {
        page.passages[index].census.length >= Self.shortestSentence
            && OwnWords.isSentence(page.string(index))
    }

    private static let shortestSentence: Float = 9

    private func isDoubted(_ box: Range<Int>, _ bar: Float) -> Bool {
        box.reduce(0) { $0 + odds[$1] } < bar * Float(box.count)
    }

    /// Whether prose stands before, or nothing, and prose behind.
    private func isAmid(_ box: Range<Int>, _ kept: [Bool]) -> Bool {
        guard box.upperBound < kept.count else { return false }
        // Other such lines may stand between.
        let before = kept[..<box.lowerBound].indices.reversed().first {
            kept[$0] && page.passages[$0].linked.length < 0.5 * page.passages[$0].census.length
        }
        if let before, box.lowerBound - before <= 3, ProseSums.isProse(page.passages[before]),
            kept[box.upperBound], ProseSums.isProse(page.passages[box.upperBound])
        {
            return true
        }
        if before == nil {
            return kept[box.upperBound] && ProseSums.isProse(page.passages[box.upperBound])
        }
        return [box.lowerBound - 1, box.upperBound].allSatisfy {
            kept[$0] && ProseSums.isProse(page.passages[$0])
        }
    }
}
