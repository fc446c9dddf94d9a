import LibXML

/// The dates of an article as a reader sees them, told from those of comments and other articles.
struct VisibleDates {
    let page: Page
    let titlePassage: Int?
    let order: StatedDate.Order

    var nearTitle: Range<Int>? {
        titlePassage.map { max(0, $0 - 6)..<min(page.passages.count, $0 + 15) }
    }

    private func read(_ text: String) -> String? {
        text.utf8.count < 100 ? StatedDate.parse(text, order: order) : nil
    }

    private func date(ofTime node: Int) -> String? {
        if let value = page.tree.attribute(.datetime, of: node), value.utf8.count < 100,
            let date = StatedDate.value(CleanText(value).string, order: order)
        {
            return date
        }
        return read(CleanText(page.tree.text(of: node)).string)
    }

    /// The first `<time>` around the title that does not say that it is the date of a change.
    func timeNearTitle() -> String? {
        guard let place = nearTitle, !place.isEmpty else { return nil }
        let low = page.passages[place.lowerBound].nodes.lowerBound
        let high = page.passages[place.upperBound - 1].nodes.upperBound
        for node in max(0, low - 3)..<high where page.tag(node) == .time {
            guard !isElsewhere(node), !saysChanged(node), let date = date(ofTime: node) else {
                continue
            }
            return date
        }
        return nil
    }

    /// A short line around the title, or the beginning of a longer one after it.
    func lineNearTitle() -> String? {
        guard let place = nearTitle, let titlePassage else { return nil }
        for index in place where index != titlePassage {
            let passage = page.passages[index]
            guard mayHoldDate(index), !isElsewhere(passage.nodes.lowerBound)
            else { continue }
            let line = String(page.string(index).prefix(90))
            let isShort = passage.text.count < 160 && passage.census.words < 20
            for (place, date) in dates(in: line).enumerated() {
                let begins =
                    place == 0 && index > titlePassage && date.range.lowerBound == line.startIndex
                guard isShort && (index > titlePassage || saysDate(passage)) || begins,
                    isFree(date.range.lowerBound, in: line, index)
                else { continue }
                return date.value
            }
        }
        return nil
    }

    /// The day of a change that a short line around the title states.
    func changeNearTitle() -> String? {
        guard let place = nearTitle, let titlePassage else { return nil }
        for index in place where index != titlePassage {
            let passage = page.passages[index]
            guard passage.text.count < 160, passage.census.words < 20,
                StatedDate.mayStand(in: page.bytes(index).span),
                !isElsewhere(passage.nodes.lowerBound)
            else { continue }
            let line = String(page.string(index).prefix(120))
            let change = dates(in: line).first {
                ChangeWords.stand(before: $0.range.lowerBound, in: line)
            }
            if let change { return change.value }
        }
        return nil
    }

    /// The first three dates of a line; a second one may be what is looked for.
    func dates(in line: String) -> [StatedDate] {
        var dates: [StatedDate] = []
        var start = line.startIndex
        while dates.count < 3,
            var date = StatedDate.first(in: String(line[start...]), order: order)
        {
            let rest = String(line[start...])
            let low = rest.utf8.distance(from: rest.startIndex, to: date.range.lowerBound)
            let high = rest.utf8.distance(from: rest.startIndex, to: date.range.upperBound)
            date.range =
                line.utf8.index(start, offsetBy: low)..<line.utf8.index(start, offsetBy: high)
            dates.append(date)
            start = date.range.upperBound
        }
        return dates
    }

    /// Whether nothing before a date says that it is the one of a change, or another than that of publication.
    func isFree(_ start: String.Index, in line: String, _ index: Int) -> Bool {
        !ChangeWords.stand(before: start, in: line) && !isOtherDay(start, in: line, index)
    }

    /// Whether a passage has enough digits, or a script with digits or dates of its own.
    func mayHoldDate(_ index: Int) -> Bool {
        let census = page.passages[index].census
        let isLikely =
            census.digits >= 3 || census.ideographs > 0
            || page.passages[index].text.count < 160
                && page.bytes(index).contains { $0 == 0xD9 || $0 == 0xDB || $0 == 0xE0 }
        return isLikely && StatedDate.mayStand(in: page.bytes(index).span)
    }

    /// Whether a date is said to be another than that of publication, in its line or by the label before it.
    private func isOtherDay(_ start: String.Index, in line: String, _ index: Int) -> Bool {
        if line[..<start].contains(where: \.isLetter) {
            return ChangeWords.introducesOtherDay(String(line[..<start]))
        }
        guard index > 0, index - 1 != titlePassage, page.passages[index - 1].text.count < 40 else {
            return false
        }
        return ChangeWords.introducesOtherDay(page.string(index - 1))
    }

    /// The first `<time>` that is no comment's and no teaser's.
    func timeElement() -> String? {
        var fallback: String?
        for node in page.tree.nodes.indices where page.tag(node) == .time {
            guard let date = date(ofTime: node), !isAside(node) else { continue }
            let says =
                page.tree.has(.pubdate, node)
                || page.tree.attribute(.class, of: node)?.lowercased().holds("publi") ?? false
            if says { return date }
            fallback = fallback ?? date
        }
        return fallback
    }

    /// A date in a short line in an element whose class speaks of dates.
    func line() -> String? {
        for index in page.passages.indices.prefix(600) {
            let passage = page.passages[index]
            guard passage.text.count < 160,
                mayHoldDate(index), saysDate(passage),
                !isAside(passage.nodes.lowerBound)
            else { continue }
            let line = String(page.string(index).prefix(90))
            guard let date = read(line), saysNothingElse(line, index) else { continue }
            return date
        }
        return nil
    }

    /// Whether nothing says that the date in a line is another than that of publication.
    private func saysNothingElse(_ line: String, _ index: Int) -> Bool {
        let start = StatedDate.first(in: line, order: order)?.range.lowerBound
        return isFree(start ?? line.startIndex, in: line, index)
    }

    /// Any short line with a date below the first heading; where there is none, at the top of the page.
    func plainLine() -> String? {
        let heading =
            titlePassage ?? page.passages.firstIndex { page.tag($0.block) == .h1 } ?? 0
        for index in page.passages.indices.dropFirst(heading + 1).prefix(11) {
            let passage = page.passages[index]
            guard passage.text.count < 160, passage.census.words < 20,
                mayHoldDate(index)
            else { continue }
            let line = String(page.string(index).prefix(90))
            guard let date = read(line), saysNothingElse(line, index) else { continue }
            return date
        }
        return nil
    }

    private func saysChanged(_ node: Int) -> Bool {
        if page.tree.attribute(.itemprop, of: node)?.lowercased() == "datemodified" { return true }
        let name = page.tree.attribute(.class, of: node)?.lowercased() ?? ""
        if name.holds("updated"), !name.holds("publi") { return true }
        let index = Int(page.passageAt[node])
        guard index < page.passages.count, page.passages[index].text.count < 120 else {
            return false
        }
        let line = page.string(index)
        return ChangeWords.stand(before: line.endIndex, in: line)
    }

    func saysDate(_ passage: Passage) -> Bool {
        var node = passage.nodes.lowerBound
        for _ in 0..<3 where node > 0 {
            node = page.parent(node)
            if page.roles[node].contains(.details) { return true }
        }
        return false
    }

    /// Comments and lists of other articles have dates of their own.
    func isElsewhere(_ node: Int) -> Bool {
        var node = node
        while node > 0 {
            if page.tag(node) == .body || page.tag(node) == .article { return false }
            if !page.roles[node].isDisjoint(with: [.comments, .related]) { return true }
            node = page.parent(node)
        }
        return false
    }

    func isAside(_ node: Int) -> Bool {
        var node = node
        while node > 0 {
            let roles = page.roles[node]
            if !roles.isDisjoint(with: [.comments, .related, .sidebar, .widget]),
                page.tag(node) != .body
            {
                return true
            }
            if page.tag(node) == .aside || page.tag(node) == .footer || page.tag(node) == .nav {
                return true
            }
            node = page.parent(node)
        }
        return false
    }
}
