import BriefModel
import Charsets
import LibXML

/// Reads a feed of any format from the bytes that came.
///
/// Pure: no network, disk or clock. Ill-formed feeds are recovered as people expect, and say so in
/// `ParsedFeed.warnings`; one whose document ended too early also in `isTruncated`. Content is not
/// sanitised here. No entity of a document's own is ever expanded but plain text; time and memory are
/// linear in the input and bounded.
public struct FeedParser: Sendable {
    /// Bytes that a feed may have at most.
    public static let sizeLimit = 64 << 20

    public init() {}

    public func parse(_ request: FeedRequest) throws(FeedParsingError) -> ParsedFeed {
        guard request.bytes.count <= Self.sizeLimit else {
            throw .tooLarge(bytes: request.bytes.count, limit: Self.sizeLimit)
        }
        guard request.bytes.contains(where: { !$0.isSpace }) else { throw .empty }
        let decoded = FeedEncoding.decode(request)
        let scope = Scope(base: request.url, language: nil)
        var feed: ParsedFeed
        if request.kind != .feed {
            feed = try parsePages(decoded.utf8, request.kind, scope)
        } else if decoded.utf8.first(where: { !$0.isSpace }) == 0x7B {
            let document = try JSONReader.read(decoded.utf8)
            feed = try parseJSON(document, scope)
        } else if decoded.utf8.first(where: { !$0.isSpace }) == 0x5B {
            throw .notAFeed(root: "a JSON array")
        } else {
            feed = try parseXML(decoded.utf8, scope)
        }
        feed.language = feed.language ?? request.contentLanguage
        feed.warnings = decoded.warnings + feed.warnings
        hear(request.linkFields, scope, &feed)
        feed.boundFacts()
        return feed
    }

    private func parsePages(
        _ utf8: [UInt8], _ kind: FeedKind, _ scope: Scope
    ) throws(FeedParsingError) -> ParsedFeed {
        guard kind == .sitemap else {
            guard let feed = HFeedParser(scope).parse(utf8) else {
                throw .notAFeed(root: "a page without posts (h-entry of microformats2)")
            }
            return feed
        }
        if utf8.first(where: { !$0.isSpace }) != .lessThan {
            guard let feed = SitemapParser.parse(lines: utf8) else {
                throw .notAFeed(root: "no list of addresses")
            }
            return feed
        }
        let result = try TolerantXMLReader.read(utf8, limits: XMLLimits())
        let tape = FeedTape(result.tape)
        guard var feed = SitemapParser(tape: tape).parse(scope) else {
            let name = tape.roots.first(where: { _ in true }).map {
                tape.tape.names[Int(tape.tape.nodes[$0].name)].local
            }
            throw .notAFeed(
                root: name.map { "a <\($0.prefix(40))> document and no sitemap" } ?? "no XML")
        }
        feed.warnings += result.warnings
        feed.isTruncated = result.isTruncated
        return feed
    }

    /// What a server says of hub and topic comes before what the document says (WebSub §4).
    private func hear(_ fields: [String], _ scope: Scope, _ feed: inout ParsedFeed) {
        let links = fields.flatMap(LinkField.links)
        func targets(of relation: Substring) -> [String] {
            links.filter {
                ($0.parameters["rel"] ?? "").lowercased().split(separator: " ").contains(relation)
            }.compactMap { scope.link($0.target) }
        }
        let hubs = targets(of: "hub")
        feed.hubs = Array((hubs + feed.hubs.filter { !hubs.contains($0) }).prefix(8))
        if !feed.hubs.isEmpty, let own = targets(of: "self").first { feed.ownAddress = own }
    }

    private func parseJSON(
        _ document: JSONValue, _ scope: Scope
    ) throws(FeedParsingError) -> ParsedFeed {
        if let rss = RSSInJSONParser.root(of: document) {
            return RSSInJSONParser(scope).parse(rss).feed
        }
        guard JSONFeedParser.isFeed(document) else {
            throw .notAFeed(root: "JSON without a feed's members")
        }
        return JSONFeedParser(scope).parse(document).feed
    }

    private func parseXML(_ utf8: [UInt8], _ scope: Scope) throws(FeedParsingError) -> ParsedFeed {
        let limits = XMLLimits()
        if !FeedPrologue.hasInternalSubset(utf8) {
            do {
                let tape = FeedTape(try XMLReader.read(utf8, limits: limits))
                return try draft(tape, utf8, scope).feed
            } catch let error as FeedParsingError {
                throw error
            } catch {
                // Ill-formed, or with entities of HTML: read again, with tolerance.
            }
        }
        let result = try TolerantXMLReader.read(utf8, limits: limits)
        var feed = try draft(FeedTape(result.tape), utf8, scope).feed
        feed.warnings = result.warnings + feed.warnings
        feed.isTruncated = result.isTruncated
        return feed
    }

    private func draft(
        _ tape: FeedTape, _ utf8: [UInt8], _ scope: Scope
    ) throws(FeedParsingError) -> FeedDraft {
        var first: String?
        for root in tape.roots {
            let name = tape.tape.names[Int(tape.tape.nodes[root].name)].local
            first = first ?? name
            switch FeedRoot(Array(name.utf8)[...]) {
            case .rss, .rdf: return RSSParser(tape: tape).parse(root, scope)
            case .atom: return AtomParser(tape: tape).parse(root, scope)
            case .channel:
                // CDF writes its addresses as attributes; a bare channel else is RSS without its root.
                let isCDF =
                    tape.children(of: root).contains { tape.name($0).word == .abstract }
                    || tape.attribute(root, .href) != nil || name == "CHANNEL"
                return isCDF
                    ? CDFParser(tape: tape).parse(root, scope)
                    : RSSParser(tape: tape).parse(root, scope)
            case .redirect:
                var draft = FeedDraft(format: .rss, version: nil)
                draft.note(move: redirection(root, tape, scope))
                return draft
            case nil: continue
            }
        }
        if FeedSniffer.kind(of: utf8) == .html { throw .html }
        throw .notAFeed(root: first.map { "a <\($0.prefix(40))> document" } ?? "no XML and no JSON")
    }

    /// Where `<redirect><newLocation>` says that the feed is now (Dave Winer's RSS redirects).
    private func redirection(_ root: Int, _ tape: FeedTape, _ scope: Scope) -> String? {
        let text = ElementText(tape: tape)
        return tape.children(of: root).first { tape.name($0).word == .newlocation }
            .flatMap { text.link($0, scope) }
    }
}
