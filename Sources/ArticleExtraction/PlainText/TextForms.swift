/// Undoes the forms of certain texts before their lines are judged: books of Project Gutenberg, memos of the IETF, digests
/// of lists, tables of contents, tables drawn with "+----+", a headline over two lines.
struct TextForms {
    typealias Line = LineSplitter.RawLine

    private var title: String?
    private var author: String?
    private var date: String?

    /// Lines at the beginning that a form's head has at most.
    private static let head = 40

    /// - Returns: what the form states of the text, as a head does; nil where it states nothing.
    static func strip(_ lines: inout [Line]) -> MailHead? {
        var forms = TextForms()
        forms.takeBook(&lines)
        forms.takeFromDatabase(&lines)
        forms.takeLabels(&lines)
        dropMemoHead(&lines)
        dropContents(&lines)
        undrawTables(&lines)
        joinHeadline(&lines)
        return forms.title.map {
            MailHead(subject: $0, author: forms.author, date: forms.date)
        }
    }

    // MARK: - Books

    /// What Project Gutenberg writes before and behind a book.
    private mutating func takeBook(_ lines: inout [Line]) {
        let marks = lines.indices.filter {
            lines[$0].text.hasPrefix("***")
                && lines[$0].text.uppercased().contains("PROJECT GUTENBERG")
        }
        guard let start = marks.first(where: { lines[$0].text.uppercased().contains("START OF") })
        else { return }
        let end = marks.first { $0 > start && lines[$0].text.uppercased().contains("END OF") }
        for line in lines[..<start].prefix(Self.head) {
            if title == nil, let value = Self.value("Title:", line.text) { title = value }
            if author == nil, let value = Self.value("Author:", line.text) { author = value }
        }
        lines = Array(lines[(start + 1)..<(end ?? lines.count)])
    }

    private static func value(_ label: String, _ text: String) -> String? {
        guard text.hasPrefix(label) else { return nil }
        let value = String(text.dropFirst(label.count)).trimmed(of: " ")
        return value.isEmpty ? nil : value
    }

    // MARK: - Press

    /// What a database of the press writes above and below each article: "Length: 212 words", "Body", "End of Document".
    private mutating func takeFromDatabase(_ lines: inout [Line]) {
        if takeNumbered(&lines) { return }
        guard let body = lines.prefix(Self.head).firstIndex(where: { $0.text == "Body" }),
            body > 1, body + 1 < lines.count,
            lines[..<body].contains(where: { line in
                line.text.hasPrefix("Length:") && line.text.hasSuffix(" words")
            })
        else { return }
        title = lines[0].text
        for line in lines[..<body] {
            if author == nil, let value = Self.value("Byline:", line.text) {
                author = AuthorNames.clean(Byline.parse(value)?.authors.first ?? value).first
            }
            if date == nil { date = StatedDate.first(in: line.text)?.value }
        }
        let end =
            lines[body...].firstIndex {
                $0.text.hasPrefix("Load-Date:") || $0.text == "End of Document"
                    || $0.text == "Classification" || $0.text == "Graphic"
            } ?? lines.count
        guard end > body + 1 else { return }
        lines = Array(lines[(body + 1)..<end])
    }

    /// The same of one that numbers its documents: "212 words" above the text, its rights, "Document PAPER00020260304…" below.
    private mutating func takeNumbered(_ lines: inout [Line]) -> Bool {
        guard let last = lines.last?.text, last.hasPrefix("Document "),
            last.utf8.count >= 24, last.utf8.count <= 60,
            last.dropFirst(9).utf8.allSatisfy({ byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte)
            }),
            let words = lines.prefix(Self.head).firstIndex(where: { Self.isCount($0.text) }),
            words > 0,
            let rights = lines[words...].prefix(12).firstIndex(where: { line in
                line.text.hasPrefix("Copyright") || line.text.hasPrefix("(c)")
                    || line.text.hasPrefix("©")
            }), rights + 2 < lines.count
        else { return false }
        title = lines[0].text
        for line in lines[..<rights].dropFirst() {
            if author == nil, let byline = Byline.parse(line.text) { author = byline.authors.first }
            if date == nil { date = StatedDate.first(in: line.text)?.value }
        }
        lines = Array(lines[(rights + 1)...].dropLast())
        return true
    }

    /// "212 words"
    private static func isCount(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return words.count == 2 && words[1] == "words"
            && words[0].allSatisfy { $0.isNumber || $0 == "," }
    }

    // MARK: - Labels

    /// "Title: …", "Author: …", "Date: …", "Source: …" above the text, a line each.
    private mutating func takeLabels(_ lines: inout [Line]) {
        let end = lines.dropFirst().firstIndex { $0.blanksBefore > 0 } ?? lines.count
        guard title == nil, (3...10).contains(end), end < lines.count else { return }
        var found: [String: String] = [:]
        for line in lines[..<end] {
            guard let colon = line.text.firstIndex(where: { ":：".contains($0) }),
                let label = Self.labels[
                    TextFolding.fold(String(line.text[..<colon])).trimmed(of: " ")]
            else { return }
            let value = String(line.text[line.text.index(after: colon)...]).trimmed(of: " ")
            if found[label] == nil { found[label] = value }
        }
        guard let stated = found["title"], !stated.isEmpty, found.count >= 3 else { return }
        title = stated
        author = found["author"].flatMap { AuthorNames.clean($0).first }
        date = found["date"].flatMap { StatedDate.parse($0, order: .dayFirst) }
        lines.removeFirst(end)
    }

    private static let labels: [String: String] = {
        let words = [
            "title":
                "title headline titel titre titulo titolo tytul otsikko titul cim baslik заголовок название 标题 標題 タイトル 제목",
            "author":
                "author authors by autor autorin auteur autore forfatter forfattare kirjoittaja szerzo yazar автор 作者 著者 저자",
            "date":
                "date published datum fecha data dato pvm tarih дата 日期 日付 날짜 발행일",
            "source":
                "source url link from site publication quelle fuente fonte bron kalla kilde zrodlo zdroj forras kaynak источник 来源 來源 出典 출처 tags language section",
        ]
        var labels: [String: String] = [:]
        for (label, words) in words {
            for word in words.split(separator: " ") {
                labels[TextFolding.fold(String(word))] = label
            }
        }
        return labels
    }()

    // MARK: - Memos

    /// The block of group, number and day that stands above the title of a memo (RFC 7322 §4.1).
    private static func dropMemoHead(_ lines: inout [Line]) {
        let first = lines.prefix(12).firstIndex {
            $0.text.hasPrefix("Request for Comments:") || $0.text.hasPrefix("Internet-Draft")
        }
        guard let first else { return }
        var end = first + 1
        while end < lines.count, lines[end].blanksBefore == 0 { end += 1 }
        if end < lines.count { lines.removeSubrange(..<end) }
    }

    // MARK: - Digests

    /// "End of … Digest", the rules between messages, and their heads, of which the subject stays.
    static func openDigest(_ lines: inout [Line]) {
        guard
            let end = lines.indices.suffix(foot).last(where: { index in
                let line = lines[index]
                return line.text.hasPrefix("End of ") && line.text.contains("Digest")
            }), end > 0
        else { return }
        lines.removeSubrange(end...)
        dropDigestHead(&lines)
        var rest: [Line] = []
        var isHead = false
        for line in lines {
            if isDashes(line.text) {
                isHead = true
                continue
            }
            if isHead {
                // A field may go on, set in, on the next line.
                if line.indent > 0, line.blanksBefore == 0 { continue }
                if MailHead.isField(folded: TextFolding.fold(line.text)) {
                    if let subject = value("Subject:", line.text) {
                        var heading = line
                        heading.text = subject
                        heading.blanksBefore = 1
                        rest.append(heading)
                    }
                    continue
                }
                if line.text.hasPrefix("Message:") { continue }
                isHead = false
            }
            rest.append(line)
        }
        lines = rest
    }

    /// How to join, and what the day's subjects are, above the first rule; the list's footer, which some digests give a
    /// subject, below the last one.
    private static func dropDigestHead(_ lines: inout [Line]) {
        if let last = lines.lastIndex(where: { $0.text == "Subject: Digest Footer" }), last > 1 {
            lines.removeSubrange((isDashes(lines[last - 1].text) ? last - 1 : last)...)
        }
        guard let rule = lines.firstIndex(where: { isDashes($0.text) }), rule + 1 < lines.count,
            lines[..<rule].contains(where: { digestTopics.contains($0.text) })
        else { return }
        lines.removeSubrange(..<rule)
    }

    /// Lines at the end among which a digest says that it ends.
    private static let foot = 40

    private static let digestTopics: Set<String> = [
        "Today's Topics:", "Topics of the day:", "Topics in this special issue:", "Topics:",
    ]

    private static func isDashes(_ text: String) -> Bool {
        text.utf8.count >= 10 && text.utf8.allSatisfy { $0 == 0x2D }
    }

    // MARK: - Contents

    /// Lines with leader dots and the number of a page, and the heading above them.
    private static func dropContents(_ lines: inout [Line]) {
        let entries = lines.indices.filter { isEntry(lines[$0].text) }
        guard entries.count >= 2, let first = entries.first else { return }
        var dropped = Set(entries)
        if first > 0, lines[first - 1].text.split(separator: " ").count <= 3,
            !SentenceMarks.endsSentence(lines[first - 1].text), first > 1
        {
            dropped.insert(first - 1)
        }
        lines = lines.indices.filter { !dropped.contains($0) }.map { lines[$0] }
    }

    private static func isEntry(_ text: String) -> Bool {
        // Nearly no line ends so.
        guard let byte = text.utf8.last, (0x30...0x39).contains(byte) || "ivxlc".utf8.contains(byte)
        else { return false }
        var rest = text[...]
        var digits = 0
        while let last = rest.last, last.isASCII, last.isNumber || "ivxlc".contains(last) {
            rest = rest.dropLast()
            digits += 1
        }
        guard (1...5).contains(digits) else { return false }
        var dots = 0
        while let last = rest.last, ". …·_".contains(last) {
            if last != " " { dots += last == "…" ? 3 : 1 }
            rest = rest.dropLast()
        }
        return dots >= 4 && rest.contains(where: \.isLetter)
    }

    // MARK: - Tables

    /// Cells without the "+----+" and "|" around them.
    private static func undrawTables(_ lines: inout [Line]) {
        guard lines.contains(where: { isDrawn($0.text) }) else { return }
        var rest: [Line] = []
        var blanks = 0
        var isTable = false
        for line in lines {
            if isDrawn(line.text) {
                blanks = max(blanks, line.blanksBefore)
                isTable = true
                continue
            }
            var line = line
            if isTable, line.blanksBefore == 0, line.text.hasPrefix("|"), line.text.hasSuffix("|") {
                line.text = line.text.split(separator: "|")
                    .map { String($0).trimmed(of: " ") }.joined(separator: " ").trimmed(of: " ")
                line.width = line.indent + line.text.count
                guard !line.text.isEmpty else { continue }
            } else {
                isTable = false
            }
            line.blanksBefore = max(blanks, line.blanksBefore)
            blanks = 0
            rest.append(line)
        }
        lines = rest
    }

    private static func isDrawn(_ text: String) -> Bool {
        text.utf8.count >= 5 && text.hasPrefix("+") && text.hasSuffix("+")
            && text.utf8.allSatisfy { "+-=".utf8.contains($0) }
    }

    // MARK: - Headline

    private static let widestHeadline = 80

    /// A headline of two lines above the text: the second goes on in small letters.
    private static func joinHeadline(_ lines: inout [Line]) {
        guard lines.count > 3, lines[1].blanksBefore == 0, lines[2].blanksBefore > 0 else { return }
        let (first, second) = (lines[0], lines[1])
        guard first.width <= widestHeadline, second.width <= widestHeadline,
            first.text.unicodeScalars.first?.properties.isUppercase ?? false,
            second.text.unicodeScalars.first?.properties.isLowercase ?? false,
            !Unwrapper.endsSentence(first.text), !SentenceMarks.endsSentence(second.text),
            LineMarker.split(first.text).marker == .none, Byline.parse(second.text) == nil,
            StatedDate.first(in: second.text) == nil,
            !MailHead.isField(folded: TextFolding.fold(first.text))
        else { return }
        lines[0].text += " " + second.text
        lines[0].width += 1 + second.width
        lines.remove(at: 1)
    }
}
