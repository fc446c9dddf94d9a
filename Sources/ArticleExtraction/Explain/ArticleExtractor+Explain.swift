import BriefModel

extension ArticleExtractor {
    /// Says of every passage of a document whether `extract` keeps it, and why.
    ///
    /// Pure, like `extract`, and about twice its work.
    ///
    /// - Throws: `ExtractionError` as `extract` does.
    public func explain(_ request: ExtractionRequest) throws(ExtractionError) -> Explanation {
        let article = try extract(request)
        let document = try decode(request)
        switch document.type {
        case .html, .auto:
            let page = PageExplanation(
                document.utf8, request: request, article: article, judge: judge)
            return Explanation(article: article, passages: page.passages, notes: page.notes)
        case .text:
            let lines = TextExplanation.passages(
                String(decoding: document.utf8, as: UTF8.self), request: request, article: article)
            return Explanation(article: article, passages: lines, notes: [])
        case .markdown:
            return Explanation(
                article: article, passages: [],
                notes: ["a Markdown document is taken as it stands: no line of it is judged"])
        }
    }
}
