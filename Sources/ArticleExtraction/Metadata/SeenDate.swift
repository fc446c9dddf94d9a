import LibXML

/// A date that stands in a passage, with what its words and its element say of it.
struct SeenDate {
    /// ISO 8601.
    let value: String
    /// nil where nothing says it.
    var kind: ChangeWords.Kind?
    /// Where it stands in its line, in bytes of UTF-8.
    let place: Range<Int>
    /// The node of the date or of its first character.
    let node: Int
    /// Whether `<time>` states it.
    let isTime: Bool
    /// The words before it, from the date before it on.
    var lead = ""
    /// Whether only the element's class says what it is.
    var isSaidByClass = false

    /// Whether no other date stands before it in its line.
    var isFirst: Bool { place.lowerBound == lead.utf8.count }
    /// Whether words stand before it, and not only marks.
    var isLed: Bool { lead.contains(where: \.isLetter) }
}

/// Reads the dates of a passage in order, those of `<time>` and those of its text.
struct SeenDates {
    let page: Page
    let order: StatedDate.Order
    /// What was read, by passage: the head of an article is looked at by several rules.
    private let known = Known()

    init(page: Page, order: StatedDate.Order) {
        self.page = page
        self.order = order
    }

    private final class Known {
        var dates: [Int: [SeenDate]] = [:]
    }

    /// More dates of one line are not read.
    private static let limit = 4
    /// In bytes; dates of longer passages are read where they begin them.
    static let longest = 240

    /// The dates that stand in a passage of text.
    func read(_ index: Int) -> [SeenDate] {
        if let dates = known.dates[index] { return dates }
        let passage = page.passages[index]
        let mayHoldDate = mayHoldDate(index)
        let dates =
            mayHoldDate || around(passage).contains { page.tag($0) == .time }
            ? find(index, passage, inText: mayHoldDate) : []
        known.dates[index] = dates
        return dates
    }

    private func find(_ index: Int, _ passage: Passage, inText: Bool) -> [SeenDate] {
        let runs = runs(of: passage)
        let line =
            passage.text.count <= Self.longest
            ? page.string(index) : String(page.string(index).prefix(90))
        var dates = times(of: passage, runs, line)
        if inText {
            for date in written(in: line) where !dates.contains(where: { $0.place.overlaps(date) })
            {
                let text = Self.part(of: line, date)
                guard let value = StatedDate.parse(text, order: order) else { continue }
                let node = runs.first { $0.end > date.lowerBound }?.node
                dates.append(
                    SeenDate(
                        value: value, place: date, node: node ?? passage.nodes.lowerBound,
                        isTime: false))
            }
        }
        dates.sort { $0.place.lowerBound < $1.place.lowerBound }
        return labelled(dates, line, index)
    }

    /// The date of a `<time>`, by its value or its text.
    func date(ofTime node: Int) -> String? {
        if let value = page.tree.attribute(.datetime, of: node), value.utf8.count < 100,
            let date = StatedDate.value(CleanText(value).string, order: order)
        {
            return date
        }
        let text = CleanText(page.tree.text(of: node)).string
        return text.utf8.count < 100 ? StatedDate.parse(text, order: order) : nil
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

    // MARK: Where they stand

    /// A text node, and where its text ends in the clean line.
    private struct Run {
        let node: Int
        let start: Int
        let end: Int
    }

    private func runs(of passage: Passage) -> [Run] {
        guard passage.text.count <= Self.longest else { return [] }
        var runs: [Run] = []
        var text = ""
        var start = 0
        for node in passage.nodes where page.tag(node) == .text {
            text += String(decoding: page.tree.textBytes(node), as: UTF8.self)
            let end = CleanText(text).utf8.count
            runs.append(Run(node: node, start: start, end: end))
            start = end
        }
        return runs
    }

    /// The nodes of a passage, and a few elements that may begin right before its text.
    private func around(_ passage: Passage) -> Range<Int> {
        passage.nodes.lowerBound - min(3, passage.nodes.lowerBound)..<passage.nodes.upperBound
    }

    private func times(of passage: Passage, _ runs: [Run], _ line: String) -> [SeenDate] {
        var dates: [SeenDate] = []
        for node in around(passage) where page.tag(node) == .time {
            guard dates.count < Self.limit, let value = date(ofTime: node) else { continue }
            let inner = node..<Int(page.tree.nodes[node].end)
            guard inner.upperBound > passage.nodes.lowerBound else { continue }
            let own = runs.filter { inner.contains($0.node) }
            let start = own.first?.start ?? runs.last { $0.node < node }?.end ?? 0
            dates.append(
                SeenDate(
                    value: value, place: start..<max(start, own.last?.end ?? start), node: node,
                    isTime: true))
        }
        return dates
    }

    private func written(in line: String) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var start = line.startIndex
        while places.count < Self.limit {
            let rest = String(line[start...])
            guard let date = StatedDate.first(in: rest, order: order) else { break }
            let base = line.utf8.distance(from: line.startIndex, to: start)
            let low = base + rest.utf8.distance(from: rest.startIndex, to: date.range.lowerBound)
            let high = base + rest.utf8.distance(from: rest.startIndex, to: date.range.upperBound)
            places.append(low..<high)
            start = line.utf8.index(line.startIndex, offsetBy: high)
        }
        return places
    }

    static func part(of line: String, _ place: Range<Int>) -> String {
        let bytes = line.utf8
        let low = bytes.index(bytes.startIndex, offsetBy: min(place.lowerBound, bytes.count))
        let high = bytes.index(bytes.startIndex, offsetBy: min(place.upperBound, bytes.count))
        return String(decoding: bytes[low..<high], as: UTF8.self)
    }

    // MARK: What is said of them

    private func labelled(_ dates: [SeenDate], _ line: String, _ index: Int) -> [SeenDate] {
        var dates = dates
        let count = line.utf8.count
        let isAfter = standBehind(dates, line)
        for place in dates.indices {
            let date = dates[place]
            if let kind = inClass(date.node, index) {
                dates[place].kind = kind
                dates[place].isSaidByClass = true
            }
            // A word may stand within `<time>`.
            let own = date.isTime ? lead(of: Self.part(of: line, date.place)) : ""
            let low = place > 0 ? dates[place - 1].place.upperBound : 0
            let before = Self.part(
                of: line, min(low, date.place.lowerBound)..<date.place.lowerBound)
            dates[place].lead = before
            let high = place + 1 < dates.count ? dates[place + 1].place.lowerBound : count
            let after = Self.part(
                of: line, date.place.upperBound..<max(high, date.place.upperBound))
            var said =
                ChangeWords.kind(before: own) ?? (isAfter ? nil : ChangeWords.kind(before: before))
            if said == nil, isAfter || isClosed(after, isLast: place + 1 == dates.count) {
                said = ChangeWords.kind(after: after)
            }
            if said == nil, place == 0, !before.contains(where: \.isLetter) {
                said = label(before: index).flatMap { ChangeWords.kind(before: $0) }
            }
            if let said {
                dates[place].kind = said
                dates[place].isSaidByClass = false
            }
        }
        return dates
    }

    /// The words before a date that stands in `<time>`; all of them where none does.
    private func lead(of text: String) -> String {
        guard let date = StatedDate.first(in: text, order: order) else { return text }
        return String(text[..<date.range.lowerBound])
    }

    /// Whether the line begins with a date and says after its last one what that is: then all words stand behind.
    private func standBehind(_ dates: [SeenDate], _ line: String) -> Bool {
        guard let first = dates.first, let last = dates.last, dates.count > 1,
            !Self.part(of: line, 0..<first.place.lowerBound).contains(where: \.isLetter)
        else { return false }
        let rest = Self.part(
            of: line, last.place.upperBound..<max(last.place.upperBound, line.utf8.count))
        return ChangeWords.kind(after: rest) != nil
    }

    /// Whether what stands behind a date belongs to it rather than to the next one.
    private func isClosed(_ text: String, isLast: Bool) -> Bool {
        isLast || text.trimmed(of: " ").last.map { "|,/;·•)）".contains($0) } ?? false
    }

    /// The words of a label in the passage before: "Updated:", in a line, cell or `<dt>` of its own.
    func label(before index: Int) -> String? {
        guard index > 0, page.passages[index - 1].text.count < 40,
            page.passages[index - 1].census.digits < 3
        else { return nil }
        return page.string(index - 1)
    }

    /// What classes and properties of a date's element say, as far up as it holds nothing else.
    private func inClass(_ node: Int, _ index: Int) -> ChangeWords.Kind? {
        var node = node
        for _ in 0..<4 where node > 0 {
            if page.tag(node) != .text {
                let passages = page.passages(of: node)
                guard passages.count < 2 else { return nil }
                if let kind = kind(ofElement: node) { return kind }
            }
            node = page.parent(node)
            if node == page.passages[index].block {
                let times = (node..<Int(page.tree.nodes[node].end)).count { page.tag($0) == .time }
                if times > 1 { return nil }
            }
        }
        return nil
    }

    /// What the class and the properties of an element say of its date.
    func kind(ofElement node: Int) -> ChangeWords.Kind? {
        var words: [String] = []
        for name in [HTMLAttribute.Name.itemprop, .property, .class] {
            guard let value = page.tree.attribute(name, of: node) else { continue }
            words += value.lowercased().split { !$0.isLetter }.map(String.init)
        }
        if words.contains(where: { word in Self.published.contains { word.hasPrefix($0) } }) {
            return .published
        }
        return words.contains(where: { word in Self.changed.contains { word.hasPrefix($0) } })
            ? .changed : nil
    }

    private static let published = [
        "publi", "pubdate", "posted", "datepublished", "created", "veroeffentlicht",
    ]
    private static let changed = [
        "updated", "modified", "datemodified", "lastmod", "lastupdate", "revised", "aktualisiert",
    ]
}
