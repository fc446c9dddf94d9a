import BriefModel

/// An explanation as one page that needs nothing else: no script, and nothing is loaded from anywhere.
enum ExplainPage {
    private static let style = """
        body{margin:2em auto;max-width:60em;padding:0 1em;font:16px/1.45 sans-serif;color:#1a1a1a;background:#fff}
        p.b{margin:.35em 0;padding:.35em .7em;border-left:.4em solid;white-space:pre-wrap;overflow-wrap:anywhere}
        p.kept{background:#e3f3e3;border-color:#2e7d32}
        p.dropped{background:#fbe5e1;border-color:#c0392b}
        small{display:block;color:#555;font-size:.75em}
        """

    /// Should something get past the escaping all the same, it may neither run nor load anything.
    private static let policy =
        "script-src 'none'; img-src 'none'; media-src 'none'; font-src 'none'; connect-src 'none'; "
        + "frame-src 'none'; object-src 'none'; form-action 'none'; base-uri 'none'"

    static func html(subject: String, _ explanation: Explanation) -> String {
        let article = explanation.article
        let kept = explanation.passages.count(where: \.isKept)
        let title = (article.title ?? subject).printableHTML
        var page = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="referrer" content="no-referrer">
            <title>\(title): what was kept</title>
            <style>
            \(style)
            </style></head><body>
            <h1>\(title)</h1>
            <p>\(article.wordCount) words, quality \(ExplainText.score(article.quality)), \(kept) of \
            \(explanation.passages.count) blocks kept.</p>

            """
        for note in explanation.notes + article.warnings {
            page += "<p><em>\(note.printableHTML)</em></p>\n"
        }
        for passage in explanation.passages { page += block(passage) }
        return page + "</body></html>"
    }

    private static func block(_ passage: ExplainedPassage) -> String {
        let verdict = passage.isKept ? "kept" : "dropped"
        let score = passage.score.map { " " + ExplainText.score($0) } ?? ""
        return
            "<p class=\"b \(verdict)\"><small>\(verdict)\(score) · \(passage.element.printableHTML)"
            + " · \(passage.reason.printableHTML)</small>\(passage.text.printableHTML)</p>\n"
    }
}
