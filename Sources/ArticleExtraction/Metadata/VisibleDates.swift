import LibXML

/// The dates of an article as a reader sees them, told from those of comments and other articles.
struct VisibleDates {
    let page: Page
    let titlePassage: Int?
    let order: StatedDate.Order
    let places: DatePlaces
    private let dates: SeenDates

    init(page: Page, titlePassage: Int?, kept: [Bool], order: StatedDate.Order) {
        self.page = page
        self.titlePassage = titlePassage
        self.order = order
        places = DatePlaces(page: page, titlePassage: titlePassage, kept: kept)
        dates = SeenDates(page: page, order: order)
    }

    /// The day in the article's head: one that is called that of publication, else the first one that is not called
    /// anything else, below the headline before above it.
    func inHead() -> String? {
        let title = titlePassage.map { own($0) } ?? []
        let below = title + places.head.flatMap { own($0) }
        let above = places.above.flatMap { own($0) }.filter { $0.isTime || saysDate($0.node) }
        let all = below + above + emptyTimes()
        let first =
            all.first { $0.kind == .published } ?? all.first { $0.kind == nil }
        return first?.value
    }

    /// What a script is to show: `<time datetime>` without a text.
    private func emptyTimes() -> [SeenDate] {
        guard let first = places.above.first ?? places.head.first, let last = places.head.last
        else {
            return []
        }
        let nodes =
            page.passages[first].nodes.lowerBound..<page.passages[last].nodes.upperBound
        return nodes.filter { page.tag($0) == .time && page.passages(of: $0).isEmpty }.compactMap {
            node in
            let index = page.passage(around: node)
            guard page.passages.indices.contains(index),
                !page.passages[index].nodes.contains(node), !places.isForeign(node),
                let value = dates.date(ofTime: node)
            else { return nil }
            return SeenDate(
                value: value, kind: dates.kind(ofElement: node), place: 0..<0, node: node,
                isTime: true)
        }
    }

    /// What only a class calls a change, in the article's head: feeds of WordPress and hAtom call the day of
    /// publication so where there is no other.
    func calledChange() -> String? {
        places.head.flatMap { own($0) }.first { $0.isSaidByClass }?.value
    }

    /// The day of a change: in the head, or in a line of its own wherever words say so.
    func changed() -> String? {
        let head = Array(places.head) + Array(places.above)
        for index in head {
            if let date = own(index).first(where: { $0.kind == .changed }) { return date.value }
        }
        for index in page.passages.indices where page.passages[index].text.count < 160 {
            guard !head.contains(index), dates.mayHoldDate(index),
                let date = own(index).first(where: { $0.kind == .changed && !$0.isSaidByClass })
            else { continue }
            return date.value
        }
        return nil
    }

    /// A date that a word of publication introduces, wherever it stands: "Published 5 May 2021",
    /// "Datum: 05.05.2021", also with the word on a line of its own.
    func labelled() -> String? {
        for index in page.passages.indices where page.passages[index].text.count < SeenDates.longest
        {
            guard dates.mayHoldDate(index) else { continue }
            if let date = own(index).first(where: { isLabelled($0, index) }) { return date.value }
        }
        return nil
    }

    private func isLabelled(_ date: SeenDate, _ index: Int) -> Bool {
        if date.kind == .published { return !date.isSaidByClass || date.isTime }
        guard date.kind == nil else { return false }
        let label =
            date.isLed ? date.lead : date.isFirst ? dates.label(before: index) : nil
        return label.map(ChangeWords.introducesPublication) ?? false
    }

    /// A line that is nothing but a date, of those that the page shows beside its head: only where all of them state the
    /// same day, for lists and diaries have such lines too.
    ///
    /// - Parameter isTime: whether only those of `<time>` are meant.
    func alone(isTime: Bool) -> String? {
        var found: String?
        let start = titlePassage == nil ? 0 : places.above.lowerBound
        for index in page.passages.indices.dropFirst(start).prefix(600)
        where page.passages[index].text.count < 60 {
            guard let date = own(index).first, date.kind != .changed, date.isTime || !isTime,
                FactParts(page.string(index), authors: [])?.kind == .date
            else { continue }
            if let found, found.prefix(10) != date.value.prefix(10) { return nil }
            found = found ?? date.value
        }
        return found
    }

    /// The day of the first post of a thread, whose posts are marked as replies are, and are the text.
    func ofFirstPost() -> String? {
        guard let titlePassage else { return nil }
        let end = min(page.passages.count, titlePassage + 16)
        for index in min(titlePassage + 1, end)..<end
        where page.passages[index].text.count < 160 && page.passages[index].census.words < 20 {
            guard page.paragraphs(from: titlePassage, to: index) < 2,
                places.kept[index..<min(index + 5, places.kept.count)].contains(true)
            else { continue }
            // Of a line, the first date says what all of it is about.
            guard let date = dates.read(index).first, date.kind != .changed,
                !isOtherDay(date, index), !isDatum(index, [date])
            else { continue }
            return date.value
        }
        return nil
    }

    /// The day beside a link to the page itself, as lists of the latest articles have it.
    func besideOwnLink(_ url: String?) -> String? {
        guard let url, let own = Self.path(of: url), own.utf8.count > 2 else { return nil }
        let name = Self.plainName(of: own)
        for node in page.tree.nodes.indices where page.tag(node) == .a {
            guard let link = page.tree.attribute(.href, of: node), link.contains(name),
                Self.path(of: PageAddress.resolve(link, on: PageAddress(url)) ?? "") == own
            else { continue }
            var box = node
            for _ in 0..<3 where box > 0 {
                let passages = page.passages(of: box)
                guard passages.count <= 4 else { break }
                let found = passages.flatMap { dates.read($0) }.filter { $0.kind != .changed }
                if found.count == 1 { return found[0].value }
                if found.count > 1 || page.tag(box) == .li { break }
                box = page.parent(box)
            }
        }
        return nil
    }

    /// The last part of a path, which each link to it holds, unless it can be written in several ways.
    private static func plainName(of path: Substring) -> String {
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) } ?? ""
        let isPlain = name.utf8.allSatisfy {
            $0.asciiLowered >= 0x61 && $0.asciiLowered <= 0x7A || (0x30...0x39).contains($0)
                || $0 == UInt8(ascii: "-")
        }
        return isPlain ? String(name) : ""
    }

    private static func path(of address: String) -> Substring? {
        guard let scheme = address.firstRange(of: "://") else { return nil }
        let path = address[scheme.upperBound...].drop { $0 != "/" }.prefix {
            $0 != "?" && $0 != "#"
        }
        return path.hasSuffix("/") ? path.dropLast() : path
    }

    /// A line right behind the text that says when it was written, and nothing else but by whom.
    func atFoot() -> String? {
        for index in places.foot {
            guard let date = own(index).first(where: { $0.kind != .changed }),
                FactParts(page.string(index), authors: []) != nil
            else { continue }
            return date.value
        }
        return nil
    }

    /// A line around the headline that is nothing but a date, or one with a few words after a mark.
    func bareLine() -> String? {
        for index in Array(places.above) + Array(places.head) {
            guard page.passages[index].text.count < 60 else { continue }
            let line = page.string(index)
            for date in own(index) where date.kind == nil {
                let before = SeenDates.part(of: line, 0..<date.place.lowerBound)
                let after = SeenDates.part(of: line, date.place.upperBound..<line.utf8.count)
                if before.count(where: \.isLetter) < 24, after.count(where: \.isLetter) < 24 {
                    return date.value
                }
            }
        }
        return nil
    }

    /// The dates of a passage that may be the article's.
    private func own(_ index: Int) -> [SeenDate] {
        let found = dates.read(index)
        guard !found.isEmpty else { return [] }
        // Within the headline, only what an element sets apart from it.
        if index == titlePassage { return found.filter { $0.isTime || saysDate($0.node) } }
        let line = page.string(index)
        if isRange(found, line) || isDatum(index, found) { return [] }
        // A date right behind another one is of the same day: "Born | 1941-05-24 May 24, 1941".
        var isOther = false
        return found.filter { date in
            if date.isFirst || date.isLed { isOther = isOtherDay(date, index) }
            return !isOther && stands(date, in: line, index)
                && !places.isForeign(
                    date.node, isCalled: date.kind == .published && !date.isSaidByClass)
        }
    }

    /// Whether a table states a day of what it is about: beside the head of a row that says nothing of publication.
    private func isDatum(_ index: Int, _ found: [SeenDate]) -> Bool {
        guard page.isHeadedCell(index), found.allSatisfy({ $0.kind == nil }) else { return false }
        return dates.label(before: index).map { !ChangeWords.introducesPublication($0) } ?? true
    }

    /// Whether a date stands as dates of articles do: at the beginning of its line, or in a short one that is no sentence.
    private func stands(_ date: SeenDate, in line: String, _ index: Int) -> Bool {
        let passage = page.passages[index]
        let isShort = passage.text.count < 160 && passage.census.words < 20
        let begins = date.isFirst && !date.isLed && index > titlePassage ?? -1
        guard isShort || begins || date.kind != nil else { return false }
        // "The gates opened on 14 May 1931 before a crowd.": a sentence begins with no label.
        guard OwnWords.isSentence(line), !begins else { return true }
        if date.kind != nil {
            // "Discussion in Mills, started by Ada, 4 May 2021.": bylines are made of links.
            let isLinked = passage.linked.length > passage.census.length / 3
            return date.lead.split(separator: " ").count <= (isLinked ? 10 : 4)
        }
        return FactParts(line, authors: []) != nil
    }

    /// "1 June – 30 August": days from one to another are no days of publication.
    private func isRange(_ found: [SeenDate], _ line: String) -> Bool {
        for (first, second) in zip(found, found.dropFirst()) where first.kind == nil {
            guard first.place.upperBound <= second.place.lowerBound else { continue }
            let between = SeenDates.part(of: line, first.place.upperBound..<second.place.lowerBound)
                .trimmed(of: " ")
            if Self.ranges.contains(TextFolding.fold(between)),
                first.value.prefix(10) < second.value.prefix(10)
            {
                return true
            }
        }
        return false
    }

    private static let ranges: Set<String> = [
        "-", "–", "—", "~", "～", "to", "until", "till", "through", "bis", "bis zum", "au", "al",
        "a", "a\u{300}",
        "do", "до", "tot", "t/m", "til", "till", "至", "から",
    ]

    /// Whether a date is said to be another than that of publication, in its line or by the label before it.
    private func isOtherDay(_ date: SeenDate, _ index: Int) -> Bool {
        if date.isLed {
            return ChangeWords.introducesOtherDay(date.lead)
        }
        guard date.isFirst, index - 1 != titlePassage,
            let label = dates.label(before: index)
        else { return false }
        return ChangeWords.introducesOtherDay(label)
    }

    private func saysDate(_ node: Int) -> Bool {
        var node = node
        for _ in 0..<3 where node > 0 {
            node = page.parent(node)
            if page.roles[node].contains(.details) { return true }
        }
        return false
    }
}
