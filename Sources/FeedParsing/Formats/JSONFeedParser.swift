import BriefModel
import FoundationEssentials

/// Reads JSON Feed 1.0 and 1.1 (jsonfeed.org).
struct JSONFeedParser {
    private let scope: Scope

    init(_ scope: Scope) {
        self.scope = scope
    }

    /// Whether a JSON document is a feed at all.
    static func isFeed(_ document: JSONValue) -> Bool {
        if document["version"]?.text?.contains("jsonfeed") == true { return true }
        guard case .array? = document["items"] else { return false }
        return document["title"] != nil || document["feed_url"] != nil
            || document["home_page_url"] != nil
    }

    func parse(_ document: JSONValue) -> FeedDraft {
        // A file that was dropped has no address of its own: it says where it stands.
        let stated = [document["feed_url"]?.text, document["home_page_url"]?.text]
            .compactMap(\.self).first(where: { Address.isWeb($0) })
        if scope.base == nil, let stated {
            return JSONFeedParser(Scope(base: stated, language: scope.language)).read(document)
        }
        return read(document)
    }

    private func read(_ document: JSONValue) -> FeedDraft {
        var draft = FeedDraft(format: .json, version: version(document["version"]?.text))
        let own = EntryDraft.Rank.own
        draft.title.offer(title(document["title"]?.text), rank: own)
        draft.link.offer(scope.link(document["home_page_url"]?.text), rank: own)
        draft.id.offer(scope.link(document["feed_url"]?.text), rank: own)
        draft.description.offer(document["description"]?.text, rank: own)
        draft.language.offer(document["language"]?.text, rank: own)
        draft.olderPage = scope.link(document["next_url"]?.text)
        scope.link(document["feed_url"]?.text).map { draft.note(own: $0) }
        for hub in document["hubs"]?.items ?? []
        where hub["type"]?.text?.lowercased() == "websub" {
            scope.link(hub["url"]?.text).map { draft.note(hub: $0) }
        }
        for name in authors(of: document) { draft.authors.add(name, rank: own) }
        for item in document["items"]?.items ?? [] {
            guard case .object = item else { continue }
            var entry = entry(item)
            if entry.authors.isEmpty { entry.authors = draft.authors.names }
            draft.add(entry)
        }
        return draft
    }

    /// "https://jsonfeed.org/version/1.1" → "1.1".
    private func version(_ address: String?) -> String? {
        address?.split(separator: "/").last.map(String.init)
    }

    private func entry(_ item: JSONValue) -> Entry {
        var draft = EntryDraft()
        let own = EntryDraft.Rank.own
        draft.id.offer(item["id"]?.text, rank: own)
        draft.title.offer(title(item["title"]?.text), rank: own)
        draft.link.offer(scope.link(item["url"]?.text), rank: own)
        draft.link.offer(scope.link(item["external_url"]?.text), rank: own - 1)
        // An id "is ideally the full URL of the resource" (JSON Feed 1.1).
        if let id = item["id"]?.text, Address.isWeb(id) {
            draft.link.offer(scope.link(id), rank: own - 2)
        }
        draft.externalURL = scope.link(item["external_url"]?.text)
        draft.published.offer(item["date_published"]?.text.flatMap(FeedDate.parse), rank: own)
        draft.updated.offer(item["date_modified"]?.text.flatMap(FeedDate.parse), rank: own)
        draft.content.offer(html(item["content_html"]?.text), rank: own)
        draft.content.offer(escaped(item["content_text"]?.text), rank: own - 1)
        draft.summary.offer(escaped(item["summary"]?.text), rank: own)
        draft.language.offer(item["language"]?.text, rank: own)
        for name in authors(of: item) { draft.authors.add(name, rank: own) }
        for tag in item["tags"]?.items ?? [] {
            if let name = tag.text { draft.add(category: name) }
        }
        for attachment in item["attachments"]?.items ?? [] {
            guard let url = scope.link(attachment["url"]?.text) else { continue }
            draft.add(
                enclosure: Enclosure(
                    url: url, type: attachment["mime_type"]?.text,
                    length: attachment["size_in_bytes"]?.text,
                    title: attachment["title"]?.text))
            if draft.recording.duration == nil {
                draft.recording.duration =
                    Recording.duration(attachment["duration_in_seconds"]?.text)
            }
        }
        if let picture = scope.link(item["image"]?.text ?? item["banner_image"]?.text) {
            draft.add(enclosure: Enclosure(url: picture, type: "image/*"))
        }
        return draft.entry
    }

    /// `authors` of 1.1, else `author` of 1.0.
    private func authors(of value: JSONValue) -> [String] {
        let people = value["authors"]?.items ?? []
        let all = people.isEmpty ? [value["author"]].compactMap { $0 } : people
        return all.compactMap { $0["name"]?.text ?? $0["url"]?.text ?? $0.text }
    }

    private func html(_ text: String?) -> String? {
        guard let text, let base = scope.base else { return text }
        return String(
            decoding: LinkResolver(base: base).resolve(Array(text.utf8)[...]), as: UTF8.self)
    }

    /// Plain text, which some write with references all the same; nil where nothing can be read.
    private func title(_ text: String?) -> String? {
        guard let text else { return nil }
        let title = PlainText.withoutReferences(Array(text.utf8)[...])
        return title.allSatisfy { $0 == "\u{A0}" || $0 == " " } ? nil : title
    }

    private func escaped(_ text: String?) -> String? {
        text.map { PlainLines.html(of: Array($0.utf8)[...]) }
    }
}
