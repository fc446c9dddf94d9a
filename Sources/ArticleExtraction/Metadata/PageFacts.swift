import LibXML

/// The facts of an article that its page states, gathered from the head, microdata and the visible text.
struct PageFacts {
    let page: Page
    let metadata: PageMetadata
    let url: String?
    /// The passages of the body: a byline is looked for near them.
    let kept: [Bool]

    /// What the page's site is called.
    var names: SiteNames {
        let address = canonical ?? url
        return SiteNames(
            stated: [site] + HomeLinks.names(in: page, url: address), url: address)
    }

    /// Title, authors and dates: a byline is looked for where the title stands.
    func readHeading(into body: inout ExtractedBody) {
        let names = names
        let title = TitleFinder(
            page: page, metadata: metadata, names: names, bodyStart: kept.firstIndex(of: true)
        ).find()
        body.title = title.title
        body.authors = AuthorFinder(
            page: page, metadata: metadata, names: names, titlePassage: title.passage
        ).authors()
        let dates = DateFinder(
            page: page, metadata: metadata, url: url ?? metadata.canonical, language: language,
            titlePassage: title.passage)
        body.published = dates.published()
        body.modified = dates.modified()
    }

    var language: String? {
        let stated =
            metadata.language ?? metadata.first("content-language") ?? metadata.inLanguage
            ?? metadata.first("og:locale", "dc.language")
        guard let stated else { return nil }
        let tag = stated.split(whereSeparator: { ",; ".contains($0) }).first.map(String.init) ?? ""
        let parts = tag.replacing("_", with: "-").split(separator: "-")
        guard let primary = parts.first, (2...3).contains(primary.count),
            primary.allSatisfy({ $0.isASCII && $0.isLetter })
        else { return nil }
        let rest = parts.dropFirst().prefix(2).map { part in
            part.count == 2
                ? part.uppercased() : part.count == 4 ? part.capitalizedASCII : String(part)
        }
        return ([primary.lowercased()] + rest).joined(separator: "-")
    }

    var site: String? {
        if let name = metadata.first("og:site_name", "application-name") { return name }
        for object in metadata.articles {
            guard let publisher = object["publisher"]?.elements.first,
                let name = metadata.resolved(publisher)["name"]?.string,
                let clean = CleanText(CharacterReferences.resolved(name)).nonEmpty
            else { continue }
            return clean
        }
        return nil
    }

    var canonical: String? {
        let base = url.flatMap { PageAddress($0) }
        let stated = [metadata.canonical, metadata.first("og:url")]
        for address in stated {
            if let address, let absolute = PageAddress.resolve(address, on: base),
                absolute.hasPrefix("http")
            {
                return absolute
            }
        }
        return url
    }

    var excerpt: String? {
        metadata.first("og:description", "description", "twitter:description", "dc.description")
    }
}

extension Substring {
    fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
