import LibXML

/// The facts of an article that its page states, gathered from the head, microdata and the visible text.
struct PageFacts {
    let page: Page
    let metadata: PageMetadata
    let url: String?
    /// The passages of the body: a byline is looked for near them.
    let kept: [Bool]

    let site: String?
    let canonical: String?
    /// What the page's site is called.
    let names: SiteNames
    let headings: [Heading]
    let language: String?

    init(page: Page, metadata: PageMetadata, url: String?, kept: [Bool]) {
        self.page = page
        self.metadata = metadata
        self.url = url
        self.kept = kept
        site = Self.site(metadata)
        language = metadata.statedLanguage
        canonical = metadata.address(on: url)
        let address = canonical ?? url
        names = SiteNames(
            stated: [site] + HomeLinks.names(in: page, url: address), url: address)
        headings = Heading.all(in: page)
    }

    /// Title, authors and dates: a byline is looked for where the title stands.
    func readHeading(into body: inout ExtractedBody) {
        let title = TitleFinder(
            page: page, metadata: metadata, names: names, bodyStart: kept.firstIndex(of: true)
        ).find(among: headings)
        body.title = title.title
        body.authors = AuthorFinder(
            page: page, metadata: metadata, names: names, titlePassage: title.passage
        ).authors()
        var dates = DateFinder(
            page: page, metadata: metadata,
            url: url ?? metadata.canonical.map(ArchivedAddress.original), language: language,
            titlePassage: title.passage, kept: kept)
        body.published = dates.published()
        body.modified = dates.modified()
    }

    private static func site(_ metadata: PageMetadata) -> String? {
        for name in metadata.all("og:site_name") + metadata.all("application-name")
        where !name.hasPrefix("@") && !metadata.isHeadline(name) {
            return name
        }
        for object in metadata.articles {
            guard let publisher = object["publisher"]?.elements.first,
                let name = metadata.resolved(publisher)["name"]?.string,
                let clean = CleanText(CharacterReferences.resolved(name)).nonEmpty
            else { continue }
            return clean
        }
        let website = metadata.objects.first { PageMetadata.types(of: $0).contains("website") }
        return website?["name"]?.string.flatMap {
            CleanText(CharacterReferences.resolved($0)).nonEmpty
        }
    }

    var excerpt: String? {
        metadata.first("og:description", "description", "twitter:description", "dc.description")
    }
}

extension PageMetadata {
    /// The language that the page states, as a tag of BCP 47.
    var statedLanguage: String? {
        let stated =
            language ?? first("content-language") ?? inLanguage
            ?? first("og:locale", "dc.language")
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

    /// The address that the page says it has, resolved on the one that it came from; that one where it says none.
    func address(on url: String?) -> String? {
        let base = url.flatMap { PageAddress($0) }
        for stated in [canonical, first("og:url")].compactMap(\.self) {
            guard let absolute = PageAddress.resolve(stated, on: base) else { continue }
            let address = ArchivedAddress.original(of: absolute)
            if address.lowercased().hasPrefix("http"), StatedAddress.isBelieved(address, from: url)
            {
                return StatedAddress.plain(address)
            }
        }
        return url
    }
}

extension Substring {
    fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
