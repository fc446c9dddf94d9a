import BriefModel
import LibXML

/// Reads an article out of a page or a fragment of HTML.
enum HTMLDocumentReader {
    struct Reading {
        var body: ExtractedBody
        var url: String?
        /// What the page alone gives, where that is another body; nil else.
        var alone: ExtractedBody?
        /// These two as in `BodyVerdict`.
        var siteMemory: Int?
        var trace: PageTrace?
    }

    /// - Parameters:
    ///   - utf8: well-formed.
    ///   - given: the address that it was fetched from.
    ///   - savedFrom: see `ExtractionRequest.savedFrom`.
    ///   - known: what a feed states of its entry; it counts for the content of one only.
    ///   - aid: what is known of the page beside what it says; it counts for whole pages only.
    ///   - rule: how the pages of this site are read; it counts for whole pages only.
    static func read(
        _ utf8: [UInt8], url given: String?, savedFrom: String? = nil,
        scope: ExtractionRequest.Scope,
        known: KnownFacts = KnownFacts(), rule: SiteRule? = nil,
        aid: JudgeAid = JudgeAid(), judge: BodyJudge
    ) -> Reading {
        let copied = ClipboardFragment.taken(from: utf8)
        let utf8 = copied?.page ?? utf8
        var warning: String?
        let ruled =
            scope == .page ? rule.flatMap { RuledPage.apply($0, to: utf8, warning: &warning) } : nil
        let tree = PageTree.read(ruled?.page ?? utf8, isUTF8: true)
        let page = page(of: tree)
        let shown =
            given ?? savedFrom ?? copied?.address
            ?? (scope == .page ? SavedPage.address(in: utf8) : nil)
        let url = shown.map(ArchivedAddress.original)
        // The judge goes by the document alone; whose the facts are, the address may tell.
        let stated = PageMetadata(tree.tree)
        let metadata =
            url != nil && stated.lacksAddress ? PageMetadata(tree.tree, url: url) : stated
        var verdict =
            scope == .page
            ? judge.verdict(
                of: page, metadata: stated, aid: ruled == nil ? aid : JudgeAid())
            : scope == .mail
                ? MailPage.verdict(
                    of: page, language: known.language, title: known.title, houses: known.houses,
                    isForwarded: known.isForwarded)
                : ContentBody.verdict(
                    of: page, language: known.language, entry: EntryFacts(known, url: given))
        let canonical = metadata.address(on: url)
        let source = Source(
            page: page, metadata: metadata, url: url, scope: scope, known: known, ruled: ruled,
            address: address(of: shown ?? canonical, base: metadata.base), warning: warning)
        let alone = verdict.alone.first.map { alone in
            var alone = alone
            return body(of: source, &alone)
        }
        return Reading(
            body: body(of: source, &verdict), url: canonical, alone: alone,
            siteMemory: verdict.siteMemory, trace: verdict.trace)
    }

    /// A page as it was read, before anything of it was chosen.
    private struct Source {
        let page: Page
        let metadata: PageMetadata
        let url: String?
        let scope: ExtractionRequest.Scope
        let known: KnownFacts
        let ruled: RuledPage?
        let address: PageAddress?
        let warning: String?
    }

    /// The body that a verdict chose, with the page's facts.
    private static func body(of source: Source, _ verdict: inout BodyVerdict) -> ExtractedBody {
        let (page, metadata, scope) = (source.page, source.metadata, source.scope)
        var body = ExtractedBody()
        if scope == .page {
            readFacts(
                PageFacts(page: page, metadata: metadata, url: source.url, kept: verdict.kept),
                &body)
            PageOpening(page: page, title: body.title, authors: body.authors).drop(from: &verdict)
        } else {
            let known = source.known
            body.published = PageOpening(page: page, title: known.title, authors: known.authors)
                .drop(from: &verdict)
        }
        let kept = verdict.kept
        body.blocks = BlockAssembler.blocks(
            of: page, kept: kept, address: source.address, isContent: scope != .page)
        body.quality = body.blocks.isEmpty ? 0 : Double(verdict.quality)
        if scope == .page {
            if let hidden = HiddenBody.find(in: page, metadata, kept: kept, address: source.address)
            {
                body.blocks = hidden.blocks
                body.quality = max(body.quality, 0.6)
                body.warnings.append(
                    "body taken from \(hidden.source): the page shows little text")
            }
            source.ruled?.write(into: &body, address: source.address)
            dropTitle(&body)
        } else if scope == .mail {
            body.title = source.known.title
            dropTitle(&body)
        }
        body.warnings += [source.warning].compactMap { $0 }
        return body
    }

    /// What links are resolved on: the page's address, and `<base>` (WHATWG HTML §4.2.3).
    private static func address(of url: String?, base: String?) -> PageAddress? {
        let page = url.flatMap { PageAddress($0) }
        guard let base, let resolved = PageAddress.resolve(base, on: page),
            let address = PageAddress(resolved)
        else { return page }
        return page?.resolving(on: address) ?? address
    }

    /// What readers without scripts see counts only where others see nearly nothing.
    static func page(of tree: PageTree) -> Page {
        let page = PageReader.read(tree)
        guard page.sum(of: 0).length < 60 else { return page }
        let other = PageReader.read(tree, readsNoscript: true)
        return other.sum(of: 0).length > 3 * page.sum(of: 0).length ? other : page
    }

    private static func readFacts(_ facts: PageFacts, _ body: inout ExtractedBody) {
        body.language = facts.language
        body.site = facts.site
        facts.readHeading(into: &body)
        body.excerpt = facts.excerpt
        body.statement = facts.statement(published: body.published)
        if let series = body.title.flatMap(SeriesNumber.parse) {
            body.series = series.series
            body.number = series.number
        }
    }

    private static func dropTitle(_ body: inout ExtractedBody) {
        let first = body.blocks.firstIndex { block in
            switch block {
            case .image, .attachment: false
            default: true
            }
        }
        guard let title = body.title, let first,
            case .heading(_, let content) = body.blocks[first]
        else { return }
        if TextFolding.fold(TextWriter.plain(content)) == TextFolding.fold(title) {
            body.blocks.remove(at: first)
        }
    }
}
