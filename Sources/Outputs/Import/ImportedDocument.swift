/// Turns what was imported into files that a spool takes.
public enum ImportedDocument {
    /// A page with the item's facts at its head, for extraction to read.
    public static func html(of item: ImportedItem) -> [UInt8] {
        var out: [UInt8] = []
        let language = OutputFact.language(item.language)
        out +=
            "<!DOCTYPE html>\n<html\(language.map { " lang=\"\($0)\"" } ?? "")>\n<head><meta charset=\"utf-8\">\n"
            .utf8
        func meta(_ kind: String, _ name: String, _ content: String?) {
            guard let content, !content.isEmpty else { return }
            out += "<meta \(kind)=\"\(name)\" content=\"".utf8
            XMLBytes.append(content, to: &out)
            out += "\">\n".utf8
        }
        let title = item.title.map(OutputFact.line) ?? ""
        if !title.isEmpty {
            out += "<title>".utf8
            XMLBytes.append(title, to: &out)
            out += "</title>\n".utf8
        }
        meta("property", "og:title", title)
        for author in item.authors { meta("name", "author", OutputFact.line(author)) }
        meta("property", "article:published_time", item.published)
        if let url = item.url {
            out += "<link rel=\"canonical\" href=\"".utf8
            XMLBytes.append(url, to: &out)
            out += "\">\n".utf8
        }
        out += "</head>\n<body><article>\n".utf8
        if !title.isEmpty {
            out += "<h1>".utf8
            XMLBytes.append(title, to: &out)
            out += "</h1>\n".utf8
        }
        out += (item.html ?? "").utf8
        out += "\n</article></body>\n</html>\n".utf8
        return out
    }

    /// The sub-folders that give its tags: at most four, each a name that a spool takes.
    public static func folders(of item: ImportedItem) -> [String] {
        var folders: [String] = []
        for tag in item.tags {
            var name = String(
                String.UnicodeScalarView(
                    tag.unicodeScalars.filter {
                        $0 != "/" && $0.properties.generalCategory != .control
                            && $0.properties.generalCategory != .format
                    }))
            while name.hasPrefix(".") || name.hasPrefix(" ") { name.removeFirst() }
            while name.hasSuffix("~") || name.hasSuffix(" ") || name.hasSuffix(".") {
                name.removeLast()
            }
            guard !name.isEmpty, name.utf8.count <= 100, !folders.contains(name) else { continue }
            folders.append(name)
            if folders.count == 4 { break }
        }
        return folders
    }
}
