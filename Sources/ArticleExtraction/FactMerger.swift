import BriefModel
import FoundationEssentials

/// Joins what a document states with what was known before; nothing is made up.
enum FactMerger {
    /// The document comes first, but for the content of a feed entry, which has no facts of its own. A date
    /// of publication after the arrival is not believed.
    static func merge(_ request: ExtractionRequest, into body: inout ExtractedBody) {
        let known = request.known
        if request.scope == .content {
            body.title = known.title ?? body.title
            body.authors = known.authors.isEmpty ? body.authors : known.authors
            body.published = known.published ?? body.published
        }
        body.title = body.title ?? known.title
        if body.authors.isEmpty { body.authors = known.authors }
        body.published = body.published ?? known.published
        body.modified = body.modified ?? known.modified
        body.site = body.site ?? known.site
        body.language = body.language ?? known.language
        body.excerpt = body.excerpt ?? known.summary
        body.published = believed(body.published, "publication", request, &body.warnings)
        body.modified = believed(body.modified, "change", request, &body.warnings)
    }

    private static func believed(
        _ date: String?, _ what: String, _ request: ExtractionRequest, _ warnings: inout [String]
    ) -> String? {
        guard let date else { return nil }
        if let moment = Date(rfc3339: date) {
            // Clocks differ by minutes.
            if moment <= request.arrival.addingTimeInterval(3_600) { return date }
        } else {
            // A day alone, or a time without an offset: the world is at most a day ahead of UTC.
            let latest = request.arrival.addingTimeInterval(86_400).rfc3339.prefix(10)
            if date.prefix(10) <= latest { return date }
        }
        warnings.append("date of \(what) \(date) not believed: it lies after the arrival")
        return nil
    }
}
