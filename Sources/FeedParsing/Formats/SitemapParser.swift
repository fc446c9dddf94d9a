import BriefModel
import FoundationEssentials

/// Reads sitemaps (sitemaps.org 0.9) with the news extension (developers.google.com, news sitemap), as feeds of pages.
struct SitemapParser {
    /// Pages of one list that are taken, the newest: a list may hold 50,000, of as many years.
    static let entryLimit = 1_000
    /// Lists of one list that are asked.
    static let partLimit = 5

    private let tape: FeedTape
    private let text: ElementText

    init(tape: FeedTape) {
        self.tape = tape
        text = ElementText(tape: tape)
    }

    /// nil where the document is none.
    func parse(_ scope: Scope) -> ParsedFeed? {
        for root in tape.roots {
            switch local(root) {
            case "urlset": return pages(of: root, scope)
            case "sitemapindex": return parts(of: root, scope)
            default: continue
            }
        }
        return nil
    }

    /// Lines of addresses, and nothing else.
    static func parse(lines utf8: [UInt8]) -> ParsedFeed? {
        let lines = utf8.split { $0 == 0x0A || $0 == 0x0D }.map { $0.trimmed }
            .filter { !$0.isEmpty }
        let addresses = lines.prefix(entryLimit).map(\.string)
        guard !addresses.isEmpty, addresses.allSatisfy(Address.isWeb) else { return nil }
        return ParsedFeed(
            format: .sitemap, entries: addresses.map { Entry(id: $0, link: $0) },
            warnings: warnings(of: lines.count))
    }

    private func pages(of root: Int, _ scope: Scope) -> ParsedFeed {
        var entries: [Entry] = []
        var count = 0
        var title: String?
        for url in tape.children(of: root) where local(url) == "url" {
            count += 1
            guard count <= FeedDraft.entryLimit, let entry = entry(url, scope, &title) else {
                continue
            }
            entries.append(entry)
        }
        let newest = entries.newestFirst { $0.published ?? $0.updated }
        return ParsedFeed(
            format: .sitemap, title: title,
            entries: Array(newest.prefix(Self.entryLimit)),
            warnings: Self.warnings(of: count))
    }

    private static func warnings(of count: Int) -> [String] {
        count > entryLimit ? ["\(count) pages; the \(entryLimit) newest were taken"] : []
    }

    private func entry(_ url: Int, _ scope: Scope, _ title: inout String?) -> Entry? {
        var entry = Entry()
        for child in tape.children(of: url) {
            switch local(child) {
            case "loc" where entry.link == nil: entry.link = text.link(child, scope)
            case "lastmod": entry.updated = text.date(child)
            case "news": read(news: child, into: &entry, &title)
            default: continue
            }
        }
        guard let link = entry.link, Address.isWeb(link) else { return nil }
        entry.id = link
        return entry
    }

    private func read(news: Int, into entry: inout Entry, _ title: inout String?) {
        for child in tape.children(of: news) {
            switch local(child) {
            case "title": entry.title = text.plain(child)
            case "publication_date": entry.published = text.date(child)
            case "keywords":
                let words = text.plain(child)?.split(separator: ",") ?? []
                entry.categories = words.prefix(64).map {
                    Array($0.utf8)[...].trimmed.string
                }.filter { !$0.isEmpty }
            case "publication":
                for part in tape.children(of: child) {
                    switch local(part) {
                    case "name": title = title ?? text.plain(part)
                    case "language": entry.language = text.raw(part).map(Scope.tag)
                    default: continue
                    }
                }
            default: continue
            }
        }
    }

    private func parts(of root: Int, _ scope: Scope) -> ParsedFeed {
        var parts: [(url: String, date: Date?)] = []
        for part in tape.children(of: root).prefix(FeedDraft.entryLimit)
        where local(part) == "sitemap" {
            var url: String?
            var date: Date?
            for child in tape.children(of: part) {
                switch local(child) {
                case "loc" where url == nil: url = text.link(child, scope)
                case "lastmod": date = text.date(child) ?? date
                default: continue
                }
            }
            if let url, Address.isWeb(url) { parts.append((url, date)) }
        }
        let newest = parts.newestFirst(by: \.date)
        return ParsedFeed(
            format: .sitemap, parts: newest.prefix(Self.partLimit).map(\.url),
            warnings: parts.count > Self.partLimit
                ? ["\(parts.count) lists; the \(Self.partLimit) newest are asked"] : [])
    }

    private func local(_ element: Int) -> String {
        tape.tape.names[Int(tape.tape.nodes[element].name)].local.lowercased()
    }
}
