import LibXML

/// What readers wrote below an article. It grows by the day, and would give the same article another identity each time.
struct CommentThread {
    let page: Page

    /// An article has so many words at least before its comments.
    private static let leastWords: Float = 60

    /// Drops all that stands from the heading of the comments on.
    ///
    /// - Parameter isForum: whether comments are the page's text; asked for only where there is such a heading.
    func drop(from verdict: inout BodyVerdict, unless isForum: @autoclosure () -> Bool) {
        guard let heading = heading(in: verdict), !isForum() else { return }
        verdict.comments = heading
        for index in verdict.kept.indices.dropFirst(heading) {
            verdict.drop(index, .comments, phrase: TextFolding.fold(page.string(heading)))
        }
    }

    /// The first heading of comments with an article before it and comments behind it.
    private func heading(in verdict: BodyVerdict) -> Int? {
        var words: Float = 0
        var tried = 0
        for index in page.passages.indices {
            let passage = page.passages[index]
            if words >= Self.leastWords, passage.census.length <= 14, tried < Self.mostTried,
                passage.linked.length < 0.5 * max(0.5, passage.census.length),
                CommentsHeading.matches(page.bytes(index))
            {
                tried += 1
                if isFollowed(index, verdict, passed: words) { return index }
            }
            if verdict.kept[index] { words += passage.census.length }
        }
        return nil
    }

    private static let mostTried = 20

    /// Rules and manuals have a section "Comments" too: what stands below it is told by what comments bear, or by there
    /// being no text of the article any more.
    ///
    /// - Parameter passed: the words of the article before the heading.
    private func isFollowed(_ heading: Int, _ verdict: BodyVerdict, passed: Float) -> Bool {
        let behind = page.passages.indices.dropFirst(heading + 1)
        let near = behind.prefix(CommentSigns.reach)
        if near.contains(where: { isInThread(page.passages[$0]) }) { return true }
        if isTop(heading, verdict, passed) { return false }
        // To read the lines is dear: markup is asked first.
        if holdsForm(behind: heading) { return true }
        var signs = CommentSigns()
        var sign: Int?
        for index in near {
            signs.read(page.string(index), length: page.passages[index].census.length)
            if signs.count > 1 { return true }
            if signs.count > 0, sign == nil { sign = index }
        }
        // The day of the last change stands behind an article, that of a comment beside it.
        if signs.count == 1, let sign, isFoot(sign, behind: heading, verdict) {
            signs = CommentSigns()
        }
        var text: Float = 0
        var headsText = false
        for index in behind where verdict.kept[index] {
            let passage = page.passages[index]
            let isHeading = page.tag(passage.block).headingLevel != nil
            if isHeading { headsText = true }
            let isSure =
                verdict.probability.isEmpty || verdict.probability[index] >= RegionCleaner.doubt
            if ProseSums.isProse(passage), isSure { text += passage.census.length }
        }
        // "2 Comments" counts what follows it, unless other parts of the article do.
        let folded = FoldedLine(folding: page.bytes(heading).span)
        let isCounted = folded.words.count == 2 && folded.isNumber(0)
        return isCounted && !headsText || signs.count > 0 && !headsText || text == 0
    }

    /// Whether several paragraphs that the judge is sure of stand between a heading and a line that he doubts, and none behind it.
    private func isFoot(_ line: Int, behind heading: Int, _ verdict: BodyVerdict) -> Bool {
        guard !verdict.probability.isEmpty, verdict.probability[line] < RegionCleaner.doubt else {
            return false
        }
        let sure = page.passages.indices.dropFirst(heading + 1).filter {
            verdict.kept[$0] && verdict.probability[$0] >= RegionCleaner.certain
                && ProseSums.isProse(page.passages[$0])
        }
        return sure.count > 1 && sure.allSatisfy { $0 < line }
    }

    /// Whether the judge is sure of more text behind a heading than stands before it: it is a button above the article.
    private func isTop(_ heading: Int, _ verdict: BodyVerdict, _ passed: Float) -> Bool {
        guard !verdict.probability.isEmpty else { return false }
        var sure: Float = 0
        for index in page.passages.indices.dropFirst(heading + 1)
        where verdict.kept[index] && verdict.probability[index] >= 0.9 {
            sure += page.passages[index].census.length
        }
        return sure > passed
    }

    /// Whether class names say that a passage stands in a thread of comments.
    private func isInThread(_ passage: Passage) -> Bool {
        var node = passage.nodes.lowerBound
        for _ in 0..<6 where node > 0 {
            node = page.parent(node)
            guard page.tag(node) != .body, page.roles[node].contains(.comments) else { continue }
            let name = page.tree.attribute(.class, of: node)?.lowercased() ?? ""
            if Self.names.contains(where: { name.holds($0) }) { return true }
        }
        return false
    }

    private static let names = [
        "comment", "disqus", "reply", "replies", "respond", "livefyre", "discuss", "kommentar",
    ]

    /// A box to write in, somewhat behind the heading.
    private func holdsForm(behind heading: Int) -> Bool {
        let nodes = page.tree.nodes
        let start = page.passages[heading].nodes.upperBound
        return (start..<min(nodes.count, start + 60)).contains { nodes[$0].tag == .textarea }
    }
}
