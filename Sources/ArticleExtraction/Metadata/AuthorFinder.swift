import LibXML

/// Finds the authors that a page states: JSON-LD, the head, microdata and links, then the visible byline.
struct AuthorFinder {
    let page: Page
    let metadata: PageMetadata
    let site: String?

    func authors() -> [String] {
        for names in [structured, inHead, marked, byline] {
            let authors = AuthorNames.clean(names().filter(isPerson))
                .filter { TextFolding.fold($0) != TextFolding.fold(site ?? "") }
            if !authors.isEmpty { return Array(authors.prefix(12)) }
        }
        return []
    }

    private func isPerson(_ name: String) -> Bool {
        !name.contains("://") && !name.hasPrefix("www.") && !name.hasPrefix("@")
            && name.utf8.count < 200
    }

    private func structured() -> [String] {
        for object in metadata.articles {
            let names = (object["author"] ?? object["creator"])?.elements.compactMap { element in
                element.string ?? element["name"]?.string
            }
            if let names, !names.isEmpty { return names }
        }
        return []
    }

    private func inHead() -> [String] {
        for name in [
            "author", "article:author", "article:author_name", "parsely-author", "sailthru.author",
            "dc.creator",
            "dcterms.creator", "byl", "authors", "citation_author", "dcsext.author", "og:author",
            "rbauthors", "cxenseparse:author",
        ] {
            let names = metadata.all(name).filter(isPerson)
            if !AuthorNames.clean(names).isEmpty { return names }
        }
        return []
    }

    /// Elements that say that they hold the author: itemprop, rel.
    private func marked() -> [String] {
        var names: [String] = []
        for node in page.tree.nodes.indices where page.tag(node) != .text {
            let says =
                page.tree.attribute(.itemprop, of: node)?.lowercased().contains("author") ?? false
                || page.tree.attribute(.rel, of: node)?.lowercased() == "author"
            guard says, !isInComments(node) else { continue }
            if let name = microdataName(node) { names.append(name) }
            if names.count == 4 { break }
        }
        return names
    }

    private func microdataName(_ node: Int) -> String? {
        for inner in node..<Int(page.tree.nodes[node].end) where page.tag(inner) != .text {
            if page.tree.attribute(.itemprop, of: inner) == "name" {
                return page.tree.attribute(.content, of: inner)
                    ?? CleanText(page.tree.text(of: inner)).nonEmpty
            }
        }
        let text = CleanText(page.tree.text(of: node))
        return text.utf8.count < 120 ? text.nonEmpty : nil
    }

    private func isInComments(_ node: Int) -> Bool {
        var node = node
        while node > 0 {
            if page.roles[node].contains(.comments) || page.roles[node].contains(.related) {
                return true
            }
            node = page.parent(node)
        }
        return false
    }

    /// A visible line near the top: one that says so in words, else one whose class says so.
    private func byline() -> [String] {
        var byClass: [String] = []
        for index in page.passages.indices.prefix(400) where page.passages[index].text.count < 200 {
            let line = page.string(index)
            let says = saysAuthor(page.passages[index])
            if says || index < 250, let reading = Byline.parse(line) {
                if says || reading.strength == .signature { return reading.authors }
            }
            if says, byClass.isEmpty, (2...5).contains(page.passages[index].census.words) {
                byClass = AuthorNames.clean(line)
            }
        }
        return byClass
    }

    private func saysAuthor(_ passage: Passage) -> Bool {
        var node = passage.nodes.lowerBound
        for _ in 0..<4 where node > 0 {
            node = page.parent(node)
            if page.roles[node].contains(.comments) { return false }
            if page.roles[node].contains(.author) { return true }
        }
        return false
    }
}
