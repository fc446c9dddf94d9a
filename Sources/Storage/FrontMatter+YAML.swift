import BriefModel

extension FrontMatter {
    /// The lines between the two "---", each "key: value". Facts that are not known are null; links to other
    /// articles are left out where there are none.
    var yaml: String {
        var yaml = ""
        func line(_ key: String, _ value: String) { yaml += "\(key): \(value)\n" }
        func fact(_ key: String, _ value: String?) {
            line(key, value.map(YAMLScalar.quote) ?? "null")
        }
        func link(_ key: String, _ value: String?) { if value != nil { fact(key, value) } }
        func links(_ key: String, _ list: [String]) {
            if !list.isEmpty { line(key, YAMLScalar.quote(list)) }
        }
        fact("id", id)
        fact("title", title)
        line("authors", YAMLScalar.quote(authors))
        fact("published", published)
        fact("modified", modified)
        fact("site", site)
        fact("url", url)
        fact("language", language)
        fact("series", series)
        fact("number", number)
        line("tags", YAMLScalar.quote(tags))
        links("categories", categories)
        fact("excerpt", excerpt)
        link("external_url", externalURL)
        links("enclosures", enclosures.map(\.line))
        line("word_count", String(wordCount))
        fact("source", source)
        link("feed", feed)
        link("entry_key", entryKey)
        fact("filed", filed)
        line("partial", isPartial ? "true" : "false")
        line("quality", Self.decimal(quality))
        links("warnings", warnings)
        fact("content_hash", contentHash)
        line("hash_version", String(hashVersion))
        links("aliases", aliases)
        fact("extractor", extractor)
        fact("original", original)
        fact("original_type", originalType)
        fact("original_charset", originalCharset)
        link("supersedes", supersedes)
        link("superseded_by", supersededBy)
        links("near", near)
        return yaml
    }

    /// Three decimals: "0.875".
    private static func decimal(_ value: Double) -> String {
        guard value.isFinite else { return "0.0" }
        let thousandths = Int((min(max(value, 0), 1) * 1000).rounded())
        return String(Double(thousandths) / 1000)
    }

    /// Reads the lines back. Keys that it does not know are passed over; throws the reason where a line is
    /// none of ours.
    init(yaml lines: some Sequence<Substring>) throws(FrontMatterFault) {
        self.init()
        for line in lines {
            guard let colon = line.firstIndex(of: ":"),
                let value = YAMLScalar(line[line.index(after: colon)...].drop { $0 == " " })
            else { throw FrontMatterFault(line: String(line.prefix(80))) }
            set(line[..<colon], value)
        }
        guard !id.isEmpty, !filed.isEmpty else {
            throw FrontMatterFault(line: "id or filed missing")
        }
    }

    private mutating func set(_ key: Substring, _ value: YAMLScalar) {
        switch value {
        case .string(let text): set(key, text: text)
        case .list(let list): set(key, list: list)
        case .plain(let plain): set(key, plain: plain)
        }
    }

    private mutating func set(_ key: Substring, text: String) {
        switch key {
        case "id": id = text
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
        case "source": source = text
        case "feed": feed = text
        case "entry_key": entryKey = text
        case "filed": filed = text
        case "content_hash": contentHash = text
        case "extractor": extractor = text
        case "original": original = text
        case "original_type": originalType = text
        case "original_charset": originalCharset = text
        case "supersedes": supersedes = text
        case "superseded_by": supersededBy = text
        default: break
        }
    }

    private mutating func set(_ key: Substring, list: [String]) {
        switch key {
        case "authors": authors = list
        case "tags": tags = list
        case "categories": categories = list
        case "enclosures": enclosures = list.compactMap(Enclosure.init(line:))
        case "warnings": warnings = list
        case "aliases": aliases = list
        case "near": near = list
        default: break
        }
    }

    private mutating func set(_ key: Substring, plain: String) {
        switch key {
        case "word_count": wordCount = Int(plain) ?? 0
        case "hash_version": hashVersion = Int(plain) ?? 1
        case "quality": quality = Double(plain) ?? 0
        case "partial": isPartial = plain == "true"
        default: break
        }
    }
}

/// A line of front matter that could not be read.
struct FrontMatterFault: Error, Equatable {
    var line: String
}
