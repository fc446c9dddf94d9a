/// Tells the lines between the title and the text that are facts and no text: the title once more, who wrote it, when,
/// and how long reading takes. Pages, entries, pasted text and Markdown ask it alike, so that the same article has the
/// same body by each way.
struct OpeningLines {
    enum Kind: Sendable {
        case title, byline, date, readingTime
    }

    struct Line {
        var text: String
        var isHeading = false
        /// In words.
        var length: Float
    }

    /// So many lines at the beginning are looked at.
    static let reach = 10
    private static let longest = 200

    private let title: [UInt8]?
    private let authors: [String]

    init(title: String?, authors: [String]) {
        self.title = title.map(Self.letters).flatMap { $0.isEmpty ? nil : $0 }
        self.authors = authors.map(TextFolding.fold)
    }

    /// What each of the first lines is; nil for text, and for all behind the first paragraphs.
    ///
    /// - Parameter isDiary: whether days head the parts of the text: then the first of them is one as well. Asked for
    ///   only where a heading is a day.
    func kinds(of lines: [Line], isDiary: @autoclosure () -> Bool) -> [Kind?] {
        var kinds = [Kind?](repeating: nil, count: lines.count)
        var passed = 0
        for index in lines.indices.prefix(Self.reach) {
            let line = lines[index]
            if repeatsTitle(line) {
                kinds[index] = .title
            } else if Self.isProse(line) {
                // A standfirst may stand above the byline.
                passed += 1
                if passed > 1 { break }
            } else {
                kinds[index] = fact(in: line)
            }
        }
        if kinds.indices.contains(where: { kinds[$0] == .date && lines[$0].isHeading }), isDiary() {
            for index in kinds.indices where kinds[index] == .date && lines[index].isHeading {
                kinds[index] = nil
            }
        }
        readNames(lines, &kinds)
        readCounts(lines, &kinds)
        return kinds
    }

    /// Whether a line says nothing but a day, as the headings of a diary do.
    func isDay(_ text: String) -> Bool {
        guard text.utf8.count <= Self.longest else { return false }
        return FactParts(text, authors: authors)?.kind == .date
    }

    private func fact(in line: Line) -> Kind? {
        if Encyclopedia.says(line.text) { return .byline }
        guard line.text.utf8.count <= Self.longest, line.length <= 30,
            let parts = FactParts(line.text, authors: authors)
                ?? Self.parted(line.text).flatMap({ FactParts($0, authors: authors) })
        else { return nil }
        // "By Train" heads what is told; a heading with a day or the author's name does not.
        if line.isHeading, parts.kind == .byline, !parts.isKnownAuthor { return nil }
        // "Share" and "Views" head a part of the text, or are items of it; with a number they say how many there are.
        if parts.kind == .readingTime, !line.text.contains(where: \.isNumber) {
            return nil
        }
        return parts.kind
    }

    private func repeatsTitle(_ line: Line) -> Bool {
        guard let title, line.text.utf8.count <= 2 * title.count + 60 else { return false }
        return Self.letters(line.text) == title
    }

    /// A name by itself beside a day or a byline is the author's.
    private func readNames(_ lines: [Line], _ kinds: inout [Kind?]) {
        let found = kinds
        for index in lines.indices.prefix(Self.reach)
        where found[index] == nil && !lines[index].isHeading && lines[index].length <= 8 {
            let near = [index - 1, index + 1].contains { place in
                lines.indices.contains(place)
                    && (found[place] == .date || found[place] == .readingTime)
            }
            if near, !NameLine.names(in: lines[index].text).isEmpty { kinds[index] = .byline }
        }
    }

    /// "No comments", "Share" in the row of the facts.
    private func readCounts(_ lines: [Line], _ kinds: inout [Kind?]) {
        let found = kinds
        for index in lines.indices.prefix(Self.reach)
        where found[index] == nil && !lines[index].isHeading && lines[index].length <= 4 {
            let isBeside = [index - 1, index + 1].contains { place in
                lines.indices.contains(place) && found[place] != nil && found[place] != .title
                    && !Self.isProse(lines[place])
            }
            guard isBeside, let match = Furniture.match(FoldedLine(lines[index].text)),
                match.kind == .comments || match.kind == .share || match.kind == .count,
                match.isWhole
            else { continue }
            kinds[index] = .readingTime
        }
    }

    /// "Ann MillerMarch 3, 2026": two elements without a blank between them.
    private static func parted(_ text: String) -> String? {
        guard text.utf8.count <= 80 else { return nil }
        var parted = ""
        var wasLower = false
        var isGlued = false
        for character in text {
            if wasLower, character.isUppercase {
                parted += " "
                isGlued = true
            }
            parted.append(character)
            wasLower = character.isLowercase
        }
        return isGlued ? parted : nil
    }

    static func isProse(_ line: Line) -> Bool {
        line.length >= 12 && SentenceMarks.endsSentence(line.text) || line.length >= 25
    }

    /// Folded letters and digits: a line break may have glued two words of the title.
    private static func letters(_ text: String) -> [UInt8] {
        FoldedLine(String(text.prefix(1_000))).letters
    }
}
