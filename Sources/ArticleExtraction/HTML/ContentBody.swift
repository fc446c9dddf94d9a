import BriefModel

/// Reads the content of a feed entry: nearly all of it is the article.
enum ContentBody {
    /// For each passage whether it is kept: all but furniture, told as on a page, and the line that feeds add at the end
    /// ("The post … appeared first on …").
    ///
    /// - Parameter entry: what the feed states of it; nil for a document that is no entry's.
    static func verdict(
        of page: Page, language: String? = nil, entry: EntryFacts? = nil
    ) -> BodyVerdict {
        var verdict = BodyVerdict(
            kept: [Bool](repeating: true, count: page.passages.count), quality: 0.9)
        for index in page.passages.indices where isInShareBar(page.passages[index], page) {
            verdict.drop(index, .furniture(.share))
        }
        if let last = verdict.kept.lastIndex(of: true),
            FeedNote.isNote(
                page.string(last), title: entry?.title,
                isLinked: page.passages[last].linked.length > 0)
        {
            verdict.drop(last, .feedNote)
        }
        CommentThread(page: page).drop(from: &verdict, unless: false)
        let kept = verdict.kept
        let languages = PhraseLanguages.of(stated: language, text: page.lines(kept))
        RegionCleaner(page: page, odds: [], languages: languages).clean(&verdict)
        if let entry {
            EntryEnding(page: page, facts: entry, languages: languages).drop(from: &verdict)
        }
        return verdict
    }

    private static func isInShareBar(_ passage: Passage, _ page: Page) -> Bool {
        var node = passage.nodes.lowerBound
        while node > 0 {
            node = page.parent(node)
            let sum = page.sum(of: node)
            if page.roles[node].contains(.share), sum.length < 30,
                sum.linkDensity > 0.5 || sum.length < 8
            {
                return true
            }
        }
        return false
    }
}
