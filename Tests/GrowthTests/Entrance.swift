import BriefModel
import Charsets
import Documents
import Settings
import Workers

@testable import ArticleExtraction
@testable import BriefDaemon
@testable import FeedParsing
@testable import Settings

/// A door through which text from outside comes in, and all that is done to it behind that.
enum Entrance: String, CaseIterable, Sendable {
    case html, hiddenJSON, linkedData, discovery
    case markdown, frontMatter, text
    case feed, brokenFeed, jsonFeed
    case opml, configuration, siteRule, ruledPage, links
    case mail, mailPage, mailHeader, mailbox, savedPage, zipNames, webArchive, richText
    case date, feedDate, byline, address

    func read(_ text: String) {
        switch self {
        case .html: extract(text, .html)
        case .hiddenJSON:
            extract("<title>A title of words</title><script type='application/json'>\(text)", .html)
        case .linkedData:
            extract(
                "<script type='application/ld+json'>{\"@type\":\"Article\",\(text)</script>", .html)
        case .discovery:
            _ = DocumentReader().feedLinks(
                inHTML: Array(text.utf8), baseURL: "https://example.org/")
        case .markdown: extract(text, .markdown)
        case .frontMatter: extract("---\n" + text, .markdown)
        case .text: extract(text, .text)
        case .feed: feed("<rss version='2.0'><channel>\(text)</channel></rss>")
        case .brokenFeed: feed("<rss version='2.0'><channel><item>&bull; & \(text)")
        case .jsonFeed: feed("{\"version\":\"https://jsonfeed.org/version/1.1\",\(text)")
        case .opml: _ = try? SubscriptionsFile.read(Array(text.utf8))
        case .configuration:
            _ = try? Configuration.read(text, file: "briefd.toml", folder: "/etc/briefd")
        case .siteRule: _ = try? SiteRuleScript(SiteRule(file: "example.org.txt", text: text))
        case .ruledPage: extract(text, .html, rule: Self.rule)
        case .links: _ = LinkFile(text).addresses
        case .mail: packed("From: a@b.example\nMIME-Version: 1.0\n" + text, "eml")
        case .mailPage:
            packed("From: a@b.example\nSubject: a\nContent-Type: text/html\n\n" + text, "eml")
        case .mailHeader: packed("From: a@b.example\nSubject: \(text)\n\nWords.", "eml")
        case .mailbox: packed("From a@b.example Fri Mar  6 09:30:00 2026\n" + text, "mbox")
        case .savedPage:
            packed(
                "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n" + text, "mhtml"
            )
        case .zipNames: packed("PK\u{3}\u{4}" + text, "zip")
        case .webArchive: packed("<plist><key>WebMainResource</key>" + text, "webarchive")
        case .richText: packed("{\\rtf1 " + text + "}", "rtf")
        case .date, .feedDate, .byline, .address: readFact(StreamSafeText.mended(text))
        }
    }

    /// What stands within documents has come through their doors.
    private func readFact(_ text: String) {
        switch self {
        case .date: _ = StatedDate.parse(text)
        case .feedDate: _ = FeedDate.parse(text)
        case .byline:
            _ = Byline.read(text)
            _ = AuthorNames.clean(text)
        default: _ = PageAddress.resolve(text, on: PageAddress("https://example.org/a/b"))
        }
    }

    private func extract(_ text: String, _ type: DocumentType, rule: SiteRule? = nil) {
        let request = ExtractionRequest(
            bytes: Array(text.utf8), type: type, url: "https://example.org/a",
            arrival: .init(timeIntervalSince1970: 1_700_000_000), siteRule: rule)
        _ = try? DocumentReader().read(request)
    }

    private func packed(_ text: String, _ suffix: String) {
        let bytes = Array(text.utf8)
        let request = ExtractionRequest(
            bytes: bytes, name: "a." + suffix, arrival: .init(timeIntervalSince1970: 1_700_000_000))
        _ = try? DocumentReader().read(request)
        _ = try? DocumentUnpacker().parts(
            of: bytes, name: "a." + suffix, promised: DocumentFormat(suffix: suffix))
    }

    private func feed(_ text: String) {
        _ = try? DocumentReader().parseFeed(
            FeedRequest(bytes: Array(text.utf8), url: "https://example.org/feed"))
    }

    private static let rule = SiteRule(
        file: "example.org.txt",
        text: """
            title: //h1
            author: //*[@class='by']
            body: //article | //div[@id='a']
            strip: //p[contains(., 'z')]
            strip_id_or_class: side
            replace_string(<i>): <b>
            """)
}
