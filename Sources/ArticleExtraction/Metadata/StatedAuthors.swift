import LibXML

/// The authors as a page's JSON-LD and head state them, unclean.
struct StatedAuthors {
    let metadata: PageMetadata

    /// Of the first JSON-LD object of an article that names any.
    var structured: [String] {
        for object in metadata.articles {
            for key in ["author", "creator"] {
                let names = (object[key]?.elements ?? []).filter { !isHouse($0) }
                    .flatMap(names)
                if !names.isEmpty { return names }
            }
        }
        return []
    }

    /// Organisations that JSON-LD states as authors.
    var houses: [String] {
        metadata.articles.flatMap { $0["author"]?.elements ?? [] }.filter(isHouse)
            .compactMap { $0["name"]?.string }
    }

    private func isHouse(_ author: JSONValue) -> Bool {
        author["@type"]?.string?.hasSuffix("Organization") ?? false
    }

    /// An author is a text, an object with a name or names, or points to such an object.
    private func names(of author: JSONValue) -> [String] {
        if let name = author.string { return [name] }
        if let names = author["name"]?.elements.compactMap(\.string), !names.isEmpty {
            return names
        }
        guard let id = author["@id"]?.string else { return [] }
        for object in metadata.objects where object["@id"]?.string == id {
            if let name = object["name"]?.string { return [name] }
        }
        return []
    }

    private static let names = [
        "author", "article:author", "article:author_name", "parsely-author", "sailthru.author",
        "dc.creator", "dcterms.creator", "byl", "authors", "citation_author", "dcsext.author",
        "og:author", "rbauthors", "cxenseparse:author", "dc:creator", "author_name",
        "twitter:data1",
    ]

    /// Of the first of these that holds a name; an address is none.
    var inHead: [String] {
        for name in Self.names {
            if name == "twitter:data1", !labelsAuthor { continue }
            let values = metadata.all(name).filter { !$0.holds("://") && !$0.hasPrefix("@") }
            if !AuthorNames.clean(values).isEmpty { return values }
        }
        for name in Self.names.prefix(7) {
            let values = metadata.all(name).compactMap(AuthorNames.stated)
            if !values.isEmpty { return values }
        }
        return []
    }

    /// "Written by", in the languages that bylines are read in.
    private var labelsAuthor: Bool {
        guard let label = metadata.first("twitter:label1") else { return false }
        return Byline.parse(label + ": Ada Marl") != nil
    }
}
