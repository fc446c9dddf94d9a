/// The facts that stand in the lines before the body, and in the notes behind it.
struct HeaderFacts {
    private let lines: [LineTraits]
    private let bodyStart: Int
    private let bodyEnd: Int
    /// Lines that are a fact and no text: the title, the byline, the date.
    private(set) var used: Set<Int> = []

    private var title: String?
    private var authors: [String] = []
    private var published: String?
    private var modified: String?
    private var series: String?
    private var number: String?

    /// - Parameters:
    ///   - titleIndex: the line of the title where the document's structure names it.
    ///   - findsTitle: whether else a line that looks like one is taken.
    init(
        lines: [LineTraits], bodyStart: Int, bodyEnd: Int, titleIndex named: Int? = nil,
        findsTitle: Bool = true
    ) {
        self.lines = lines
        self.bodyStart = bodyStart
        self.bodyEnd = bodyEnd
        let titleIndex =
            named ?? (findsTitle ? TitleLine.visible(in: lines, bodyStart: bodyStart) : nil)
        if let titleIndex {
            title = lines[titleIndex].line.text
            used.insert(titleIndex)
            let folded = lines[titleIndex].folded
            for index in lines.indices where lines[index].folded == folded { used.insert(index) }
        }
        readHeader(from: max(0, (titleIndex ?? max(0, bodyStart - 12)) - 4))
        if authors.isEmpty, let titleIndex { readNames(after: titleIndex) }
        if authors.isEmpty || isWeak { readNotes() }
        if authors.isEmpty { readCredit() }
    }

    func apply(to body: inout ExtractedBody) {
        body.title = title
        body.authors = authors
        body.published = published
        body.modified = modified
        body.series = series
        body.number = number
    }

    private var isWeak = false

    /// Lines of the header: short ones as far as the first prose of the body.
    private mutating func readHeader(from start: Int) {
        let end = min(lines.count, bodyStart + 8)
        var passedProse = false
        for index in start..<max(start, end) {
            let line = lines[index]
            if index >= bodyStart, line.isProse, line.weight > 30 { passedProse = true }
            guard !passedProse, line.weight <= 30, line.kind != .related else { continue }
            for part in Self.parts(of: line.line.text) { readPart(part, index: index) }
        }
    }

    private mutating func readPart(_ part: String, index: Int) {
        if let byline = Byline.parse(part),
            authors.isEmpty || (isWeak && byline.strength == .signature)
        {
            authors = byline.authors
            isWeak = byline.strength == .label
            used.insert(index)
        }
        if series == nil, let found = SeriesNumber.parse(part) {
            series = found.series
            number = found.number
            used.insert(index)
        }
        if let day = PressRelease.day(ofDateline: part), PressRelease.tells(part) {
            // The dateline stays with the sentence that it stands before.
            if published == nil { published = day }
            return
        }
        guard let date = StatedDate.first(in: part) else { return }
        guard Self.isDateLine(part, date), !Self.isSentence(part, date) else { return }
        used.insert(index)
        if Self.isUpdate(part) {
            if modified == nil { modified = date.value }
        } else if published == nil {
            published = date.value
        }
    }

    /// Names that stand alone between the title and the first prose, below a label or beside a date.
    private mutating func readNames(after titleIndex: Int) {
        var index = titleIndex + 1
        while index < lines.count, index <= bodyStart + 8, !lines[index].isProse {
            defer { index += 1 }
            let line = lines[index]
            var names: [String] = []
            if NameLine.isLabel(lines[index - 1]) {
                names = NameLine.names(in: line.line.text)
                if !names.isEmpty { used.insert(index - 1) }
            } else if line.date != nil {
                let parts = Self.parts(of: line.line.text)
                if parts.count > 1 { names = NameLine.names(in: parts[0]) }
            } else if index <= titleIndex + 4, index + 1 < lines.count, !line.isFurniture,
                line.line.marker == .none, let date = lines[index + 1].date,
                Self.isDateLine(lines[index + 1].line.text, date)
            {
                names = NameLine.names(in: line.line.text)
            }
            guard !names.isEmpty else { continue }
            authors = names
            used.insert(index)
            return
        }
    }

    /// Notes behind the body: "By A. A is …", or a note under the heading "Author".
    private mutating func readNotes() {
        let end = min(lines.count, bodyEnd + 12)
        var underHeading = false
        for index in max(0, bodyEnd - 1)..<max(bodyEnd, end) where index < lines.count {
            let line = lines[index]
            if line.kind == .authorNote { underHeading = true }
            if line.kind == .comments || line.kind == .related { return }
            if let byline = Byline.parse(line.line.text), byline.strength == .signature {
                authors = byline.authors
                return
            }
            if underHeading, let name = AuthorNote.name(in: line.line.text) {
                authors = [name]
                return
            }
        }
    }

    /// Whom a credit in Chinese names: at the end of the body, or at its beginning.
    private mutating func readCredit() {
        let end = min(lines.count, bodyEnd + 2)
        let body = (min(bodyStart, end)..<end)
        for index in body.suffix(4).reversed() + body.prefix(3) {
            let names = ReporterCredit.names(in: lines[index].line.text)
            if !names.isEmpty {
                authors = names
                return
            }
        }
    }

    /// A line of facts is often one with bars between.
    private static func parts(of text: String) -> [String] {
        guard text.utf8.contains(0x7C) || text.holds("•") || text.holds("·") else { return [text] }
        let parts = text.split { "|•·".contains($0) }
            .map { String($0).trimmed(of: " ") }.filter { !$0.isEmpty }
        return parts.count > 1 ? parts : [text]
    }

    /// Whether the date is what the line is about.
    private static func isDateLine(_ text: String, _ date: StatedDate) -> Bool {
        let rest =
            text[..<date.range.lowerBound] + " " + text[date.range.upperBound...]
        let words = TextFolding.words(ofFolded: TextFolding.fold(String(rest)))
        if words.count <= 4 { return true }
        return words.count <= 14 && words.contains { dateWords.contains(String($0)) }
    }

    /// Whether the line tells what came to pass that day: "On 5 March 2026 the mill was opened." What says when the
    /// text was published or changed is no such sentence.
    private static func isSentence(_ text: String, _ date: StatedDate) -> Bool {
        guard OwnWords.isSentence(text), Byline.parse(text) == nil else { return false }
        let words = TextFolding.words(ofFolded: TextFolding.fold(text))
        if let first = words.first.map(String.init), !places.contains(first),
            dateWords.contains(first) || updateWords.contains(first)
        {
            return false
        }
        let rest = [text[..<date.range.lowerBound], text[date.range.upperBound...]]
        return rest.contains { part in
            part.split(whereSeparator: \.isWhitespace).contains { word in
                guard let letter = word.unicodeScalars.first(where: \.properties.isAlphabetic),
                    !letter.properties.isUppercase
                else { return false }
                return !DateLineWords.areAll(in: String(word))
            }
        }
    }

    /// Words before a day with which sentences begin, too.
    private static let places: Set<String> = ["by", "on", "von", "am", "le", "stand", "mis"]

    private static func isUpdate(_ text: String) -> Bool {
        let words = TextFolding.words(ofFolded: TextFolding.fold(text))
        return words.contains { updateWords.contains(String($0)) }
    }

    private static let dateWords: Set<String> = [
        "published", "posted", "date", "by", "on", "von", "am", "veroffentlicht", "stand", "publie",
        "le", "publicado", "pubblicato", "gepubliceerd", "publicerad", "publisert", "udgivet",
        "опубликовано", "дата", "yayinlanma", "tarih", "created", "written", "updated", "modified",
        "aktualisiert", "mis", "actualizado", "aggiornato", "atualizado", "julkaistu",
    ]
    private static let updateWords: Set<String> = [
        "updated", "update", "modified", "aktualisiert", "actualizado", "aggiornato", "atualizado",
        "bijgewerkt", "uppdaterad", "oppdatert", "opdateret", "paivitetty", "zaktualizowano",
        "aktualizovano", "обновлено", "guncelleme", "ενημερωθηκε", "actualise", "更新", "最終更新",
    ]
}
