/// Reads what `pdftotext -bbox-layout` wrote: pages, words with their boxes, and the document's information.
enum PDFTextReader {
    /// Pages that are read; books of more are damaged or meant to do harm.
    static let mostPages = 5_000
    /// Words of one page that are read; the densest newspaper has ten thousand.
    static let mostWords = 60_000

    static func read(
        _ bytes: [UInt8]
    ) throws(DocumentsError) -> (pages: [PDFPage], information: PDFInformation) {
        var scanner = TagScanner(bytes)
        var pages: [PDFPage] = []
        var information = PDFInformation()
        var word: PDFWord?
        var isTitle = false
        while let token = scanner.next() {
            switch token {
            case .tag("page", let attributes):
                guard pages.count < mostPages else {
                    throw DocumentsError(
                        .tooLarge, "the PDF has more than \(mostPages) pages; divide it")
                }
                pages.append(
                    PDFPage(
                        width: scanner.number("width", in: attributes),
                        height: scanner.number("height", in: attributes)))
            case .tag("word", let attributes):
                word = PDFWord(
                    left: scanner.number("xMin", in: attributes),
                    top: scanner.number("yMin", in: attributes),
                    right: scanner.number("xMax", in: attributes),
                    bottom: scanner.number("yMax", in: attributes), text: "")
            case .text(let range):
                if isTitle { information.title = scanner.text(range) }
                guard var found = word, !pages.isEmpty else { continue }
                word = nil
                found.text = PDFCharacters.plain(scanner.text(range))
                add(found, to: &pages[pages.count - 1])
            case .tag("meta", let attributes):
                note(attributes, scanner, &information)
            case .tag(let name, _):
                isTitle = name == "title"
                word = nil
            }
        }
        return (pages, information)
    }

    private static func add(_ word: PDFWord, to page: inout PDFPage) {
        guard !word.text.isEmpty, page.words.count < mostWords, word.width > 0, word.height > 0,
            word.right > 0, word.bottom > 0, word.left < page.width, word.top < page.height
        else { return }
        // Text that runs up or down the margin.
        if word.text.utf8.count > 3, word.height > 2.5 * word.width { return }
        page.words.append(word)
    }

    private static func note(
        _ attributes: Range<Int>, _ scanner: TagScanner, _ information: inout PDFInformation
    ) {
        guard let name = scanner.value(of: "name", in: attributes).map(scanner.text),
            let content = scanner.value(of: "content", in: attributes).map(scanner.text)
        else { return }
        switch name {
        case "Author": information.author = content
        case "Subject": information.subject = content
        case "Keywords": information.keywords = content
        case "Creator": information.creator = content
        default: break
        }
    }
}
