import BriefModel
import FoundationEssentials
import LibXML

/// Reads the posts that a page marks up as h-entry (microformats.org/wiki/h-feed, h-entry; microformats2 parsing).
struct HFeedParser {
    static let entryLimit = 200

    private let scope: Scope

    init(_ scope: Scope) { self.scope = scope }

    /// nil where the page has no post of its own.
    func parse(_ utf8: [UInt8]) -> ParsedFeed? {
        guard let page = HTMLDocument(parsing: utf8) else { return nil }
        let base = text(page, "//base[1]/@href").flatMap(scope.link)
        var scope = scope
        scope.base = base ?? scope.base
        let entries = found(page, "//*[\(Self.has("h-entry"))]").prefix(Self.entryLimit)
            .compactMap { entry($0, scope) }
        guard !entries.isEmpty else { return nil }
        let own = "//*[\(Self.has("h-feed"))]"
        let title =
            text(
                page,
                "\(own)//*[\(Self.has("p-name"))][not(ancestor::*[\(Self.has("h-entry"))])][1]")
            ?? text(page, "//title[1]")
        let author = text(
            page,
            "\(own)//*[\(Self.has("p-author"))][not(ancestor::*[\(Self.has("h-entry"))])][1]")
        var feed = ParsedFeed(
            format: .html, title: title, link: scope.base,
            language: text(page, "//html/@lang").map(Scope.tag), entries: entries)
        guard let author else { return feed }
        feed.authors = [author]
        for index in feed.entries.indices where feed.entries[index].authors.isEmpty {
            feed.entries[index].authors = feed.authors
        }
        return feed
    }

    /// One post, its own element the outermost.
    private func entry(_ html: String, _ scope: Scope) -> Entry? {
        guard let post = HTMLDocument(parsing: Array(html.utf8)) else { return nil }
        var entry = Entry()
        let content = found(post, property("e-content")).first
        entry.link = address(post, "u-url", scope)
        entry.id = address(post, "u-uid", scope) ?? entry.link
        entry.title = text(post, property("p-name"))
        entry.published = date(post, "dt-published")
        entry.updated = date(post, "dt-updated")
        entry.content = content.map { resolved($0, scope) }
        entry.summary = found(post, property("p-summary")).first.map { resolved($0, scope) }
        entry.categories = Array(texts(post, property("p-category")).prefix(64))
        entry.authors = authors(post)
        for (name, type) in [
            ("u-photo", "image/*"), ("u-audio", "audio/*"), ("u-video", "video/*"),
        ] {
            for url in addresses(post, name).prefix(64).compactMap(scope.link) {
                entry.enclosures.append(Enclosure(url: url, type: type))
            }
        }
        if let title = entry.title, let content,
            title == Self.folded(PlainText.of(html: Array(content.utf8)[...]))
        {
            // A note: its name is nothing but its words.
            entry.title = nil
        }
        let isEmpty =
            entry.link == nil && entry.content == nil && entry.summary == nil && entry.title == nil
        return isEmpty ? nil : entry
    }

    private func authors(_ post: HTMLDocument) -> [String] {
        let author = property("p-author")
        let names = texts(post, "\(author)//*[\(Self.has("p-name"))]")
        let all = names.isEmpty ? texts(post, author) : names
        return all.prefix(16).compactMap(AuthorList.name)
    }

    // MARK: Values

    private static func has(_ name: String) -> String {
        "contains(concat(' ', normalize-space(@class), ' '), ' \(name) ')"
    }

    /// A property of the post itself: within no other item but the post.
    private func property(_ name: String) -> String {
        let item = "contains(concat(' ', normalize-space(@class)), ' h-')"
        return "//*[\(Self.has(name))][count(ancestor::*[\(item)]) = 1]"
    }

    private func date(_ post: HTMLDocument, _ name: String) -> Date? {
        let element = property(name)
        let value =
            text(post, "\(element)[1]/@datetime")
            ?? text(post, "\(element)[1]//*[\(Self.has("value"))]/@title") ?? text(post, element)
        return value.flatMap(FeedDate.parse)
    }

    private func address(_ post: HTMLDocument, _ name: String, _ scope: Scope) -> String? {
        addresses(post, name).first.flatMap(scope.link)
    }

    private func addresses(_ post: HTMLDocument, _ name: String) -> [String] {
        let element = property(name)
        let stated = texts(post, "\(element)/@href | \(element)/@src | \(element)/@data")
        return stated.isEmpty ? texts(post, element) : stated
    }

    private func resolved(_ html: String, _ scope: Scope) -> String {
        guard let base = scope.base else { return html }
        return String(
            decoding: LinkResolver(base: base).resolve(Array(html.utf8)[...]), as: UTF8.self)
    }

    private func text(_ page: HTMLDocument, _ expression: String) -> String? {
        texts(page, expression).first
    }

    private func texts(_ page: HTMLDocument, _ expression: String) -> [String] {
        // What takes too many steps is as if it were not there.
        ((try? page.strings(expression)) ?? []).map(Self.folded).filter { !$0.isEmpty }
    }

    private func found(_ page: HTMLDocument, _ expression: String) -> [String] {
        // The same.
        (try? page.html(expression)) ?? []
    }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
