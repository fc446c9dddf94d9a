import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

/// The same article as a page, as an entry's content, as pasted text and as Markdown has the same body.
@Suite struct CanonicalBodyTests {
    /// A piece of an article, as each of the doors writes it.
    enum Piece: Sendable {
        case paragraph(String)
        case heading(String)
        case items([String])

        var html: String {
            switch self {
            case .paragraph(let text): "<p>\(text)</p>"
            case .heading(let text): "<h2>\(text)</h2>"
            case .items(let items): "<ul>\(items.map { "<li>\($0)</li>" }.joined())</ul>"
            }
        }

        func text(mark: String) -> String {
            switch self {
            case .paragraph(let text): text
            case .heading(let text): mark + text
            case .items(let items): items.map { "- \($0)" }.joined(separator: "\n")
            }
        }
    }

    static let title = "The orchard keeps its old trees"
    static let prose = [
        "The growers of the valley met on Sunday in the press house to settle whether the old pear trees should be "
            + "felled, and when it was dark they had agreed, by a small margin, to let them stand.",
        "A forester from the coast had told them that grafting would cost a quarter of what new trees cost, as long as "
            + "it is done before the sap rises in the last week of March.",
        "The first grafts will be cut in January, when the ladders are free, and the paths through the orchard stay "
            + "open to everybody who brings a basket and shuts the gate.",
        "Families who have picked there for three generations said that they were glad, since the next orchard lies an "
            + "hour away on foot and its owner keeps two dogs of bad temper.",
    ]

    private static func body(_ pieces: [Piece], at place: Int = 2) -> [Piece] {
        prose.prefix(place).map(Piece.paragraph) + pieces
            + prose.dropFirst(place).map(Piece.paragraph)
    }

    private func text(
        _ document: String, _ type: DocumentType, _ scope: ExtractionRequest.Scope = .page
    ) throws -> Article {
        try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(document.utf8), type: type, scope: scope,
                known: scope == .content ? KnownFacts(title: Self.title) : KnownFacts(),
                arrival: Date(timeIntervalSince1970: 1_790_000_000)))
    }

    /// The letters of the body by each door; they differ in white space alone.
    private func bodies(_ pieces: [Piece]) throws -> [String: String] {
        let html = pieces.map(\.html).joined(separator: "\n")
        let plain = pieces.map { $0.text(mark: "") }.joined(separator: "\n\n")
        let marked = pieces.map { $0.text(mark: "## ") }.joined(separator: "\n\n")
        let page = """
            <!DOCTYPE html><html lang="en"><head><title>\(Self.title)</title></head><body>
            <nav><a href="/">Home</a> <a href="/fruit">Fruit</a></nav>
            <article><h1>\(Self.title)</h1>\(html)</article></body></html>
            """
        return try [
            "page": text(page, .html), "content": text(html, .html, .content),
            "text": text("\(Self.title)\n\n\(plain)", .text),
            "Markdown": text("# \(Self.title)\n\n\(marked)", .markdown),
            "bare Markdown": text("# \(Self.title)\n\n\(plain)", .markdown),
        ].mapValues { $0.text.filter { !$0.isWhitespace } }
    }

    private func expectSame(_ pieces: [Piece], is wanted: [Piece], _ name: String) throws {
        let letters = wanted.map { $0.text(mark: "").replacing("- ", with: "") }.joined()
            .filter { !$0.isWhitespace }
        for (door, found) in try bodies(pieces) {
            #expect(found == letters, "\(name) by the door of \(door)")
        }
    }

    @Test(arguments: [
        "Google", "Notes", "The author", "Discussion", "Comments", "Statistics",
        "Conflict of interest at the press",
        "Response to the frost", "Thoughts on pruning", "More on the figures", "Settings",
        "Sources", "Options",
        "Accessibility", "Marketing", "References", "Related", "Contact", "Weather", "Views",
        "Topics", "About us",
    ])
    func `keeps a heading of text, whatever it says`(heading: String) throws {
        let pieces = Self.body([.heading(heading)])
        try expectSame(pieces, is: pieces, heading)
    }

    @Test(arguments: [
        "“Yes.”", "“Go back.”", "— No.",
        "Copyright law has been a matter of the county for a century.",
        "Nobody laughed.", "Comments came in by the hundred, and all were read.",
        "Tags of tin hang on every tree.", "Yesterday was too late.", "“I agree.”",
        "Search as they might, they found none.",
    ])
    func `keeps speech and sentences`(line: String) throws {
        let pieces = Self.body([.paragraph(line)])
        try expectSame(pieces, is: pieces, line)
    }

    @Test func `keeps questions and their answers`() throws {
        let pieces = Self.body([
            .paragraph("Did anybody write to you?"), .paragraph("No."),
            .paragraph("Will you prune again?"),
            .paragraph("Yes."),
        ])
        try expectSame(pieces, is: pieces, "answers")
    }

    @Test func `keeps the items of a list`() throws {
        let pieces = Self.body([
            .paragraph("The program of the press house has a button for each of these:"),
            .items(["Weigh the fruit", "Search", "Share", "Print", "Settings", "Clean the press"]),
        ])
        try expectSame(pieces, is: pieces, "items")
    }

    @Test(arguments: [
        "4 March 2026", "March 4, 2026", "Published on 4 March 2026", "Wed 4 Mar 2026 10.15 CET",
        "Updated: 4 March 2026 at 10:15 am", "2026-03-04", "Mittwoch, 4. März 2026",
        "Publié le 4 mars 2026 à 10h15",
        "4 de marzo de 2026", "4 марта 2026, 10:15", "2026年3月4日 10:15", "By Joan Ebden",
        "By Joan Ebden 5 min read",
        "Joan Ebden | 4 March 2026", "By Joan Ebden, 4 March 2026", "5 min read", "Von Jana Ebden",
        "By Joan Ebden and Mary Coll",
        title,
    ])
    func `drops facts before the text`(line: String) throws {
        let wanted = Self.prose.map(Piece.paragraph)
        try expectSame([.paragraph(line)] + wanted, is: wanted, line)
    }

    @Test func `reads them as facts`() throws {
        for (door, article) in try [
            "content": text("<p>4 March 2026</p><p>\(Self.prose[0])</p>", .html, .content),
            "text": text("\(Self.title)\n\n4 March 2026\n\n\(Self.prose[0])", .text),
            "Markdown": text("# \(Self.title)\n\n4 March 2026\n\n\(Self.prose[0])", .markdown),
        ] { #expect(article.published == "2026-03-04", "\(door)") }
    }

    @Test func `drops what asks the reader for something`() throws {
        let wanted = Self.prose.map(Piece.paragraph)
        for line in [
            "Share this article", "Advertisement", "Sign up for our newsletter",
            "Was this page helpful?",
        ] {
            try expectSame(Self.body([.paragraph(line)]), is: wanted, line)
        }
    }

    @Test func `keeps the days of a diary`() throws {
        let pieces: [Piece] = [
            .heading("4 March 2026"), .paragraph(Self.prose[0]), .heading("5 March 2026"),
            .paragraph(Self.prose[1]), .heading("6 March 2026"), .paragraph(Self.prose[2]),
        ]
        try expectSame(pieces, is: pieces, "diary")
    }
}
