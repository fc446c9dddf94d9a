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
                let authors = (object[key]?.elements ?? []).flatMap(\.elements).prefix(Self.limit)
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
        if PageMetadata.types(of: author).contains("person") { names = names.map(Self.inOrder) }
        return names.map(CharacterReferences.resolved)
            .filter { !$0.isEmpty && !$0.holds("://") && !$0.hasPrefix("@") }
    }

    /// "Marl, Ada" of a person as "Ada Marl".
    private static func inOrder(_ name: String) -> String {
        let parts = name.split(separator: ",").map { String($0).splitAtSpaces() }
        guard parts.count == 2, parts.allSatisfy({ $0.count == 1 }) else { return name }
        return givenNameFirst(name)
    }

    /// What may state a house or a pen name too.
    private static let surest = [
        "author", "article:author", "article:author_name", "parsely-author", "sailthru.author",
        "citation_author", "citation_authors", "dc.creator", "dcterms.creator",
    ]
    private static let names =
        surest + [
            "byl", "authors", "dcsext.author", "og:author", "rbauthors", "cxenseparse:author",
            "dc:creator", "author_name",
            "twitter:data1",
        ]

    /// Of each of these that holds a name, the first one first; an address is none.
    var inHead: [[String]] {
        var found: [[String]] = []
        for name in Self.names {
            if name == "twitter:data1", !labelsAuthor { continue }
            var values = metadata.all(name).filter { !$0.holds("://") && !$0.hasPrefix("@") }
            if name.hasPrefix("citation_") { values = values.map(Self.givenNameFirst) }
            if !AuthorNames.clean(values).isEmpty { found.append(values) }
        }
        guard found.isEmpty else { return found }
        for name in Self.surest {
            let values = metadata.all(name).compactMap(AuthorNames.stated)
            if !values.isEmpty { return [values] }
        }
        return []
    }

    /// "Marl, Ada" as "Ada Marl": catalogues state each author in an element of its own, the family name first.
    private static func givenNameFirst(_ value: String) -> String {
        let parts = value.split(separator: ",").map { String($0).splitAtSpaces() }
        guard parts.count == 2, (1...3).contains(parts[0].count), (1...3).contains(parts[1].count),
            parts[0].count == 1 || parts[1].count == 1
        else { return value }
        return (parts[1] + parts[0]).joined(separator: " ")
    }

    /// Whether a name is that of whom the page states as its publisher or as the holder of its rights.
    func isPublisher(_ name: String) -> Bool {
        let folded = TextFolding.fold(name)
        guard folded.count >= 4 else { return false }
        return Self.publishers.contains { key in
            metadata.all(key).contains { value in
                let value = TextFolding.fold(value)
                return value == folded || Self.states(value, folded)
            }
        }
    }

    /// "Copyright (c) Weir Press 2022"; "Weir Press, Millers Guild".
    private static func states(_ value: String, _ name: String) -> Bool {
        let parts = value.split { ",;|©()".contains($0) }
        return parts.contains { part in
            let words = part.split(separator: " ").filter { word in
                word != "copyright" && word != "c" && !word.allSatisfy(\.isNumber)
            }
            return words.joined(separator: " ") == name
        }
    }

    private static let publishers = [
        "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", "copyright",
        "dc.rights",
    ]

    /// "Written by", in the languages that bylines are read in.
    private var labelsAuthor: Bool {
        guard let label = metadata.first("twitter:label1") else { return false }
        return Byline.parse(label + ": Ada Marl") != nil
    }
}
