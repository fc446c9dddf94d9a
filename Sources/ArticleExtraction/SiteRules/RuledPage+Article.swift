import LibXML

extension RuledPage {
    /// Puts what the rule found over what was read without it.
    func write(into article: inout ExtractedBody, address: PageAddress?) {
        if let title { article.title = title }
        if !authors.isEmpty { article.authors = authors }
        if let published { article.published = published }
        article.warnings += warnings
        if let blocks = blocks(address) {
            article.blocks = blocks
            article.quality = max(article.quality, 0.9)
        } else if !findsBodyItself {
            article.blocks = []
            article.quality = 0
            article.warnings.append(
                "the site rule finds no body, and autodetect_on_failure is no: the rule is out of date"
            )
        } else if namesBody {
            article.warnings.append(
                "the site rule finds no body, the page was read as any other: the rule is out of date"
            )
        }
    }

    /// The chosen body, all of it where the rule says `prune: no`, else without share bars and the like.
    private func blocks(_ address: PageAddress?) -> [Block]? {
        guard let body else { return nil }
        let page = PageReader.read(PageTree.read(Array(body.utf8)))
        let kept = Self.kept(in: page, prunes: prunes)
        let blocks = BlockAssembler.blocks(of: page, kept: kept, address: address)
        return blocks.isEmpty ? nil : blocks
    }

    /// Which passages of the chosen body are kept.
    static func kept(in page: Page, prunes: Bool) -> [Bool] {
        prunes
            ? ContentBody.verdict(of: page).kept
            : [Bool](repeating: true, count: page.passages.count)
    }
}
