import LibXML

/// The authors as a page's JSON-LD and head state them, unclean.
struct StatedAuthors {
    let metadata: PageMetadata

    /// More authors are not read.
    private static let limit = 50

    /// Of the first JSON-LD object of an article that names any.
    var structured: [String] {
        for object in metadata.articles {
            for key in ["author", "creator"] {
                let authors = (object[key]?.elements ?? []).prefix(Self.limit)
                    .map(metadata.resolved)
                let names = authors.filter { !isHouse($0) }.flatMap(names)
                if !names.isEmpty { return names }
            }
        }
        return []
    }

    /// Organisations that JSON-LD states as authors.
    var houses: [String] {
        metadata.articles.flatMap { $0["author"]?.elements ?? [] }.prefix(Self.limit)
            .map(metadata.resolved)
            .filter(isHouse).compactMap { $0["name"]?.string }
    }

    private func isHouse(_ author: JSONValue) -> Bool {
        PageMetadata.types(of: author).contains { $0.hasSuffix("organization") }
    }

    /// An author is a text, or an object with a name, names, or a given and a family name. Addresses are no names.
    private func names(of author: JSONValue) -> [String] {
        var names = [author.string].compactMap(\.self)
        if names.isEmpty { names = author["name"]?.elements.compactMap(\.string) ?? [] }
        if names.isEmpty {
            let parts = [author["givenName"]?.string, author["familyName"]?.string]
            names = [parts.compactMap(\.self).joined(separator: " ")]
        }
        return names.map(CharacterReferences.resolved)
            .filter { !$0.isEmpty && !$0.holds("://") && !$0.hasPrefix("@") }
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
