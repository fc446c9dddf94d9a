import BriefModel
import Testing

@testable import Documents

@Suite struct PDFReaderTests {
    /// A rendering of lines of words, set one below the other from a height on.
    private func page(
        _ lines: [String], left: Double = 60, top: Double = 200, size: Double = 10
    ) -> String {
        var text = ""
        for (index, line) in lines.enumerated() {
            var x = left
            let y = top + Double(index) * size * 1.2
            for word in line.split(separator: " ") {
                let width = Double(word.count) * size * 0.5
                text +=
                    "<word xMin=\"\(x)\" yMin=\"\(y)\" xMax=\"\(x + width)\" yMax=\"\(y + size * 1.1)\">\(word)</word>\n"
                x += width + size * 0.25
            }
        }
        return text
    }

    private func read(_ pages: [String], head: String = "") throws -> PackedDocument {
        let words =
            head + pages.map { "<page width=\"600\" height=\"800\">\n\($0)</page>" }.joined()
        return try PDFReader.read(PDFRendering(words: Array(words.utf8)))
    }

    private let prose = [
        "the harbour board has restored the register of the lost",
        "lighthouses and the night train will measure the delta of",
        "rivers while the museum looks on",
    ]

    @Test func `says that a document holds pictures only`() {
        let none = DocumentsError.Code.noText
        do {
            _ = try read(["", ""])
            Issue.record("a document without words was read")
        } catch {
            #expect((error as? DocumentsError)?.code == none)
        }
        #expect(throws: DocumentsError.self) { try PDFReader.read(PDFRendering(words: [])) }
    }

    @Test func `does not take the day of its making for that of its publication`() throws {
        let head =
            "<head><title>On rivers</title><meta name=\"Author\" content=\"Ada Marl\"/>"
            + "<meta name=\"CreationDate\" content=\"2026-03-06T09:30:00+01\"/></head>\n"
        let known = try read([page(prose)], head: head).known
        #expect(known.title == "On rivers" && known.authors == ["Ada Marl"])
        #expect(known.published == nil && known.modified == nil)
    }

    @Test func `takes out what stands at one place of all pages, and numbers that count with them`()
        throws
    {
        let pages = (1...6).map { number in
            page(["Harbour Brief No. 7"], top: 30) + page(prose)
                + page(["\(number + 11)"], left: 300, top: 770)
        }
        let body = try read(pages).body
        #expect(!body.contains("Harbour Brief"))
        #expect(!body.contains("12") && !body.contains("17"))
        #expect(body.contains("rivers while the museum looks on"))
    }

    @Test func `keeps a number that does not count with the pages`() throws {
        let body = try read([page(prose) + page(["1984"], top: 770), page(prose)]).body
        #expect(body.contains("1984"))
    }

    @Test func `joins words that are broken at line ends, and keeps hyphens of their own`() throws {
        let body = try read([
            page([
                "a long-term lease on the quarry was granted to the fish-",
                "ermen of the upper valley and renewed as another long-",
                "term lease on what is known as the quarry of the north-",
                "eastern side",
            ])
        ]).body
        #expect(body.contains("fishermen") && body.contains("another long-term lease"))
    }

    @Test(arguments: [
        (["https://www.", "quay.example/notes#piers)) and"], "www.quay.example/notes#piers))"),
        (["https://quay.example/CD/", "netinst/. It is"], "quay.example/CD/netinst/."),
        (["https://quay.example/a-", "ferry and its"], "quay.example/a-ferry and"),
        (["https://quay.example/a?b=", "7 and on"], "quay.example/a?b=7 and"),
        (["https://quay.example", "/notes and on"], "quay.example/notes and"),
        (["https://quay.example/", "and nowhere else"], "quay.example/ and nowhere"),
        (["https://quay.example.", "Nobody goes"], "quay.example. Nobody"),
        (["broken and/", "or-else mended"], "broken and/ or-else"),
    ])
    func `joins addresses that are broken at line ends`(parts: [String], whole: String) throws {
        // Lines of one width: after a short one another paragraph begins.
        let first = "the harbour board has restored the register that stands at " + parts[0]
        let lines = [first, parts[1] + " is said"]
        let body = try read([page(lines)]).body
        #expect(body.contains(whole), "\(body)")
    }

    @Test func `leaves a list of contents out where dots lead to pages`() throws {
        let contents = page(
            [
                "Contents", "Tides . . . . . . . . . 3", "Ropes . . . . . . . . . 5",
                "Bells . . . . . . . . . 8", "Moss . . . . . . . . . . 9",
            ], top: 100)
        let body = try read([contents, page(prose)]).body
        #expect(!body.contains("Tides") && !body.contains("Contents"))
    }

    @Test func `believes no title that a program put there`() {
        #expect(StatedFacts.title("Microsoft Word - draft.doc") == nil)
        #expect(StatedFacts.title("untitled") == nil)
        #expect(StatedFacts.title("report_v3.pdf") == nil)
        #expect(StatedFacts.title("scan0012") == nil)
        #expect(StatedFacts.title("Documenting the Delta") == "Documenting the Delta")
        #expect(StatedFacts.authors("admin") == [])
        #expect(
            StatedFacts.authors("Ada Lindqvist; Radu Petrescu") == [
                "Ada Lindqvist", "Radu Petrescu",
            ])
    }

    @Test func `puts the letters of right-to-left words in order`() {
        func word(_ text: String, _ left: Double) -> PDFWord {
            PDFWord(left: left, top: 0, right: left + 10, bottom: 10, text: text)
        }
        let ordered = PDFDirection.ordered([
            word("(2019)", 0), word("ABC", 20), word("xyz", 40), word("םולש", 60),
        ])
        #expect(ordered.map(\.text) == ["שלום", "(2019)", "ABC", "xyz"])
    }

    @Test func `reads numbers of pages in the ways they are set`() {
        for (text, number) in [
            ("12", 12), ("- 12 -", 12), ("Page 3 of 9", 3), ("xiv", 14), ("3/9", 3), ("Seite 4", 4),
        ] { #expect(PDFRunningLines.pageNumber(text) == number, "\(text)") }
        for text in ["June 2019", "Tides", "1.5 m", ""] {
            #expect(PDFRunningLines.pageNumber(text) == nil, "\(text)")
        }
    }

    @Test(arguments: [
        "<page", "<page width=\"9\"><word xMin=\"1e9\" yMin=\"-\">x</word>",
        "<page width=\"1\" height=\"1\"><word xMin=\"0\" yMin=\"0\" xMax=\"999999\" yMax=\"999999\">&#xFFFFFFFF;&bogus;</word>",
    ])
    func `bears renderings that no program made`(text: String) {
        // Whatever comes of it, it ends.
        _ = try? PDFReader.read(
            PDFRendering(words: Array(text.utf8), fonts: Array("<text><b><a href=\"".utf8)))
    }

    @Test func `keeps words and fonts apart on their way`() {
        let rendering = PDFRendering(words: [1, 2, 3], fonts: [4, 5])
        #expect(PDFRendering(bytes: rendering.bytes) == rendering)
        #expect(
            PDFRendering(bytes: Array("%briefd-rendering 1\n".utf8) + [9, 0, 0, 0, 0, 0, 0, 0])
                == nil)
        #expect(PDFRendering(bytes: Array("%PDF-1.7".utf8)) == nil)
    }
}
