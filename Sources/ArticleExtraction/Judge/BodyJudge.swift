/// Judges by weights learned from pages which passages are the article.
struct BodyJudge: Sendable {
    private let trees: TreeEnsemble
    private let scale: QualityScale

    static let shared = BodyJudge(
        packed: Base64.bytes(of: BodyJudgeWeights.packed), scale: .shared)

    /// - Parameter scale: what makes a quality of the expected F1; it belongs to the weights.
    init(packed: [UInt8], scale: QualityScale = .none) {
        self.scale = scale
        trees = TreeEnsemble(
            packed: packed, width: PassageFeatures.names.count, doubtful: Self.doubtful)
    }

    /// - Parameter aid: what is known of the page beside what it says.
    func verdict(
        of page: Page, metadata: PageMetadata, aid: JudgeAid = JudgeAid()
    ) -> BodyVerdict {
        let scores = scores(of: page, metadata: metadata)
        let lengths = page.passages.map { max(0.5, $0.census.length) }
        var verdict = aid.applied(
            to: Self.decide(scores, lengths: lengths), page: page, lengths: lengths)
        verdict.alone = verdict.alone.map { alone in
            var alone = alone
            finish(&alone, page: page, metadata: metadata)
            return alone
        }
        finish(&verdict, page: page, metadata: metadata)
        return verdict
    }

    /// What rules make of a choice.
    private func finish(
        _ verdict: inout BodyVerdict, page: Page, metadata: PageMetadata
    ) {
        verdict.quality = verdict.kept.isEmpty ? 0 : scale.quality(of: verdict.quality)
        ProgramSummary(page: page).drop(from: &verdict)
        CommentThread(page: page).drop(
            from: &verdict, unless: PageKind(metadata).isForum)
        NextArticle(page: page, metadata: metadata).drop(from: &verdict)
        Signatures(page: page, metadata: metadata).drop(from: &verdict)
        TabPanels(page: page).restore(&verdict.kept)
        TextNeighbours(page: page).restore(&verdict)
        ReferencedNotes(page: page).restore(&verdict.kept)
        let judged = verdict.kept
        RegionCleaner(
            page: page, odds: verdict.probability,
            languages: .of(stated: metadata.statedLanguage, text: page.lines(judged))
        ).clean(&verdict)
        EmbeddedPosts(page: page).restore(&verdict.kept)
        EditorsNote(page: page).restore(&verdict)
        SourceLists(page: page).restore(&verdict)
        FormulaLines.keep(in: page, &verdict.kept)
        for index in verdict.deletions.keys where verdict.kept[index] {
            verdict.deletions[index] = nil
        }
        let chosen = verdict.kept
        Copies(page: page).drop(from: &verdict.kept)
        for index in chosen.indices where chosen[index] && !verdict.kept[index] {
            verdict.deletions[index] = LineDeletion(rule: .copy, phrase: nil)
        }
    }

    /// By itself, so that the figures, which take more memory than the page, are gone before the verdict.
    private func scores(of page: Page, metadata: PageMetadata) -> [Float] {
        var figures = PassageFeatures(page, metadata: metadata)
        var scores: [Float] = []
        scores.reserveCapacity(page.passages.count)
        var rows: [Float] = []
        // A few at a time: a page of a million passages would need more than a gigabyte for all.
        for first in stride(from: 0, to: page.passages.count, by: TreeEnsemble.lanes) {
            rows.removeAll(keepingCapacity: true)
            for index in first..<min(first + TreeEnsemble.lanes, page.passages.count) {
                figures.append(index, of: page, to: &rows)
            }
            scores += trees.scores(of: rows.span)
        }
        return scores
    }

    /// Most of a page is menus, and most of an article is plain prose: neither need be asked about by all trees. Of
    /// 240,000 passages that were judged by weights without their hosts, these bounds turned none.
    private static let doubtful: ClosedRange<Float> = -3...4

    static func decide(_ scores: [Float], lengths: [Float]) -> BodyVerdict {
        let odds = scores.map { Float(TreeEnsemble.probability(Double($0))) }
        let choice = BodyChoice(odds: odds, lengths: lengths)
        let kept = choice.kept()
        return BodyVerdict(kept: kept, probability: odds, quality: choice.expectedF1(kept))
    }
}
