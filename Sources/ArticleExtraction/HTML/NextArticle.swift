import LibXML

/// Articles that a page shows below its own, each in an element of its own with a headline of its own: what readers are to
/// read next, loaded before they ask.
struct NextArticle {
    let page: Page
    /// What the page says that it is about.
    let title: String

    /// Of a headline's words so many stand in the title of the page whose headline it is.
    private static let share: Float = 0.5
    /// An article of its own has so many words of the body; of fewer it may be a box of this one.
    private static let leastWords: Float = 60

    init(page: Page, metadata: PageMetadata) {
        self.page = page
        title = metadata.first("og:title") ?? metadata.titleElement ?? ""
    }

    func drop(from verdict: inout BodyVerdict) {
        let headlines = page.passages.indices.filter {
            page.tag(page.passages[$0].block).headingLevel == 1
        }
        guard headlines.count > 1, !title.isEmpty else { return }
        var words = AnchorWords(title: title, description: "")
        var isFound = false
        for article in articles(with: headlines) {
            let found = words.count(in: page.bytes(article.headline))
            if Float(found.title) >= Self.share * Float(max(1, found.words)) {
                isFound = true
                continue
            }
            // The page's own comes first: else the title may name another thing than headlines do.
            guard isFound, length(of: article.passages, verdict) >= Self.leastWords else {
                continue
            }
            for index in article.passages { verdict.drop(index, .nextArticle) }
        }
    }

    /// The outermost elements that are articles, with their first headline; those without one are no articles of their
    /// own.
    private func articles(with headlines: [Int]) -> [(headline: Int, passages: Range<Int>)] {
        var articles: [(headline: Int, passages: Range<Int>)] = []
        for headline in headlines {
            var node = page.passages[headline].block
            var outermost: Int?
            while node > 0 {
                if page.tag(node) == .article { outermost = node }
                node = page.parent(node)
            }
            guard let outermost else { continue }
            let passages = page.passages(of: outermost)
            if articles.last?.passages == passages { continue }
            articles.append((headline, passages))
        }
        return articles
    }

    private func length(of passages: Range<Int>, _ verdict: BodyVerdict) -> Float {
        passages.reduce(0) { $0 + (verdict.kept[$1] ? page.passages[$1].census.length : 0) }
    }
}
