import BriefModel

/// What is known of a page that the page itself does not say: the words of the feed that links to it, and the lines of
/// its site. Both can lie, and weigh within bounds: neither changes more than a part of what the page alone gives.
struct JudgeAid {
    /// The feed's words on the entry; nil where there are none.
    var summary: String?
    /// What is remembered of the page's site; nil where nothing is to be learned either.
    var site: SiteAccount?
    /// The text that the feed carries whole; nil where it has none.
    var fullText: String?
    /// A hash of the page's address.
    var address: UInt64 = 0

    /// Of the words of a body so many may come or go.
    private static let bound: Float = 1.0 / 3
    /// And so many where an editor said so.
    private static let taughtBound: Float = 0.6

    /// What an editor calls text, and furniture, is so likely, or as unlikely.
    private static let certain: Float = 0.95
    /// How much likelier what feeds called text is.
    private static let lift: Float = 0.3

    init() {}

    init(_ request: ExtractionRequest) {
        guard request.scope == .page else { return }
        // Other documents sum up themselves.
        if request.known.titleIsOfFeed { summary = request.known.summary }
        guard let url = request.url else { return }
        site = request.site
        if request.known.titleIsOfFeed { fullText = request.known.fullText }
        address = ByteHash.of(Array(url.utf8.prefix { $0 != UInt8(ascii: "#") })[...])
    }

    /// The judge's verdict with what both say. What they change nothing in is the verdict as it was.
    func applied(to verdict: BodyVerdict, page: Page, lengths: [Float]) -> BodyVerdict {
        var result = verdict
        if let site {
            let lines = SiteLines(page: page, odds: verdict.probability)
            let taught = SiteLines.taught(page, by: site)
            if !taught.isEmpty {
                var odds = verdict.probability
                for told in taught {
                    odds[told.passage] =
                        told.isText
                        ? max(odds[told.passage], Self.certain)
                        : min(odds[told.passage], 1 - Self.certain)
                }
                result = decided(odds, lengths, before: result, Self.taughtBound) ?? result
            }
            var odds = result.probability
            let known = lines.known(to: site, at: address)
            for index in known { odds[index] *= SiteLines.weight }
            for told in SiteLines.learned(page, by: site, odds: odds) {
                odds[told.passage] =
                    told.isText
                    ? min(1, odds[told.passage] + Self.lift)
                    : odds[told.passage] * SiteLines.weight
            }
            if odds != result.probability {
                result = decided(odds, lengths, before: result) ?? result
            }
            result.siteMemory = result.kept == verdict.kept ? nil : Int(site.version)
            result.trace = lines.trace(of: page, verdict, site, at: address)
            result.trace?.labels = fullText.flatMap { FullText($0) }?
                .labels(of: page, odds: verdict.probability)
        }
        if let summary,
            let odds = SummaryWords(summary)?.weighed(result, page: page, lengths: lengths)
        {
            result = decided(odds, lengths, before: result) ?? result
        }
        if result.kept != verdict.kept {
            result.alone = [verdict]
        } else {
            result.probability = verdict.probability
            result.quality = verdict.quality
        }
        return result
    }

    /// The verdict by other odds; nil where it would be the same, or another body.
    private func decided(
        _ odds: [Float], _ lengths: [Float], before: BodyVerdict, _ bound: Float = bound
    ) -> BodyVerdict? {
        let choice = BodyChoice(odds: odds, lengths: lengths)
        let kept = choice.kept()
        var (all, changed): (Float, Float) = (0, 0)
        for index in kept.indices {
            if before.kept[index] { all += lengths[index] }
            if before.kept[index] != kept[index] { changed += lengths[index] }
        }
        guard changed > 0, changed <= bound * all else { return nil }
        var verdict = before
        verdict.kept = kept
        verdict.probability = odds
        verdict.quality = choice.expectedF1(kept)
        return verdict
    }
}
