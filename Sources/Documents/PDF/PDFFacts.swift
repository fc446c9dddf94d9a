import BriefModel

/// What a PDF says of itself: the largest type of its first page, and its information dictionary where that was filled in
/// by somebody.
enum PDFFacts {
    static func read(
        _ information: PDFInformation, _ paragraphs: [PDFParagraph], body: Double
    ) -> KnownFacts {
        var facts = KnownFacts()
        facts.title = title(information, paragraphs, body: body)
        facts.authors = authors(information)
        facts.published = information.created.flatMap(day)
        return facts
    }

    private static func title(
        _ information: PDFInformation, _ paragraphs: [PDFParagraph], body: Double
    ) -> String? {
        let first = paragraphs.first { !$0.lines.isEmpty }?.page ?? 0
        let opening = paragraphs.prefix(12).filter { $0.page == first && $0.kind != .table }
        let largest = opening.max { $0.size < $1.size }
        let printed = largest.flatMap { paragraph -> String? in
            guard paragraph.size > 1.15 * body, paragraph.letters > 3, paragraph.letters < 250
            else { return nil }
            return joined(opening, largest: paragraph)
        }
        let stated = information.title.flatMap { believable($0, information) }
        guard let stated else { return printed }
        guard let printed else { return stated }
        // The page says it as readers see it; the dictionary may be of the template, or of a document before.
        return contains(printed, stated) ? stated : printed
    }

    /// A title may be broken into paragraphs of one size.
    private static func joined(_ opening: [PDFParagraph], largest: PDFParagraph) -> String {
        var lines: [PDFLine] = []
        for paragraph in opening {
            let isPart = abs(paragraph.size - largest.size) < 0.03 * largest.size
            if isPart, lines.count < 6 { lines += paragraph.lines } else if !lines.isEmpty { break }
        }
        return lines.map(\.text).joined(separator: " ")
    }

    private static func contains(_ text: String, _ other: String) -> Bool {
        func words(_ text: String) -> Set<Substring> {
            Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
        }
        let (stated, printed) = (words(other), words(text))
        return !stated.isEmpty
            && stated.intersection(printed).count * 10 >= max(stated.count, printed.count) * 7
    }

    /// The title, unless a program put it there.
    static func believable(_ title: String, _ information: PDFInformation) -> String? {
        let trimmed = Self.trimmed(title)
        let lower = trimmed.lowercased()
        let made = [
            "microsoft word", "microsoft powerpoint", "microsoft excel", "untitled", "ohne titel",
            "sans titre", "powerpoint pr", "document", "dokument", "slide 1", "layout 1", "print",
            "powerpoint-pr", "presentation", "about:blank", "http://", "https://", "file:",
        ]
        guard trimmed.count > 3, trimmed.count < 300, trimmed.contains(where: \.isLetter),
            !made.contains(where: { lower.hasPrefix($0) && ($0.hasSuffix(":") || lower.count < $0.count + 40) })
        else { return nil }
        // Names of files: a suffix at the end, or no blank and a sign that titles have not.
        let suffixes = [
            ".doc", ".docx", ".odt", ".rtf", ".pdf", ".qxd", ".qxp", ".indd", ".tex", ".dvi", ".ps",
            ".ppt", ".pptx", ".xls", ".xlsx", ".txt", ".html", ".htm", ".pages", ".pub", ".fm",
        ]
        if suffixes.contains(where: lower.hasSuffix) { return nil }
        if !trimmed.contains(" "), trimmed.contains(where: { "_/\\0123456789".contains($0) }) {
            return nil
        }
        return trimmed
    }

    /// Names of people have a first and a last one; that of an account has not.
    static func authors(_ information: PDFInformation) -> [String] {
        guard let author = information.author.map(trimmed), author.count < 300,
            !author.contains("@"), !author.contains("\\")
        else { return [] }
        let names = author.split { ";".contains($0) }.map { trimmed(String($0)) }
        return names.filter { name in
            let words = name.split(separator: " ")
            return words.count >= 2 && words.count <= 8
                && words.allSatisfy { $0.contains(where: \.isLetter) }
                && !name.lowercased().contains("user") && !name.lowercased().contains("microsoft")
        }
    }

    /// The day of "2022-05-09T14:46:35Z": at what hour somebody pressed a button is no fact of the article.
    private static func day(_ created: String) -> String? {
        let day = created.prefix(10)
        guard created.count >= 10, day.utf8.enumerated().allSatisfy({
            $0.offset == 4 || $0.offset == 7
                ? $0.element == UInt8(ascii: "-") : $0.element >= 0x30 && $0.element <= 0x39
        }) else { return nil }
        return String(day)
    }

    private static func trimmed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
