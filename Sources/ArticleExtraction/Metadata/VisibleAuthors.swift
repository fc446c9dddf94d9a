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
            guard says, !isElsewhere(node), !isByPicture(node),
                !OtherWorks.hold(node, in: page.tree)
            else { continue }
            if let name = microdataName(node) {
                // "View all posts by Ada Marl"
                names += Byline.parse(name)?.authors ?? [name]
            }
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
        let text = CleanText(page.parted(node, isLoose: true) ?? page.tree.text(of: node))
        return text.utf8.count < 120 ? text.nonEmpty : nil
    }

    /// Comments and lists of other articles have authors of their own.
    func isElsewhere(_ node: Int) -> Bool {
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
            let line = HelperWords.without(withoutPost(index) ?? page.string(index))
            if let reading = Byline.read(line), !isHeadline(line, reading, index) {
                let says = saysAuthor(page.passages[index])
                if says || reading.strength == .signature && namesFully(reading, index) {
                    return reading.authors
                }
            } else if Byline.isLabel(line), index + 1 < page.passages.count,
                !page.isHeadedCell(index + 1), page.passages[index + 1].text.count < 60
            {
                // "Author:", and the name in a line of its own.
                let authors = labelled(index + 1)
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
                !isElsewhere(page.passages[index].nodes.lowerBound)
            else { continue }
            let line = withoutPost(index) ?? page.string(index)
            guard let reading = Byline.parse(line) else {
                let names = isHeadOfBox(index) ? labelled(index + 1) : []
                guard names.allSatisfy({ !AuthorNames.isSingle($0) }), !names.isEmpty else {
                    continue
                }
                return names
            }
            if !says, leadsElsewhere(page.passages[index]) { continue }
            if says || reading.strength == .signature && namesFully(reading, index) {
                return reading.authors
            }
        }
        return []
    }

    /// "Author" as the head of a box, which says so only together with what stands below it.
    private func isHeadOfBox(_ index: Int) -> Bool {
        index + 1 < page.passages.count && page.isHeading(index)
            && page.passages[index + 1].text.count < 60 && Byline.isLabel(page.string(index))
    }

    /// Whom the line below a label names, and the items of a list that begins there.
    private func labelled(_ index: Int) -> [String] {
        let first = page.passages[index].block
        guard page.tag(first) == .li else { return AuthorNames.clean(page.string(index)) }
        let items = page.passages.indices[index...].prefix(12).prefix { item in
            let block = page.passages[item].block
            return page.tag(block) == .li && page.parent(block) == page.parent(first)
        }
        return AuthorNames.clean(items.map(page.string))
    }

    /// Whether a line that begins as a byline does is the headline of another article: all of it leads there, and names are
    /// not all that it holds.
    private func isHeadline(_ line: String, _ reading: Byline.Reading, _ index: Int) -> Bool {
        let passage = page.passages[index]
        let named = reading.authors.reduce(0) { $0 + $1.split(separator: " ").count + 1 }
        return line.split(separator: " ").count > named + 1 && leadsElsewhere(passage)
            && !saysAuthor(passage)
    }

    /// Whether all of a passage is a link to something else than an author's page.
    private func leadsElsewhere(_ passage: Passage) -> Bool {
        guard passage.linked.length >= passage.census.length else { return false }
        var node = passage.nodes.lowerBound
        for _ in 0..<6 where node > 0 {
            node = page.parent(node)
            guard page.tag(node) == .a else { continue }
            return !isAuthorPage(page.tree.attribute(.href, of: node)?.lowercased() ?? "")
        }
        return false
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

    func isAuthorPage(_ href: String) -> Bool {
        Self.paths.contains { path in
            guard let found = href.firstRange(of: path) else { return false }
            return href.distance(from: found.upperBound, to: href.endIndex) > 1
        }
    }

    private static let paths = [
        "/author/", "/authors/", "/profile/", "/autor/", "/autoren/", "/auteur/", "/contributor/",
        "/staff/", "/by/", "author=", "/writer/", "/writers/", "/redaktion/", "/user/", "/users/",
        "/people/", "/members/", "/reporter/", "/reporters/", "/newsteam/", "/our-people/",
        "/our-experts/", "/columnist/", "/columnists/", "/journalist/", "/journalists/",
        "/autorzy/", "/autori/", "/autore/", "/yazar/", "/yazarlar/", "/penulis/", "/skribent/",
        "/skribenter/", "/forfatter/", "/kirjoittaja/", "/schrijver/", "/periodista/",
    ]

    /// A line in an element whose class speaks of authors.
    ///
    /// - Parameter isNear: only where a byline is looked for first.
    func classed(isNear: Bool = false) -> [String] {
        let all = page.passages.indices.prefix(400)
        for index in isNear ? all.clamped(to: nearTitle ?? 0..<0) : all
        where page.passages[index].text.count < 200 {
            let census = page.passages[index].census
            guard census.words < 20, saysAuthor(page.passages[index]) else { continue }
            let line = HelperWords.without(withoutPost(index) ?? page.string(index))
            let listed = listed(in: line)
            if !listed.isEmpty, isOwn(page.passages[index]) { return listed }
            let words =
                line.utf8.count < page.passages[index].text.count
                ? line.split(separator: " ").count : Int(census.words)
            if (2...5).contains(words) || (2...16).contains(census.ideographs),
                isOwn(page.passages[index])
            {
                let isItem = page.tag(page.passages[index].block) == .li
                let authors = isItem ? labelled(index) : AuthorNames.clean(line)
                if !authors.isEmpty { return authors }
            }
        }
        return isNear ? [] : classedWithin()
    }

    /// An element within a line whose class speaks of authors, and which holds nothing but their names: by the title; else
    /// what is emphasised at the beginning of a note on the author, "Ada Marl covers mills and rivers".
    private func classedWithin() -> [String] {
        for index in nearTitle ?? 0..<0 where page.passages[index].text.count < 200 {
            let passage = page.passages[index]
            for node in passage.nodes where page.roles[node].contains(.author) {
                guard isOwn(passage), let text = short(node) else { continue }
                let names = NameLine.names(in: text)
                if !names.isEmpty { return names }
            }
            if isCalledAuthor(passage), isOwn(passage) {
                let names = NameLine.names(in: page.string(index))
                if !names.isEmpty { return names }
            }
        }
        for index in page.passages.indices.prefix(400) where page.passages[index].text.count < 400 {
            let passage = page.passages[index]
            guard passage.census.words > 5, saysAuthor(passage), isOwn(passage),
                !isElsewhere(passage.nodes.lowerBound)
            else { continue }
            let first = page.parent(passage.nodes.lowerBound)
            guard page.tag(first) == .strong || page.tag(first) == .b, let text = short(first)
            else { continue }
            let names = NameLine.names(in: text)
            if names.count == 1 { return names }
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

    /// Whether a class around a passage is the word for an author in another language than the judge of bodies knows.
    private func isCalledAuthor(_ passage: Passage) -> Bool {
        var node = passage.nodes.lowerBound
        for _ in 0..<3 where node > 0 {
            node = page.parent(node)
            guard let names = page.tree.attribute(.class, of: node)?.lowercased() else { continue }
            let words = names.split { !$0.isLetter && !$0.isNumber }
            if words.contains(where: { Self.authors.contains(String($0)) }) { return true }
        }
        return false
    }

    private static let authors: Set<String> = [
        "autor", "autora", "autores", "autoren", "autorin", "auteur", "auteurs", "autore", "autori",
        "firma", "firmas", "signature", "verfasser", "verfasserin", "forfatter", "skribent",
        "yazar",
        "penulis", "kirjoittaja", "redacteur", "redaktor", "autorzy", "journaliste", "periodista",
        "giornalista", "journalist", "reporter",
    ]

    private func saysAuthor(_ passage: Passage) -> Bool {
        var node = passage.nodes.lowerBound
        for _ in 0..<4 where node > 0 {
            node = page.parent(node)
            // A table of facts on a person is about somebody, by nobody.
            if page.roles[node].contains(.comments) || page.tag(node) == .table { return false }
            if page.roles[node].contains(.author) { return !OtherWorks.hold(node, in: page.tree) }
        }
        return false
    }
}
