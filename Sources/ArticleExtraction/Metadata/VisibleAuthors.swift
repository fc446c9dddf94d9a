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
            guard says, !isElsewhere(node), !isByPicture(node) else { continue }
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
            // What holds the headline too is the article's, whatever it is called.
            if let titlePassage, page.passages(of: node).contains(titlePassage) { return false }
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
            guard isOwn(page.passages[index]),
                saysAuthor(page.passages[index]) || !isItemBelowText(index)
            else { continue }
            let line = HelperWords.without(page.string(index))
            if let reading = Byline.read(line) {
                let says = saysAuthor(page.passages[index])
                if says || reading.strength == .signature && namesFully(reading, index) {
                    return reading.authors
                }
            } else if Byline.isLabel(line), index + 1 < page.passages.count,
                !page.isHeadedCell(index + 1), page.passages[index + 1].text.count < 60
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
                isOwn(page.passages[index]), says || !isItemBelowText(index),
                let reading = Byline.parse(page.string(index))
            else { continue }
            if says || reading.strength == .signature && namesFully(reading, index) {
                return reading.authors
            }
        }
        return []
    }

    /// Whether a line that no markup calls a byline names a person in full, and is no menu's and no heading's: "By
    /// Design" may be a section, "By Moonlight" a chapter.
    private func namesFully(_ reading: Byline.Reading, _ index: Int) -> Bool {
        let passage = page.passages[index]
        guard let first = reading.authors.first, !isMenu(passage) else { return false }
        return !AuthorNames.isSingle(first)
    }

    /// Whether a passage is a link of a menu: all of it leads elsewhere than to an author's page.
    private func isMenu(_ passage: Passage) -> Bool {
        var node = passage.nodes.lowerBound
        var link: String?
        for _ in 0..<12 where node > 0 {
            node = page.parent(node)
            switch page.tag(node) {
            case .a: link = page.tree.attribute(.href, of: node)?.lowercased() ?? ""
            case .nav, .footer: return true
            case .li:
                if let link, !isAuthorPage(link), passage.linked.length >= passage.census.length {
                    return true
                }
            default: break
            }
        }
        return false
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

    /// A line below the title that holds a name and a date, and little else: "Ada Marl | 4 March 2026".
    func dated() -> [String] {
        guard let titlePassage else { return [] }
        for index in page.passages.indices.dropFirst(titlePassage + 1).prefix(3) {
            let passage = page.passages[index]
            guard passage.text.count < 80, passage.linked.length == 0 else { continue }
            let line = page.string(index)
            guard let date = StatedDate.first(in: line, order: .dayFirst),
                date.range.upperBound == line.endIndex
            else { continue }
            let name = line[..<date.range.lowerBound].trimmingSpaces
            guard let mark = name.last, "|•·–—".contains(mark) else { continue }
            let names = NameLine.names(in: name.dropLast().trimmingSpaces)
            if !names.isEmpty { return names }
        }
        return []
    }

    /// Links near the title to what the address calls an author's page: the first, and those that stand close by it.
    func linked() -> [String] {
        guard let place = nearTitle, !place.isEmpty else { return [] }
        let low = page.passages[place.lowerBound].nodes.lowerBound
        let high = page.passages[place.upperBound - 1].nodes.upperBound
        var names: [String] = []
        var addresses: Set<String> = []
        var last = 0
        for node in max(0, low - 2)..<high where page.tag(node) == .a {
            if !names.isEmpty, !isByline(from: last, to: page.passage(around: node)) { break }
            guard let href = page.tree.attribute(.href, of: node)?.lowercased(),
                isAuthorPage(href), !isElsewhere(node), let name = short(node)
            else { continue }
            if names.isEmpty {
                if let reading = Byline.read(name) { names = reading.authors }
                if names.isEmpty, let name = AuthorNames.stated(name) { names = [name] }
            } else if !addresses.contains(href), AuthorNames.isName(name), name.contains(" ") {
                names.append(name)
            }
            guard !names.isEmpty else { continue }
            addresses.insert(href)
            last = page.passage(around: node)
            if names.count == 12 { break }
        }
        return names
    }

    /// Whether the passages from one that names an author to another hold nothing but links and the words between the
    /// names of a byline; who edited or reviewed an article did not write it.
    private func isByline(from first: Int, to last: Int) -> Bool {
        guard last <= first + 3, last < page.passages.count else { return false }
        for index in first...max(first, last) {
            let passage = page.passages[index]
            let own = passage.census.length - passage.linked.length
            guard own <= (index == first ? 6 : 1) else { return false }
            let words = FoldedLine(page.string(index)).string
            let rest = words.hasPrefix("by ") ? String(words.dropFirst(3)) : words
            if Self.helpers.contains(where: rest.holds) { return false }
        }
        return true
    }

    private static let helpers = [
        "edit", "review", "check", "photo", "illustrat", "verified", "expert", "pruf", "foto",
        "by ",
        "relu", "revis", "translat", "ubersetz", "with ",
    ]

    private func isAuthorPage(_ href: String) -> Bool {
        Self.paths.contains { path in
            guard let found = href.firstRange(of: path) else { return false }
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
            let census = page.passages[index].census
            guard census.words < 20, saysAuthor(page.passages[index]) else { continue }
            let line = HelperWords.without(page.string(index))
            let listed = listed(in: line)
            if !listed.isEmpty, isOwn(page.passages[index]) { return listed }
            let words =
                line.utf8.count < page.passages[index].text.count
                ? line.split(separator: " ").count : Int(census.words)
            if (2...5).contains(words) || (2...16).contains(census.ideographs),
                isOwn(page.passages[index])
            {
                let authors = AuthorNames.clean(line)
                if !authors.isEmpty { return authors }
            }
        }
        return []
    }

    /// The names that a line holds beside the day, how long reading takes, and nothing else: "Ada Marl · 4 min read",
    /// "Ada Marl, Ben Holt & Cy Dean".
    private func listed(in line: String) -> [String] {
        let reporters = KoreanCredit.names(in: line)
        if !reporters.isEmpty { return reporters }
        let parts = line.split { "|•·".contains($0) }.map { String($0).trimmed(of: " ") }
        guard parts.count > 1 || line.contains(where: { ",&".contains($0) }) else { return [] }
        let rest = parts.filter { part in
            var time = part
            return FactParts(part, authors: [])?.kind != .date && !ReadingTime.take(from: &time)
        }
        guard rest.count == 1, let line = rest.first else { return [] }
        // "Ada Marl & Ben Holt, Weir Times": what follows the last name is a house.
        guard let last = line.lastIndex(of: "&"), let comma = line[last...].firstIndex(of: ",")
        else {
            return NameLine.names(in: line)
        }
        return NameLine.names(in: String(line[..<comma]))
    }

    private func saysAuthor(_ passage: Passage) -> Bool {
        var node = passage.nodes.lowerBound
        for _ in 0..<4 where node > 0 {
            node = page.parent(node)
            // A table of facts on a person is about somebody, by nobody.
            if page.roles[node].contains(.comments) || page.tag(node) == .table { return false }
            if page.roles[node].contains(.author) { return true }
        }
        return false
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String { String(self).trimmed(of: " ") }
}
