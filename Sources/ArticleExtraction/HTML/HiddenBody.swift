import LibXML

/// The body of a page that shows nearly no text: what its JSON-LD states as `articleBody`.
enum HiddenBody {
    /// The paragraphs; nil where JSON-LD states no body, or none much longer than what the page shows.
    static func blocks(_ metadata: PageMetadata, _ page: Page, _ kept: [Bool]) -> [Block]? {
        for object in metadata.articles {
            guard let stated = object["articleBody"]?.string else { continue }
            let text = stated.contains("<p") ? withoutTags(stated) : stated
            let paragraphs = text.split(whereSeparator: \.isNewline)
                .map { CleanText($0).string }.filter { !$0.isEmpty }
            let length = TextCensus(Array(text.utf8)[...]).length
            guard length > 60, length > 3 * page.length(of: kept) else { continue }
            return paragraphs.map { .paragraph([.text($0)]) }
        }
        return nil
    }

    private static func withoutTags(_ html: String) -> String {
        let page = PageReader.read(HTMLTree(parsing: Array(html.utf8)))
        return page.passages.indices.map(page.string).joined(separator: "\n")
    }
}
