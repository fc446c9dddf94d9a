import LibXML

/// The authors as a reader sees them: elements that say so, bylines, links to an author's page.
struct VisibleAuthors {
    let page: Page
    let titlePassage: Int?

    /// Elements that say that they hold the author: itemprop, rel.
    func marked() -> [String] {
        var names: [String] = []
        for node in page.labelled {
            let says =
                page.tree.attribute(.itemprop, of: node)?.lowercased().holds("author") ?? false
                || page.tree.attribute(.rel, of: node)?.lowercased() == "author"
            guard says, !isElsewhere(node) else { continue }
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
        return short(node)
    }

    private func short(_ node: Int) -> String? {
        let text = CleanText(page.tree.text(of: node))
        return text.utf8.count < 120 ? text.nonEmpty : nil
    }

    /// Comments and lists of other articles have authors of their own.
    private func isElsewhere(_ node: Int) -> Bool {
        var node = node
        while node > 0 {
            if !page.roles[node].isDisjoint(with: [.comments, .related]) { return true }
            node = page.parent(node)
        }
        return false
    }

    /// Where a byline is looked for first.
    private var nearTitle: Range<Int>? {
        titlePassage.map { max(0, $0 - 4)..<min(page.passages.count, $0 + 14) }
    }

    /// A short line that says in words who wrote it.
    func signed() -> [String] {
        for index in nearTitle ?? 0..<0 where page.passages[index].text.count < 200 {
            let line = page.string(index)
            if let reading = Byline.read(line) {
                if reading.strength == .signature || saysAuthor(page.passages[index]) {
                    return reading.authors
                }
            } else if Byline.isLabel(line), index + 1 < page.passages.count,
                page.passages[index + 1].text.count < 60
            {
                // "Author:", and the name in a line of its own.
                let authors = AuthorNames.clean(page.string(index + 1))
                if !authors.isEmpty { return authors }
            }
        }
        return signedAnywhere()
    }

    private func signedAnywhere() -> [String] {
        for index in page.passages.indices.prefix(400) where page.passages[index].text.count < 200 {
            let says = saysAuthor(page.passages[index])
            guard says || index < 250, Byline.mayBegin(page.bytes(index).span),
                let reading = Byline.parse(page.string(index))
            else { continue }
            if says || reading.strength == .signature { return reading.authors }
        }
        return []
    }

    /// Whom a credit in Chinese names: the last one, which stands at the end of the text.
    func reporters() -> [String] {
        for index in page.passages.indices.prefix(600).reversed() {
            let passage = page.passages[index]
            guard passage.census.ideographs >= 4, !isElsewhere(passage.nodes.lowerBound) else {
                continue
            }
            let line = page.string(index)
            guard ReporterCredit.mayStand(in: line) else { continue }
            let names = ReporterCredit.names(in: line)
            if !names.isEmpty { return names }
        }
        return []
    }

    /// A line below the title that holds nothing but Chinese names: several, or one beside a date, for a short word alone
    /// may be a place or a section.
    func namesBelowTitle() -> [String] {
        guard let titlePassage else { return [] }
        for index in page.passages.indices.dropFirst(titlePassage + 1).prefix(3) {
            let passage = page.passages[index]
            guard passage.census.ideographs >= 2, passage.text.count < 60,
                passage.linked.length == 0
            else { continue }
            let names = ChineseNames.persons(in: page.string(index)[...])
            if names.count > 1 || !names.isEmpty && isBesideDate(index) { return names }
        }
        return []
    }

    private func isBesideDate(_ index: Int) -> Bool {
        [index - 1, index + 1].contains { beside in
            page.passages.indices.contains(beside) && page.passages[beside].text.count < 60
                && StatedDate.first(in: page.string(beside), order: .unknown) != nil
        }
    }

    /// Links near the title to what the address calls an author's page.
    func linked() -> [String] {
        guard let place = nearTitle, !place.isEmpty else { return [] }
        let low = page.passages[place.lowerBound].nodes.lowerBound
        let high = page.passages[place.upperBound - 1].nodes.upperBound
        for node in max(0, low - 2)..<high where page.tag(node) == .a {
            guard let href = page.tree.attribute(.href, of: node)?.lowercased(),
                isAuthorPage(href), !isElsewhere(node), let name = short(node)
            else { continue }
            if let reading = Byline.read(name) { return reading.authors }
            if let name = AuthorNames.stated(name) { return [name] }
        }
        return []
    }

    private func isAuthorPage(_ href: String) -> Bool {
        Self.paths.contains { path in
            guard href.holds(path), let found = href.firstRange(of: path) else { return false }
            return href.distance(from: found.upperBound, to: href.endIndex) > 1
        }
    }

    private static let paths = [
        "/author/", "/authors/", "/profile/", "/autor/", "/autoren/", "/auteur/", "/contributor/",
        "/staff/", "/by/", "author=", "/writer/", "/writers/", "/redaktion/", "/user/", "/users/",
        "/people/",
    ]

    /// A line in an element whose class speaks of authors.
    func classed() -> [String] {
        for index in page.passages.indices.prefix(400) where page.passages[index].text.count < 200 {
            if (2...5).contains(page.passages[index].census.words),
                saysAuthor(page.passages[index])
            {
                let authors = AuthorNames.clean(page.string(index))
                if !authors.isEmpty { return authors }
            }
        }
        return []
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
