import BriefModel
import LibXML

/// Reads an article out of a page or a fragment of HTML.
enum HTMLDocumentReader {
    struct Reading {
        var body: ExtractedBody
        var url: String?
    }

    /// - Parameter rule: how the pages of this site are read; it counts for whole pages only.
    static func read(
        _ utf8: [UInt8], url: String?, scope: ExtractionRequest.Scope, rule: SiteRule? = nil
    ) -> Reading {
        var warning: String?
        let ruled =
            scope == .page ? rule.flatMap { RuledPage.apply($0, to: utf8, warning: &warning) } : nil
        let tree = HTMLTree(parsing: ruled?.page ?? utf8)
        let page = page(of: tree)
        let kept = scope == .content ? ContentBody.kept(in: page) : BodyFinder.kept(in: page)
        let metadata = PageMetadata(tree)
        let facts = PageFacts(page: page, metadata: metadata, url: url, kept: kept)
        let address = (url ?? facts.canonical).flatMap { PageAddress($0) }
        var body = ExtractedBody()
        body.blocks = BlockAssembler.blocks(of: page, kept: kept, address: address)
        if scope == .page {
            readFacts(page, facts, &body)
            body.quality = Self.quality(page, kept)
            if let hidden = HiddenBody.find(in: page, metadata, kept: kept, address: address) {
                body.blocks = hidden.blocks
                body.quality = max(body.quality, 0.6)
                body.warnings.append(
                    "body taken from \(hidden.source): the page shows little text")
            }
            ruled?.write(into: &body, address: address)
            dropTitle(&body)
        } else {
            body.quality = body.blocks.isEmpty ? 0 : 0.9
        }
        body.warnings += [warning].compactMap { $0 }
        return Reading(body: body, url: facts.canonical)
    }

    /// What readers without scripts see counts only where others see nearly nothing.
    private static func page(of tree: HTMLTree) -> Page {
        let page = PageReader.read(tree)
        guard page.sum(of: 0).length < 60 else { return page }
        let other = PageReader.read(tree, readsNoscript: true)
        return other.sum(of: 0).length > 3 * page.sum(of: 0).length ? other : page
    }

    private static func readFacts(_ page: Page, _ facts: PageFacts, _ body: inout ExtractedBody) {
        body.language = facts.language
        body.site = facts.site
        facts.readHeading(into: &body)
        body.excerpt = facts.excerpt
        if let series = body.title.flatMap(SeriesNumber.parse) {
            body.series = series.series
            body.number = series.number
        }
    }

    private static func dropTitle(_ body: inout ExtractedBody) {
        let first = body.blocks.firstIndex { block in
            if case .image = block { false } else { true }
        }
        guard let title = body.title, let first,
            case .heading(_, let content) = body.blocks[first]
        else { return }
        if TextFolding.fold(TextWriter.plain(content)) == TextFolding.fold(title) {
            body.blocks.remove(at: first)
        }
    }

    /// Long bodies of sentences without links are likely to be right.
    private static func quality(_ page: Page, _ kept: [Bool]) -> Double {
        var sum = Page.Sum()
        for index in page.passages.indices where kept[index] {
            let passage = page.sum(index..<index + 1)
            sum.length += passage.length
            sum.linked += passage.linked
            sum.sentenceEnds += passage.sentenceEnds
        }
        guard sum.length > 0 else { return 0 }
        let long = min(1, Double(sum.length) / 250)
        let prose = min(1, Double(sum.sentenceEnds) * 25 / Double(sum.length))
        return (0.2 + 0.5 * long + 0.3 * prose) * (1 - 0.7 * Double(sum.linkDensity))
    }
}
