import BriefModel

extension FrontMatter {
    /// The lines between the two "---", each "key: value". Facts that are not known are null; links to other
    /// articles are left out where there are none. What others wrote between the lines comes last, as it stood.
    var yaml: String {
        var yaml = ""
        func line(_ key: String, _ value: String) { yaml += "\(key): \(value)\n" }
        func fact(_ key: String, _ value: String?) {
            line(key, value.map(YAMLQuoting.quote) ?? "null")
        }
        func link(_ key: String, _ value: String?) { if value != nil { fact(key, value) } }
        func links(_ key: String, _ list: [String]) {
            if !list.isEmpty { line(key, YAMLQuoting.quote(list)) }
        }
        fact("id", id)
        fact("title", title)
        line("authors", YAMLQuoting.quote(authors))
        fact("published", published)
        fact("modified", modified)
        fact("site", site)
        fact("url", url)
        fact("language", language)
        fact("series", series)
        fact("number", number)
        line("tags", YAMLQuoting.quote(tags))
        links("categories", categories)
        fact("excerpt", excerpt)
        link("external_url", externalURL)
        link("comments_url", commentsURL)
        links("enclosures", enclosures.map(\.line))
        line("word_count", String(wordCount))
        fact("source", source)
        link("feed", feed)
        link("entry_key", entryKey)
        fact("filed", filed)
        if let sequence { line("sequence", String(sequence)) }
        line("partial", isPartial ? "true" : "false")
        line("quality", Self.decimal(quality))
        links("warnings", warnings)
        fact("content_hash", contentHash)
        line("hash_version", String(hashVersion))
        links("aliases", aliases + otherAliases)
        fact("extractor", extractor)
        if let siteMemory { line("site_memory", String(siteMemory)) }
        fact("original", original)
        fact("original_type", originalType)
        fact("original_charset", originalCharset)
        link("supersedes", supersedes)
        link("superseded_by", supersededBy)
        links("near", near.map(\.id))
        if near.contains(where: { $0.kind != nil }) { links("near_kinds", near.map(\.words)) }
        links("series_part", seriesParts)
        if isEdited { line("edited", "true") }
        link("file_hash", fileHash)
        for line in extra { yaml += line + "\n" }
        return yaml
    }

    /// Three decimals: "0.875".
    private static func decimal(_ value: Double) -> String {
        guard value.isFinite else { return "0.0" }
        let thousandths = Int((min(max(value, 0), 1) * 1000).rounded())
        return String(Double(thousandths) / 1000)
    }

    /// Reads the lines back, however an editor may have set them. What is none of our facts is kept in `extra`.
    init(yaml lines: [Substring]) {
        self.init()
        let yaml = LooseYAML(lines)
        for field in yaml.fields where !set(field.key.lowercased(), field.value) {
            extra += field.lines.map(String.init)
        }
        extra += yaml.strays.map(String.init)
    }

    /// Says whether the key is one of ours, with a value that it can have.
    private mutating func set(_ key: String, _ value: LooseYAML.Value) -> Bool {
        switch value {
        case .null: Self.keys.contains(key)
        case .other: false
        case .text(let text): set(key, text: text) || set(key, plain: text) || set(key, list: text)
        case .list(let list):
            set(key, list: list) || list.count == 1 && set(key, text: list.first)
        }
    }

    private static let keys: Set<String> = [
        "id", "title", "authors", "published", "modified", "site", "url", "language", "series",
        "number", "tags", "excerpt", "word_count", "source", "feed", "entry_key", "filed",
        "partial", "quality", "warnings", "content_hash", "hash_version", "aliases", "extractor",
        "original", "original_type", "original_charset", "supersedes", "superseded_by", "near",
        "near_kinds", "series_part",
        "sequence", "site_memory",
        "edited", "file_hash", "categories", "external_url", "comments_url",
        "enclosures",
    ]

    private mutating func set(_ key: String, text: String?) -> Bool {
        switch key {
        case "title": title = text
        case "published": published = text
        case "modified": modified = text
        case "site": site = text
        case "url": url = text
        case "language": language = text
        case "series": series = text
        case "number": number = text
        case "excerpt": excerpt = text
        case "external_url": externalURL = text
        case "comments_url": commentsURL = text
        case "feed": feed = text
        case "entry_key": entryKey = text
        case "content_hash": contentHash = text
        case "supersedes": supersedes = text
        case "superseded_by": supersededBy = text
        case "file_hash": fileHash = text
        default: return set(key, required: text ?? "")
        }
        return true
    }

    private mutating func set(_ key: String, required text: String) -> Bool {
        switch key {
        case "id": id = text
        case "source": source = text
        case "filed": filed = text
        case "extractor": extractor = text
        case "original": original = text
        case "original_type": originalType = text
        case "original_charset": originalCharset = text
        default: return false
        }
        return true
    }

    private mutating func set(_ key: String, list: [String]) -> Bool {
        switch key {
        case "authors": authors = list
        case "tags": tags = list
        case "categories": categories = list
        case "enclosures": enclosures = list.compactMap(Enclosure.init(line:))
        case "warnings": warnings = list
        case "aliases":
            // Note-taking programs keep other names of a note under the same key.
            aliases = list.filter(Self.isHash)
            otherAliases = list.filter { !Self.isHash($0) }
        case "near": near = Self.links(list, near.map(\.words))
        case "series_part": seriesParts = list
        case "near_kinds": near = Self.links(near.map(\.id), list)
        default: return false
        }
        return true
    }

    /// Ids and what is said of each, whichever came first.
    private static func links(_ ids: [String], _ words: [String]) -> [NearLink] {
        (0..<max(ids.count, words.count)).map { index in
            NearLink(
                id: index < ids.count ? ids[index] : "",
                words: index < words.count ? words[index] : "")
        }
    }

    private static func isHash(_ alias: String) -> Bool { alias.hasPrefix("sha256:") }

    /// A list that somebody wrote as one value.
    private mutating func set(_ key: String, list text: String) -> Bool {
        let parts = text.split(separator: ",").map { String(LooseYAML.trimmed($0)) }
        return set(key, list: key == "tags" ? parts.filter { !$0.isEmpty } : [text])
    }

    private mutating func set(_ key: String, plain: String) -> Bool {
        switch key {
        case "word_count": wordCount = Int(plain) ?? 0
        case "sequence": sequence = Int64(plain).flatMap { $0 > 0 ? $0 : nil }
        case "site_memory": siteMemory = Int(plain)
        case "hash_version": hashVersion = Int(plain) ?? 1
        case "quality": quality = Double(plain) ?? 0
        case "partial": isPartial = Self.isTrue(plain)
        case "edited": isEdited = Self.isTrue(plain)
        default: return false
        }
        return true
    }

    private static func isTrue(_ plain: String) -> Bool {
        ["true", "yes", "on"].contains(plain.lowercased())
    }
}
