import LibXML

/// Tells class names and ids by which sites name the byline or the date, in whole words: "entry-meta", "postAuthor".
/// Neither names that programs made ("mr ms by ao") nor those of an article's own places ("by-the-river") are such.
enum DetailNames {
    /// Whether an element's class, id or `itemprop` is such a name.
    static func name(_ node: Int, in tree: HTMLTree, authors: Bool) -> Bool {
        let values = [HTMLAttribute.Name.class, .id, .itemprop].compactMap {
            tree.attribute($0, of: node)
        }
        return values.contains { value in
            value.utf8.count <= 400
                && value.split(separator: " ").contains { isName($0, authors: authors) }
        }
    }

    /// Every word of it belongs to such names, and one says which.
    private static func isName(_ name: Substring, authors: Bool) -> Bool {
        let words = words(of: name)
        guard !words.isEmpty, words.count <= 5, words.allSatisfy({ all.contains($0) }) else {
            return false
        }
        let telling = authors ? authorWords : dateWords
        return words.contains(where: telling.contains)
    }

    /// Cut at hyphens, underscores, digits and humps, in lower case.
    static func words(of name: Substring) -> [String] {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for character in name {
            guard character.isASCII, character.isLetter else {
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            }
            if character.isUppercase, wasLower {
                words.append(word)
                word = ""
            }
            word += character.lowercased()
            wasLower = character.isLowercase
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static let authorWords: Set<String> = [
        "author", "authors", "byline", "bylines", "vcard", "writer", "writers", "contributor",
        "contributors", "bio", "autor", "auteur", "autore", "autoren",
    ]
    private static let dateWords: Set<String> = [
        "date", "dates", "time", "datetime", "timestamp", "dateline", "published", "pubdate",
        "meta",
        "metadata", "postmeta", "postinfo", "byline", "datum", "fecha", "updated", "modified",
    ]
    private static let all = authorWords.union(dateWords).union([
        "post", "entry", "article", "story", "news", "blog", "content", "item", "info", "name",
        "names", "line", "box", "card", "block", "wrapper", "container", "inner", "row", "text",
        "details", "detail", "link", "links", "url", "fn", "posted", "on", "by", "created",
        "header",
        "head", "top", "bottom", "single", "page", "publish", "publication", "credit", "credits",
        "c",
        "m", "o", "u", "css", "is", "has", "with", "and", "small", "label", "title", "description",
        "job", "role", "last", "first", "full", "data", "list", "main", "desktop", "mobile",
    ])
}
