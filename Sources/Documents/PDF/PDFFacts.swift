import BriefModel

/// What a PDF says of itself: the largest type of its first page, and its information dictionary where that was filled in
/// by somebody. The day on which the file was made is no fact of the text: what is printed again gets a new one.
enum PDFFacts {
    static func read(
        _ information: PDFInformation, _ paragraphs: [PDFParagraph], body: Double
    ) -> KnownFacts {
        var facts = KnownFacts()
        facts.title = title(information, paragraphs, body: body)
        facts.authors = information.author.map(StatedFacts.authors) ?? []
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
        let stated = information.title.flatMap(StatedFacts.title)
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
}
