import LibXML

/// The body of a page that shows little text: what its scripts carry, as JSON-LD, as the state of an
/// application, or as markup that a script would show.
enum HiddenBody {
    struct Body {
        var blocks: [Block]
        /// Where it stood, for the warning.
        var source: String
    }

    /// A page that shows more words is read as it stands.
    static let enough: Float = 300
    /// A hidden body is longer than what is shown by this factor, and has so many words at least.
    private static let factor: Float = 3
    private static let least: Float = 60

    /// nil where no script carries a body much longer than what was kept of the page.
    static func find(
        in page: Page, _ metadata: PageMetadata, kept: [Bool], address: PageAddress?
    ) -> Body? {
        let shown = prose(page, kept)
        guard shown < enough else { return nil }
        let floor = max(least, factor * shown)
        let stated = metadata.articles.lazy.compactMap { $0["articleBody"]?.string }
            .map { JSONMarkup.html(of: $0) }
        for html in stated {
            if let blocks = blocks(of: html, floor, address) {
                return Body(blocks: blocks, source: "the page's JSON-LD")
            }
        }
        for candidate in HiddenScripts(page.tree, title: metadata.titleElement).candidates() {
            if let blocks = blocks(of: candidate.html, floor, address) {
                return Body(blocks: blocks, source: candidate.source)
            }
        }
        return nil
    }

    /// The length of what is shown, in words; passages without a sentence count a quarter: menus and lists of
    /// links stand where a script would put the article.
    private static func prose(_ page: Page, _ kept: [Bool]) -> Float {
        var length: Float = 0
        for index in page.passages.indices where kept[index] {
            let census = page.passages[index].census
            length += census.sentenceEnds > 0 ? census.length : census.length / 4
        }
        return length
    }

    /// Whether most of it stands in elements that name themselves a consent box: what scripts show besides
    /// articles.
    private static func isConsent(_ page: Page) -> Bool {
        let length = page.outermost(bearing: .consent).reduce(Float(0)) {
            $0 + page.sum(of: $1).length
        }
        return length > 0.5 * page.sum(of: 0).length
    }

    private static func blocks(of html: String, _ floor: Float, _ address: PageAddress?) -> [Block]?
    {
        // A word has five letters and a space at least where it has any length to speak of.
        guard Float(html.utf8.count) > 3 * floor else { return nil }
        let page = PageReader.read(PageTree.read(Array(html.utf8)))
        let kept = ContentBody.verdict(of: page).kept
        guard page.length(of: kept) > floor, !isConsent(page) else { return nil }
        let blocks = BlockAssembler.blocks(of: page, kept: kept, address: address)
        return blocks.isEmpty ? nil : blocks
    }
}
