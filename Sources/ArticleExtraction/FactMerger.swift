import BriefModel
import FoundationEssentials

/// Joins what a document states with what was known before; nothing is made up.
enum FactMerger {
    /// The document comes first, but for the content of a feed entry, which has no facts of its own, and for the
    /// title, which a feed knows better (`TitleChoice`). A date of publication after the arrival is not believed.
    static func merge(_ request: ExtractionRequest, into body: inout ExtractedBody) {
        var known = request.known
        known.authors = AuthorNames.ofFeed(known.authors, site: known.site)
        if request.scope != .page {
            body.title = known.title ?? body.title
            body.authors = known.authors.isEmpty ? body.authors : known.authors
        }
        if known.titleIsOfFeed, request.scope == .page {
            body.title = TitleChoice.choose(
                page: body.title, feed: known.title,
                names: SiteNames(stated: [body.site, known.site], url: request.address))
        }
        body.title = body.title ?? known.title
        if body.authors.isEmpty { body.authors = known.authors }
        body.site = body.site ?? known.site
        body.language = body.language ?? known.language
        body.excerpt = body.excerpt ?? known.summary
        let isContent = request.scope != .page
        body.published = believed(
            isContent
                ? [known.published, body.published] : [body.published, known.published],
            "publication", request, &body.warnings)
        body.modified = believed(
            [body.modified, known.modified], "change", request, &body.warnings)
    }

    /// The first of the dates that can be believed.
    private static func believed(
        _ dates: [String?], _ what: String, _ request: ExtractionRequest,
        _ warnings: inout [String]
    ) -> String? {
        for date in dates {
            let stated = BelievedDate(date, of: what, arrival: request.arrival)
            if let warning = stated.warning { warnings.append(warning) }
            if let believed = stated.date { return believed }
        }
        return nil
    }
}
