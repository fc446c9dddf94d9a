import ArticleExtraction
import BriefModel
import Charsets
import ContentIdentity
import Documents
import FeedParsing
import Hashing

/// Everything that is done to bytes from outside, as one pure value: extraction, identity and feed parsing.
/// It runs in caged children only: those of the daemon (`WorkerPool`) and of briefctl (`CagedReader`).
public struct DocumentReader: Sendable {
    private let extractor = ArticleExtractor()
    private let parser = FeedParser()

    public init() {}

    public func read(_ request: ExtractionRequest) throws(ReadingError) -> ReadDocument {
        let read = try aidedArticle(in: request)
        var identity = Identity(text: read.article.text)
        if let text = read.aloneText {
            let alone = Identity(hashOf: text).contentHash
            identity.unaidedHash = alone == identity.contentHash ? nil : alone
        }
        return ReadDocument(article: read.article, identity: identity, trace: read.trace)
    }

    /// What `briefctl extract` prints of a document: see `ExtractReport`.
    func report(_ request: ExtractionRequest) throws(ReadingError) -> [UInt8] {
        let article = try aidedArticle(in: request).article
        return ExtractReport(article, Identity(hashOf: article.text)).members()
    }

    private func aidedArticle(
        in request: ExtractionRequest
    ) throws(ReadingError) -> AidedArticle {
        let (request, format) = try unpacked(request)
        do {
            var read = try extractor.read(request)
            read.article.format = format
            return read
        } catch {
            throw ReadingError(code: "not-readable", description: error.description)
        }
    }

    /// The documents that stand in a file: see `DocumentUnpacker.parts`.
    func open(_ bytes: [UInt8], _ opening: Opening) throws(ReadingError) -> UnpackedFile {
        do {
            return try DocumentUnpacker(limits: opening.limits).parts(
                of: bytes, name: opening.name, promised: opening.format, from: opening.first)
        } catch {
            throw ReadingError(error)
        }
    }

    /// The request for the document that a file is, or that stands in it alone, with the facts that the file states; and
    /// what the file is, nil where it is read as it is.
    private func unpacked(
        _ request: ExtractionRequest
    ) throws(ReadingError) -> (ExtractionRequest, DocumentFormat?) {
        guard request.scope == .page else { return (request, nil) }
        let unpacker = DocumentUnpacker()
        let promised = request.format ?? request.promisedFormat
        guard let format = unpacker.format(of: request.bytes, promised: promised) else {
            return (request, nil)
        }
        let name = request.name ?? ""
        let document: PackedDocument
        do {
            document = try unpacker.document(in: request.bytes, as: format, name: name)
        } catch {
            throw ReadingError(error)
        }
        let inner = ExtractionRequest(
            bytes: document.bytes, type: document.type,
            name: document.name.isEmpty ? nil : document.name, charset: document.charset,
            url: request.url, savedFrom: request.savedFrom ?? document.url, scope: document.scope,
            known: document.known.completed(by: request.known), arrival: request.arrival,
            siteRule: request.siteRule, site: request.site)
        return (inner, format)
    }

    /// What compressed bytes hold, at most `limit` bytes.
    func unpack(_ bytes: [UInt8], limit: Int) throws(ReadingError) -> [UInt8] {
        guard let compression = Compression(of: bytes) else {
            throw ReadingError(
                code: "not-gzip",
                description: "not gzip, xz, bzip2 or zstd data: the magic number is missing; send"
                    + " the file as it is")
        }
        do {
            return try compression.decompress(bytes, limit: limit)
        } catch .tooLarge {
            throw ReadingError(
                code: "unpacks-too-large", description: "more than \(limit) bytes come out of it")
        } catch .tooMuchMemory(let one, let most) {
            let error = CompressionError.tooMuchMemory(one, limit: most)
            throw ReadingError(code: "not-of-format", description: error.description)
        } catch {
            // The code of gzip is older than the one that says the same of archives.
            throw ReadingError(
                code: compression == .gzip ? "not-gzip" : "damaged", description: error.description)
        }
    }

    /// Why each passage of a document was kept or dropped.
    public func explain(_ request: ExtractionRequest) throws(ReadingError) -> Explanation {
        let (request, _) = try unpacked(request)
        do {
            return try extractor.explain(request)
        } catch {
            throw ReadingError(code: "not-readable", description: error.description)
        }
    }

    public func parseFeed(_ request: FeedRequest) throws(ReadingError) -> ParsedFeed {
        do {
            return try parser.parse(request)
        } catch .html {
            throw ReadingError(
                code: ReadingError.webPage, description: FeedParsingError.html.description)
        } catch {
            if let kind = BinarySniffer.kind(of: request.bytes) {
                throw ReadingError(
                    code: "not-a-feed",
                    description: "not a feed: the document is \(kind); check the address")
            }
            throw ReadingError(code: "not-a-feed", description: error.description)
        }
    }

    /// The feeds that an HTML page offers: see `FeedDiscovery`.
    public func feedLinks(
        inHTML bytes: [UInt8], baseURL: String, linkFields: [String] = []
    ) -> [FeedLink] {
        FeedDiscovery.feedLinks(inHTML: bytes, baseURL: baseURL, linkFields: linkFields)
    }
}

extension ExtractionRequest {
    /// What somebody says that the document is, by its type or its name.
    fileprivate var promisedFormat: DocumentFormat? {
        switch type {
        case .html: .html
        case .text: .text
        case .markdown: .markdown
        case .auto: name.flatMap { DocumentFormat(name: $0) }
        }
    }
}

extension ReadingError {
    init(_ error: DocumentsError) {
        self.init(
            code: error.code.rawValue, description: "document not read: " + error.description)
    }
}
