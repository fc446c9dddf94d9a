import BriefModel
import Charsets
import FoundationEssentials

/// Turns one document, HTML or text, into an article: the body without the furniture around it, and facts.
///
/// Pure: no disk, network or clock. The same request gives the same article. Time and memory are linear in
/// the size of the document.
public struct ArticleExtractor: Sendable {
    /// Stands in every article that this extractor made.
    public static let version = "briefd/1"

    /// Lines of a text, blank ones left out: each takes up to a kilobyte while it is judged. Prose of 32 MiB that is
    /// wrapped as usual has fewer.
    static let maxLines = 600_000

    /// Tags of a page, also those that close: each takes some seventy bytes while it is read. The longest manuals on one page
    /// have a quarter of them.
    static let maxTags = 3_000_000

    let judge: BodyJudge

    public init() { judge = .shared }

    /// Judges the passages of pages by other weights than its own: how training scores what it learned.
    /// The quality is then the expected F1 as it is, without the scale that is learned from it.
    ///
    /// - Parameter bodyWeights: packed trees as training/html/train.py writes them.
    public init(bodyWeights: [UInt8]) { judge = BodyJudge(packed: bodyWeights) }

    /// Reads the article. A document without one gives an article without text, and a warning that says why.
    ///
    /// - Throws: `ExtractionError` where the document is empty or no text at all.
    public func extract(_ request: ExtractionRequest) throws(ExtractionError) -> Article {
        try read(request).article
    }

    /// The article, and what was made of what is known beside the document.
    ///
    /// - Throws: as `extract` does.
    public func read(_ request: ExtractionRequest) throws(ExtractionError) -> AidedArticle {
        let decoded = try decode(request)
        var body: ExtractedBody
        var url = request.address
        var (aloneText, siteMemory, trace): (String?, Int?, PageTrace?) = (nil, nil, nil)
        switch decoded.type {
        case .html, .auto:
            let reading = HTMLDocumentReader.read(
                decoded.utf8, url: request.url, savedFrom: request.savedFrom, scope: request.scope,
                known: request.known,
                rule: request.siteRule, aid: JudgeAid(request), judge: judge)
            body = reading.body
            url = reading.url
            aloneText = reading.alone.map { TextWriter.write($0.blocks) }
            siteMemory = reading.siteMemory
            trace = reading.trace
        case .text:
            body = PlainTextReader.read(
                String(decoding: decoded.utf8, as: UTF8.self), scope: request.scope,
                language: request.known.language, title: request.known.title,
                houses: request.known.houses,
                isForwarded: request.known.isForwarded)
        case .markdown:
            body = MarkdownReader.read(String(decoding: decoded.utf8, as: UTF8.self))
        }
        body.warnings.insert(contentsOf: decoded.warnings, at: 0)
        url = url ?? body.url
        FactMerger.merge(request, into: &body)
        Attachments.add(to: &body.blocks, from: request)
        var article = article(body, url: url, type: decoded.type, charset: decoded.charset)
        article.siteMemory = siteMemory
        article.externalURL = request.known.externalURL
        article.commentsURL = request.known.commentsURL
        article.categories =
            request.known.categories.isEmpty ? body.categories : request.known.categories
        article.enclosures = request.known.enclosures
        article.boundFacts()
        if request.known.isCut {
            article.isCut = true
            article.warnings.append("the document is cut off: what stood at its end is missing")
        }
        return AidedArticle(article: article, aloneText: aloneText, trace: trace)
    }

    /// A document as text.
    struct Decoded {
        var utf8: [UInt8]
        var charset: String
        /// Never `auto`.
        var type: DocumentType
        var warnings: [String]
    }

    func decode(_ request: ExtractionRequest) throws(ExtractionError) -> Decoded {
        guard !request.bytes.isEmpty else { throw .empty }
        if let kind = BinarySniffer.kind(of: request.bytes) { throw .notText(kind: kind) }
        var declared = [request.charset].compactMap { $0 }
        if request.type != .text, request.type != .markdown {
            declared += [DeclaredCharset.find(in: request.bytes)].compactMap { $0 }
        }
        let decoded = CharacterDecoder().decode(request.bytes, declared: declared)
        let type =
            request.type == .auto
            ? DocumentSniffer.type(of: decoded.utf8, name: request.name) : request.type
        if type == .text || type == .markdown,
            LineSplitter.holdsMore(than: Self.maxLines, decoded.utf8)
        {
            throw .tooManyLines(limit: Self.maxLines)
        }
        if type == .html, Self.holdsMoreTags(than: Self.maxTags, decoded.utf8) {
            throw .tooManyTags(limit: Self.maxTags)
        }
        return Decoded(
            utf8: decoded.utf8, charset: decoded.charset, type: type, warnings: decoded.warnings)
    }

    /// By what begins as a tag does, wherever it stands.
    static func holdsMoreTags(than limit: Int, _ utf8: [UInt8]) -> Bool {
        // The shortest has three bytes.
        guard utf8.count > 3 * limit else { return false }
        var count = 0
        for byte in utf8 where byte == UInt8(ascii: "<") {
            count += 1
            if count > limit { return true }
        }
        return false
    }

    private func article(
        _ body: ExtractedBody, url: String?, type: DocumentType, charset: String
    ) -> Article {
        let text = TextWriter.write(body.blocks)
        let census = TextCensus(text)
        var warnings = body.warnings
        if census.words + census.ideographs == 0 {
            warnings.append(
                "no text found: the document holds no words outside of menus and notices")
        }
        return Article(
            title: body.title, authors: body.authors, published: body.published,
            modified: body.modified, site: body.site, url: url.map(PlainAddress.of),
            language: body.language,
            series: body.series, number: body.number,
            excerpt: body.excerpt.flatMap {
                StatedSummary.clean($0, of: text, authors: body.authors)
            } ?? (body.title == nil ? Beginning.of(text) : nil), text: text,
            markdown: MarkdownWriter.write(body.blocks),
            wordCount: Int(census.words + census.ideographs),
            quality: min(1, max(0, body.quality)), warnings: warnings, type: type, charset: charset,
            extractor: Self.version, statement: body.statement)
    }
}
