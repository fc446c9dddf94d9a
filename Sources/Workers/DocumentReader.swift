import ArticleExtraction
import BriefModel
import ContentIdentity
import FeedParsing

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
        } catch {
            throw ReadingError(code: "not-a-feed", description: error.description)
        }
    }

    /// The addresses of the feeds that an HTML page offers, in document order.
    public func feedLinks(inHTML bytes: [UInt8], baseURL: String) -> [String] {
        FeedDiscovery.feedLinks(inHTML: bytes, baseURL: baseURL).map(\.url)
    }
}
