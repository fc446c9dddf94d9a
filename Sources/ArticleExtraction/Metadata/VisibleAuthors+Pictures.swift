import LibXML

/// Whom a page names beside its article: whoever took a picture, is quoted, or wrote something else.
extension VisibleAuthors {
    /// Whether a passage stands by a picture: it names whoever took it.
    func isPicture(_ passage: Passage) -> Bool {
        if isByPicture(passage.nodes.lowerBound) { return true }
        var node = passage.nodes.lowerBound
        for _ in 0..<6 where node > 0 {
            node = page.parent(node)
            if page.tag(node) == .article || page.tag(node) == .body { return false }
            let roles = page.roles[node]
            if roles.contains(.author) || !roles.isDisjoint(with: .favourable) { return false }
            if roles.contains(.caption) { return true }
        }
        return false
    }

    /// Whether an element stands in a figure, or is called the author of a picture: "photo-author", "media__author".
    func isByPicture(_ node: Int) -> Bool {
        var node = node
        for _ in 0..<7 where node > 0 {
            switch page.tag(node) {
            case .figure, .figcaption: return true
            case .article, .main, .body: return false
            default: break
            }
            if let names = page.tree.bytes(.class, of: node), Self.mayName.stand(in: names.span),
                String(decoding: names, as: UTF8.self).lowercased().split(separator: " ")
                    .contains(where: Self.namesPhotographer)
            {
                return true
            }
            node = page.parent(node)
        }
        return false
    }

    /// Whether the word of a picture stands before that of an author in a class; "author-photo" is the author's face.
    private static func namesPhotographer(_ name: Substring) -> Bool {
        let words = name.split { $0 == "-" || $0 == "_" }
        guard let author = words.firstIndex(where: { authors.contains(String($0)) }) else {
            return words.contains { photographers.contains(String($0)) }
        }
        return words[..<author].contains { pictures.contains(String($0)) }
    }

    private static let authors: Set<String> = [
        "author", "authors", "autor", "auteur", "autore", "byline", "by", "name", "source",
    ]
    private static let pictures: Set<String> = [
        "photo", "photos", "foto", "image", "img", "picture", "pic", "media", "caption", "credit",
        "illustration", "gallery", "bild", "zdjecie", "thumbnail",
    ]
    private static let photographers: Set<String> = [
        "photographer", "fotograf", "photographe", "fotografo", "photocredit", "imagecredit",
    ]

    /// One of these stands in each of the words above.
    private static let mayName = Needles([
        "photo", "foto", "image", "img", "pic", "media", "caption", "credit", "illustration",
        "gallery", "bild", "zdjecie", "thumbnail",
    ])

    /// Whether a passage is of the article itself: no picture's, no quotation's, no box of other articles.
    func isOwn(_ passage: Passage) -> Bool {
        guard !isPicture(passage) else { return false }
        var node = passage.nodes.lowerBound
        for _ in 0..<7 where node > 0 {
            node = page.parent(node)
            switch page.tag(node) {
            case .blockquote, .q: return false
            case .cite where !page.roles[node].contains(.author): return false
            case .a where isTeaser(node): return false
            case .article, .main, .body: return true
            default: if page.roles[node].contains(.related) { return false }
            }
        }
        return true
    }

    /// Whether a link holds the teaser of another article, byline and all.
    private func isTeaser(_ link: Int) -> Bool {
        guard page.passages(of: link).count > 1 else { return false }
        let inner = link..<Int(page.tree.nodes[link].end)
        guard page.sum(of: link).length > 20 || inner.contains(where: { Self.isHeading($0, page) })
        else { return false }
        return !isAuthorPage(page.tree.attribute(.href, of: link)?.lowercased() ?? "")
    }

    private static func isHeading(_ node: Int, _ page: Page) -> Bool {
        page.tag(node).headingLevel != nil
    }

    /// Whether a passage is an item of a list below the text: "Author: Ada Marl" is of a book there.
    func isItemBelowText(_ index: Int) -> Bool {
        guard let titlePassage, page.paragraphs(from: titlePassage, to: index) > 1 else {
            return false
        }
        var node = page.passages[index].nodes.lowerBound
        for _ in 0..<3 where node > 0 {
            node = page.parent(node)
            if page.tag(node) == .li || page.tag(node) == .dd { return true }
        }
        return false
    }
}
