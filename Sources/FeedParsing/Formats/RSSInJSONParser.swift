import BriefModel
import FoundationEssentials

/// Reads RSS 2.0 written in JSON (github.com/scripting/Scripting-News, rss-in-json): elements are members, one that
/// stands more than once is an array, and one with attributes an object that holds its text beside them.
struct RSSInJSONParser {
    private let scope: Scope

    init(_ scope: Scope) { self.scope = scope }

    /// The `rss` of a document that is one.
    static func root(of document: JSONValue) -> JSONValue? {
        guard let rss = document["rss"], case .object? = rss["channel"] else { return nil }
        return rss
    }

    func parse(_ rss: JSONValue) -> FeedDraft {
        var draft = FeedDraft(format: .json, version: nil)
        guard let channel = rss["channel"] else { return draft }
        let own = EntryDraft.Rank.own
        draft.title.offer(title(channel["title"]), rank: own)
        draft.link.offer(scope.link(text(channel["link"])), rank: own)
        draft.description.offer(text(channel["description"]), rank: own)
        draft.language.offer(text(channel["language"]).map(Scope.tag), rank: own)
        draft.updated.offer(date(channel["lastBuildDate"]), rank: own)
        draft.published.offer(date(channel["pubDate"]), rank: own)
        draft.authors.add(
            text(channel["managingEditor"]).flatMap(AuthorList.name), rank: own)
        draft.hints.ttlMinutes = text(channel["ttl"]).flatMap { Int($0) }
        for category in values(channel["category"]).compactMap(text) {
            draft.add(category: category)
        }
        // A few write the items beside the channel, as RDF does.
        for item in values(channel["item"]) + values(rss["item"]) {
            guard case .object = item else { continue }
            draft.add(entry(item))
        }
        draft.inheritAuthors()
        return draft
    }

    private func entry(_ item: JSONValue) -> Entry {
        var draft = EntryDraft()
        let own = EntryDraft.Rank.own
        draft.title.offer(title(item["title"]), rank: own)
        draft.link.offer(scope.link(text(item["link"])), rank: own)
        draft.published.offer(date(item["pubDate"]), rank: own)
        draft.summary.offer(html(item["description"]), rank: own)
        draft.content.offer(html(item["content:encoded"]), rank: own)
        for author in values(item["author"]) + values(item["dc:creator"]) {
            draft.authors.add(text(author).flatMap(AuthorList.name), rank: own)
        }
        for category in values(item["category"]).compactMap(text) { draft.add(category: category) }
        draft.commentsURL = scope.link(text(item["comments"]))
        for file in values(item["enclosure"]) { read(enclosure: file, into: &draft) }
        if let guid = text(item["guid"]) {
            draft.id.offer(guid, rank: own)
            let isPermanent = item["guid"]?["isPermaLink"].map { $0 != .bool(false) } ?? true
            if isPermanent, text(item["guid"]?["isPermaLink"]) != "false", Address.isWeb(guid) {
                draft.link.offer(guid, rank: EntryDraft.Rank.dublinCore)
            }
        }
        return draft.entry
    }

    private func read(enclosure file: JSONValue, into draft: inout EntryDraft) {
        guard let url = scope.link(file["url"]?.text ?? file["@url"]?.text) else { return }
        draft.add(
            enclosure: Enclosure(
                url: url, type: file["type"]?.text ?? file["@type"]?.text,
                length: file["length"]?.text ?? file["@length"]?.text))
    }

    /// An element that may stand more than once.
    private func values(_ value: JSONValue?) -> [JSONValue] {
        guard let value, value != .null else { return [] }
        if case .array(let items) = value { return items }
        return [value]
    }

    /// What an element says, whatever the converter called its text.
    private func text(_ value: JSONValue?) -> String? {
        guard let value else { return nil }
        if let text = value.text { return text }
        for name in ["#value", "#text", "$t", "_", "__text", "$"] {
            if let text = value[name]?.text { return text }
        }
        return nil
    }

    private func title(_ value: JSONValue?) -> String? {
        guard let text = text(value) else { return nil }
        let title = PlainText.of(html: Array(text.utf8)[...])
        return title.isEmpty ? nil : title
    }

    private func html(_ value: JSONValue?) -> String? {
        guard let text = text(value) else { return nil }
        guard let base = scope.base else { return text }
        return String(
            decoding: LinkResolver(base: base).resolve(Array(text.utf8)[...]), as: UTF8.self)
    }

    private func date(_ value: JSONValue?) -> Date? { text(value).flatMap(FeedDate.parse) }
}
