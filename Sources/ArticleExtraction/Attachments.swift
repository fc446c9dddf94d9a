import BriefModel

/// Shows below an article what its feed entry carries along: pictures, sound, film, other files, and the page that a
/// link post speaks of.
///
/// Nothing of it is in `text`, so that the article is known by its words alone.
enum Attachments {
    private static let limit = 40

    static func add(to blocks: inout [Block], from request: ExtractionRequest) {
        var shown = Shown()
        shown.read(blocks)
        let known = request.known
        // A page shows its own pictures; what its feed adds are smaller copies of them.
        let wantsPictures = request.scope != .page || shown.pictures == 0
        var added: [Block] = []
        for enclosure in distinct(known.enclosures)
        where added.count < limit && !shown.addresses.contains(enclosure.url) {
            if enclosure.isPicture {
                guard wantsPictures, !(enclosure.isPreview && shown.pictures > 0) else { continue }
                added.append(.image(url: enclosure.url, alt: enclosure.title ?? ""))
                shown.pictures += 1
            } else {
                added.append(.attachment(url: enclosure.url, label: enclosure.label))
            }
            shown.addresses.insert(enclosure.url)
        }
        if let external = known.externalURL {
            added.append(.attachment(url: external, label: "Link: " + bare(external)))
        }
        blocks += added
    }

    /// One picture for those that differ in size only, the last of them: feeds name the largest last. Previews stand
    /// behind what they are previews of.
    private static func distinct(_ enclosures: [Enclosure]) -> [Enclosure] {
        var places: [String: Int] = [:]
        var kept: [Enclosure] = []
        for enclosure in enclosures {
            let key = enclosure.isPicture ? withoutSize(enclosure.url) : enclosure.url
            if let place = places[key] {
                kept[place].url = enclosure.url
                kept[place].title = kept[place].title ?? enclosure.title
            } else {
                places[key] = kept.count
                kept.append(enclosure)
            }
        }
        return kept.filter { !$0.isPreview } + kept.filter(\.isPreview)
    }

    private static let sizes: Set<Substring> = [
        "w", "h", "width", "height", "q", "quality", "auto", "fit", "s", "size", "dpr", "resize",
        "crop", "fm", "format", "usm",
    ]

    /// The address without the parameters by which servers scale pictures.
    private static func withoutSize(_ url: String) -> String {
        guard let mark = url.firstIndex(of: "?") else { return url }
        let rest = url[url.index(after: mark)...].split(separator: "&").filter {
            !sizes.contains($0.prefix { $0 != "=" })
        }
        return url[..<mark] + "?" + rest.joined(separator: "&")
    }

    /// An address as people read it, without its scheme.
    private static func bare(_ url: String) -> String {
        let bare = url.withoutScheme
        return bare.hasSuffix("/") ? String(bare.dropLast()) : String(bare)
    }

    /// What the article shows already.
    private struct Shown {
        var addresses: Set<String> = []
        var pictures = 0

        mutating func read(_ blocks: [Block]) {
            for block in blocks {
                switch block {
                case .image(let url, _):
                    addresses.insert(url)
                    pictures += 1
                case .attachment(let url, _): addresses.insert(url)
                case .heading(_, let content), .paragraph(let content): read(content)
                case .list(_, _, let items): for item in items { read(item) }
                case .quote(let inner), .footnote(_, let inner): read(inner)
                case .table(let rows, _): for cell in rows.joined() { read(cell) }
                case .code, .rule: continue
                }
            }
        }

        private mutating func read(_ content: [Inline]) {
            for inline in content {
                switch inline {
                case .image(let url, _):
                    addresses.insert(url)
                    pictures += 1
                case .link(let url, let inner):
                    addresses.insert(url)
                    read(inner)
                case .emphasis(let inner), .strong(let inner), .struck(let inner): read(inner)
                case .text, .code, .formula, .footnoteReference, .lineBreak: continue
                }
            }
        }
    }
}
