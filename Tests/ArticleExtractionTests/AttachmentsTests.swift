import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

@Suite struct AttachmentsTests {
    private func article(
        _ html: String, scope: ExtractionRequest.Scope = .content, external: String? = nil,
        _ enclosures: [Enclosure]
    ) throws -> Article {
        try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html, url: "https://paper.example/1", scope: scope,
                known: KnownFacts(
                    title: "T", externalURL: external, categories: ["Ships", "Quays"],
                    enclosures: enclosures),
                arrival: Date(timeIntervalSince1970: 1_790_000_000)))
    }

    @Test(arguments: [
        (
            Enclosure(
                url: "https://m.example/ep-12.mp3", type: "audio/mpeg", length: "34567890"),
            "[Audio: ep-12.mp3, audio/mpeg, 34.6 MB](https://m.example/ep-12.mp3 \"attached\")"
        ),
        (
            Enclosure(url: "https://m.example/film.mp4?x=1", length: "0"),
            "[Video: film.mp4](https://m.example/film.mp4?x=1 \"attached\")"
        ),
        (
            Enclosure(url: "https://m.example/a.pdf", type: "application/pdf", title: "Plan"),
            "[File: Plan, application/pdf](https://m.example/a.pdf \"attached\")"
        ),
        (
            Enclosure(url: "https://m.example/p.jpg", type: "image/jpeg", title: "A [red] boat"),
            "![A \\[red\\] boat](https://m.example/p.jpg)"
        ),
        (
            Enclosure(url: "https://m.example/c.json", type: "application/json+chapters"),
            "[Chapters: c.json, application/json+chapters](https://m.example/c.json \"attached\")"
        ),
    ])
    func `shows what comes along below the words, which stay the same`(
        enclosure: Enclosure, line: String
    ) throws {
        let bare = try article("<p>Some words of an entry.</p>", [])
        let full = try article("<p>Some words of an entry.</p>", [enclosure])
        #expect(full.text == bare.text)
        #expect(full.wordCount == bare.wordCount)
        #expect(full.markdown == "Some words of an entry.\n\n" + line)
        #expect(full.enclosures == [enclosure])
        #expect(full.categories == ["Ships", "Quays"])
    }

    @Test func `names the page that a link post speaks of`() throws {
        let read = try article("<p>Look.</p>", external: "https://other.example/a/", [])
        #expect(
            read.markdown
                == "Look.\n\n[Link: other.example/a](https://other.example/a/ \"attached\")")
        #expect(read.text == "Look.")
        #expect(read.externalURL == "https://other.example/a/")
    }

    @Test func `shows nothing twice`() throws {
        let files = [
            Enclosure(url: "https://m.example/1.jpg", type: "image/jpeg"),
            Enclosure(url: "https://m.example/thumb", type: "image/*"),
            Enclosure(url: "https://m.example/1.mp3"),
        ]
        let html = """
            <p>Hear <a href="https://m.example/1.mp3">it</a>.</p>
            <img src="https://m.example/1.jpg" alt="Pier">
            """
        let read = try article(html, files)
        #expect(read.markdown.split(separator: "m.example").count == 3)
        let sizes = [140, 460, 700].map {
            Enclosure(url: "https://i.example/p.jpg?width=\($0)&s=a\($0)", type: "image/jpeg")
        }
        #expect(
            try article("<p></p>", sizes + [files[1]]).markdown
                == "![](https://i.example/p.jpg?width=700&s=a700)")
    }

    @Test func `files a photo without words, which no hash is made of`() throws {
        let read = try article(
            "<p></p>", [Enclosure(url: "https://m.example/1.jpg", type: "image/jpeg")])
        #expect(read.markdown == "![](https://m.example/1.jpg)")
        #expect(read.text.isEmpty)
        #expect(read.wordCount == 0)
    }

    @Test func `is not among the words when the Markdown is read again`() throws {
        let markdown = """
            Some words.

            [Audio: 1.mp3](https://m.example/1.mp3 "attached")
            """
        let blocks = MarkdownReader.read(markdown).blocks
        #expect(TextWriter.write(blocks) == "Some words.")
        #expect(MarkdownWriter.write(blocks) == markdown)
    }
}
