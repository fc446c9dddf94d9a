import BriefModel
import LibXML

/// Says of the passages of a page why they were kept or dropped.
///
/// The verdict is the judge's; the reason for a drop is the plainest thing that is known of the passage, as a
/// judge that weighs some hundred traits has no single one.
struct PageExplanation {
    private(set) var passages: [ExplainedPassage] = []
    private(set) var notes: [String] = []

    init(_ utf8: [UInt8], request: ExtractionRequest, article: Article, judge: BodyJudge) {
        var warning: String?
        let isPage = request.scope == .page
        let ruled =
            isPage
            ? request.siteRule.flatMap { RuledPage.apply($0, to: utf8, warning: &warning) } : nil
        if let body = ruled?.body {
            notes.append("the body was chosen by a site rule; what follows stands in it")
            let page = PageReader.read(PageTree.read(Array(body.utf8)))
            let kept = RuledPage.kept(in: page, prunes: ruled?.prunes ?? true)
            explain(page, BodyVerdict(kept: kept, quality: 1), article)
            return
        }
        let tree = PageTree.read(ruled?.page ?? utf8)
        let page = HTMLDocumentReader.page(of: tree)
        var verdict =
            isPage
            ? judge.verdict(of: page, metadata: PageMetadata(tree.tree))
            : request.scope == .mail
                ? MailPage.verdict(
                    of: page, language: request.known.language, title: request.known.title,
                    houses: request.known.houses,
                    isForwarded: request.known.isForwarded)
                : ContentBody.verdict(
                    of: page, language: request.known.language,
                    entry: EntryFacts(request.known, url: request.url))
        PageOpening(page: page, title: article.title, authors: article.authors)
            .drop(from: &verdict)
        explain(page, verdict, article)
        if let source = article.warnings.first(where: { $0.hasPrefix("body taken from ") }) {
            notes.append(source + "; none of the following was kept")
            for index in passages.indices where passages[index].isKept {
                passages[index].isKept = false
                passages[index].reason = "the body was found elsewhere"
            }
        }
    }

    private mutating func explain(_ page: Page, _ verdict: BodyVerdict, _ article: Article) {
        let reasons = DropReasons(page, verdict, title: article.title)
        passages = page.passages.indices.map { index in
            let dropped = verdict.kept[index] ? nil : reasons.reason(for: index)
            var passage = ExplainedPassage(
                text: page.string(index), element: page.tag(page.passages[index].block).name,
                isKept: verdict.kept[index],
                reason: dropped ?? Self.keepReason(verdict, index),
                rule: verdict.deletions[index]?.rule.name,
                phrase: verdict.deletions[index]?.phrase,
                score: verdict.probability.isEmpty ? nil : Double(verdict.probability[index]))
            (passage.line, passage.place) = (
                SiteLines.line(index, page), SiteLines.place(index, page)
            )
            return passage
        }
        dropTitle(page, article)
    }

    private static func keepReason(_ verdict: BodyVerdict, _ index: Int) -> String {
        guard !verdict.probability.isEmpty else { return "nearly all of this text is the article" }
        return verdict.probability[index] > BodyChoice.inside
            ? "reads like the article" : "likelier than the rest of the page"
    }

    /// `HTMLDocumentReader` leaves the title out where it heads the body.
    private mutating func dropTitle(_ page: Page, _ article: Article) {
        guard let title = article.title, let first = passages.firstIndex(where: \.isKept),
            page.isHeading(first),
            TextFolding.fold(passages[first].text) == TextFolding.fold(title)
        else { return }
        passages[first].isKept = false
        passages[first].reason = "repeats the title"
    }
}
