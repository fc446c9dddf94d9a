import ArticleExtraction
import BriefModel
import Charsets
import ContentIdentity
import FeedParsing
import Hashing

/// Everything that is done to bytes from outside, as one pure value: extraction, identity and feed parsing.
/// It runs in caged children only: those of the daemon (`WorkerPool`) and of briefctl (`CagedReader`).
public struct DocumentReader: Sendable {
    private let extractor = ArticleExtractor()
    private let parser = FeedParser()

    public init() {}

    public func read(_ request: ExtractionRequest) throws(ReadingError) -> ReadDocument {
        do {
            let article = try extractor.extract(request)
            return ReadDocument(article: article, identity: Identity(text: article.text))
        } catch {
            throw ReadingError(code: "not-readable", description: error.description)
        }
    }

    /// What `briefctl extract` prints of a document: see `ExtractReport`.
    func report(_ request: ExtractionRequest) throws -> [UInt8] {
        let article: Article
        do {
            article = try extractor.extract(request)
        } catch {
            throw ReadingError(code: "not-readable", description: error.description)
        }
        return ExtractReport(article, Identity(hashOf: article.text)).members()
    }

    /// What gzip bytes hold, at most `limit` bytes.
    func unpack(_ bytes: [UInt8], limit: Int) throws(ReadingError) -> [UInt8] {
        do {
            return try Gzip.decompress(bytes, limit: limit)
        } catch .tooLarge {
            throw ReadingError(
                code: "unpacks-too-large", description: "more than \(limit) bytes come out of it")
        } catch {
            throw ReadingError(code: "not-gzip", description: error.description)
        }
    }

    /// Why each passage of a document was kept or dropped.
    public func explain(_ request: ExtractionRequest) throws(ReadingError) -> Explanation {
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
