import BriefModel
import LibXML

/// What programs export as JSON.
enum JSONLibrary {
    static func items(
        _ json: JSONValue, content: (String) -> String?
    ) throws(LibraryReader.Failure) -> [ImportedItem] {
        if let list = json.array {
            let items = list.compactMap { entry($0, content: content) }
            guard !items.isEmpty || list.isEmpty else { throw .unknown }
            return items
        }
        if let list = json["items"]?.array { return list.compactMap(starred) }
        if let list = json["_embedded"]?["items"]?.array {
            return list.compactMap { entry($0, content: content) }
        }
        if case .object(let roots)? = json["roots"] {
            var items: [ImportedItem] = []
            for (_, root) in roots.sorted(by: { $0.key < $1.key }) {
                for child in root["children"]?.array ?? [] {
                    bookmarks(child, folders: [], into: &items)
                }
            }
            return items
        }
        if json["children"]?.array != nil {
            var items: [ImportedItem] = []
            bookmarks(json, folders: [], into: &items)
            return items
        }
        throw .unknown
    }

    /// wallabag, its interface too, and Omnivore: a list of objects with an address each.
    private static func entry(_ entry: JSONValue, content: (String) -> String?) -> ImportedItem? {
        guard let url = WebAddress.link(first(entry, "url", "given_url", "origin_url")) else {
            return nil
        }
        var item = ImportedItem(url: url)
        item.title = first(entry, "title").map(CharacterReferences.resolved)
        item.authors = strings(entry["published_by"]) + strings(entry["author"])
        item.published =
            ImportedDate.read(entry["published_at"]) ?? ImportedDate.read(entry["publishedAt"])
        item.tags = strings(entry["tags"]) + strings(entry["labels"])
        item.language = first(entry, "language")
        item.html = first(entry, "content") ?? first(entry, "slug").flatMap(content)
        return item
    }

    /// FreshRSS, and whatever else speaks as Google Reader did.
    private static func starred(_ entry: JSONValue) -> ImportedItem? {
        let links = (entry["canonical"]?.array ?? []) + (entry["alternate"]?.array ?? [])
        let url = links.lazy.compactMap { WebAddress.link($0["href"]?.string) }.first
        var item = ImportedItem(url: url)
        item.title = first(entry, "title").map(CharacterReferences.resolved)
        item.authors = strings(entry["author"])
        item.published = ImportedDate.read(entry["published"])
        item.tags = strings(entry["categories"]).compactMap { category in
            category.firstRange(of: "/label/").map { String(category[$0.upperBound...]) }
        }
        item.html =
            first(entry["content"] ?? .null, "content")
            ?? first(entry["summary"] ?? .null, "content")
        return item.url != nil || item.isDocument ? item : nil
    }

    /// A backup of bookmarks by Firefox or Chromium; folders are tags, but for those that every profile has.
    private static func bookmarks(
        _ node: JSONValue, folders: [String], into items: inout [ImportedItem]
    ) {
        if let url = WebAddress.link(first(node, "uri", "url")) {
            var item = ImportedItem(url: url)
            item.title = first(node, "title", "name")
            item.tags = folders + ImportedTags.split(first(node, "tags") ?? "")
            items.append(item)
        }
        guard folders.count < 32 else { return }
        var folders = folders
        if node["root"] == nil, let title = first(node, "title", "name") { folders.append(title) }
        for child in node["children"]?.array ?? [] {
            bookmarks(child, folders: folders, into: &items)
        }
    }

    private static func first(_ value: JSONValue, _ names: String...) -> String? {
        for name in names {
            if let text = value[name]?.string, !text.isEmpty { return text }
        }
        return nil
    }

    /// A text, or texts, or objects with a name or label.
    private static func strings(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        let all = value.array ?? [value]
        return all.compactMap { $0.string ?? $0["name"]?.string ?? $0["label"]?.string }
            .map(OutputFact.line).filter { !$0.isEmpty }
    }
}
