import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

@Suite struct MarkdownFormsTests {
    private func read(_ text: String) throws -> Article {
        try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(text.utf8), type: .markdown,
                arrival: Date(timeIntervalSince1970: 1_750_000_000)))
    }

    private let prose = "The ferry, the quay and the lock were mended by hand, says the parish."

    @Test func `keeps footnotes with their references`() throws {
        let written = try read(
            """
            # Ferry

            \(prose)[^1] It was cheap.[^cost] This is no note[^2].

            [^1]: By show of hands.
            [^cost]: A third of the price,
                as the board had it.
            """
        ).markdown
        #expect(written.contains("parish.[^1] It was cheap.[^cost]"))
        #expect(written.contains("[^1]: By show of hands."))
        #expect(written.contains("[^cost]: A third of the price, as the board had it."))
        #expect(written.contains(#"\[^2\]"#))
    }

    @Test func `keeps notes that point at each other`() throws {
        let written = try read("# F\n\n\(prose)[^a]\n\n[^a]: See[^b].\n[^b]: See[^a].\n").markdown
        #expect(written.contains("[^a]: See[^b]."))
        #expect(written.contains("[^b]: See[^a]."))
    }

    @Test func `keeps tasks, breaks, local pictures and terms`() throws {
        let article = try read(
            """
            # Ferry

            \(prose)  
            It was cheap.

            - [ ] open the lock
            - [x] mend the quay

            ![The boat](img/boat.jpg)

            Lock
            : A gate for water.
            """)
        #expect(article.markdown.contains("parish.\\\nIt was cheap."))
        #expect(article.markdown.contains("- [ ] open the lock\n- [x] mend the quay"))
        #expect(article.markdown.contains("![The boat](img/boat.jpg)"))
        #expect(article.text.contains("\nopen the lock\nmend the quay\nLock\nA gate for water."))
    }

    @Test(arguments: ["javascript:alert(1)", "data:image/png;base64,AA", "//host.example/a.jpg"])
    func `shows no picture of another scheme`(address: String) throws {
        #expect(!(try read("# F\n\n\(prose)\n\n![Boat](\(address))\n").markdown.contains("](")))
    }

    @Test func `keeps headings with text below them, whatever they are called`() throws {
        let written = try read("# Ferry\n\n\(prose)\n\n## Google\n\n\(prose) Twice.\n").markdown
        #expect(written.contains("## Google"))
    }

    @Test func `reads the facts of front matter`() throws {
        let article = try read(
            """
            ---
            title: >-
              The ferry
              stays
            author:
              - name: Ada Marl
              - "[[Ben Holt]]"
            date: 20211005 # when it was read
            source: https://paper.example/2021/ferry
            tags: [boats, "rivers"]
            ---

            \(prose) See the [fares](fares) and ![the boat](/boat.jpg).
            """)
        #expect(article.title == "The ferry stays")
        #expect(article.authors == ["Ada Marl", "Ben Holt"])
        #expect(article.published == "2021-10-05")
        #expect(article.url == "https://paper.example/2021/ferry")
        #expect(article.categories == ["boats", "rivers"])
        #expect(article.markdown.contains("[fares](https://paper.example/2021/fares)"))
        #expect(article.markdown.contains("](https://paper.example/boat.jpg)"))
    }

    @Test func `makes a title of the kind of a box, and words of a wiki's links`() throws {
        let article = try read(
            """
            # Ferry

            \(prose)

            > [!WARNING]
            > The quay is wet.

            > [!tip]- Bring boots
            > The sand is deep.

            See [[Harbour rules|the rules]] and [[Tides]], but [[1]](https://a.example/b).

            ## Prices {#prices .wide}

            ![Net](https://a.example/n.png){width=50%} and [a link](https://a.example/c){.out}.
            """)
        #expect(article.markdown.contains("> Warning:\n>\n> The quay is wet."))
        #expect(article.markdown.contains("> Bring boots\n>\n> The sand is deep."))
        #expect(article.text.contains("See the rules and Tides, but [1]."))
        #expect(article.markdown.contains("## Prices\n"))
        #expect(article.markdown.hasSuffix("n.png) and [a link](https://a.example/c)."))
    }

    @Test(arguments: ["", "  ", "   "])
    func `finds the addresses of links below the text, however far they are set in`(indent: String)
        throws
    {
        let article = try read(
            """
            # Ferry

            \(prose)

            The [fares] go up in [the spring][1], says the council.

            \(indent)[fares]: https://paper.example/fares
            \(indent)[1]: https://paper.example/spring
            """)
        #expect(article.text.hasSuffix("The fares go up in the spring, says the council."))
    }

    @Test func `leaves out the properties that a program for notes writes below`() throws {
        let properties = """
            id: 0a1b2c3d4e5f60718293a4b5c6d7e8f9
            parent_id: 1a1b2c3d4e5f60718293a4b5c6d7e8f9
            created_time: 2026-03-05T09:14:00.000Z
            is_conflict: 0
            author: Ada Marl
            source_url: https://paper.example/ferry
            type_: 1
            """
        let article = try read("Ferry\n\n\(prose)\n\n\(properties)")
        #expect(!article.text.contains("parent_id") && article.text.contains("says the parish."))
        #expect(article.url == "https://paper.example/ferry")
        #expect(article.published == nil)
        // Lines of a recipe that end like it are text.
        let plain = try read("# Ferry\n\n\(prose)\n\nflour: two cups\ntype_: wheat")
        #expect(plain.text.contains("flour: two cups"))
    }
}
