import Testing

@testable import ArticleExtraction

/// Texts of a form of their own: books, memos, digests, releases, contents, tables, headlines over two lines.
@Suite struct TextFormsTests {
    private let prose =
        "The bridge over the brook was closed for two winters, and whoever wanted to see the doctor had to walk by the mill, as their grandparents did."

    private func read(_ text: String) -> (body: ExtractedBody, lines: [String]) {
        let body = PlainTextReader.read(text)
        return (body, body.blocks.map { InlineText.plain($0) })
    }

    @Test func `reads an article of a database of the press between its marks`() {
        let found = read(
            "The bridge stays\n\nThe Ashwell Review (Kent)\n\nMarch 4, 2026 Wednesday\n\nCopyright 2026 The Ashwell Review All Rights Reserved\n\nSection: NEWS; Pg. 7\n\nLength: 212 words\n\nByline: Ada Marl\n\nBody\n\n\(prose)\n\n\(prose)\n\nLoad-Date: March 5, 2026\n\nEnd of Document\n"
        )
        #expect(found.lines == [prose, prose])
        #expect(found.body.title == "The bridge stays")
        #expect(found.body.authors == ["Ada Marl"])
        #expect(found.body.published == "2026-03-04")
    }

    @Test func `reads an article of a database that numbers its documents`() {
        let found = read(
            "The bridge stays\n\nBy Ada Marl\n212 words\n4 March 2026\nThe Ashwell Review\nASHRE\n7\nEnglish\nCopyright 2026. The Ashwell Review.\n\n\(prose)\n\n\(prose)\n\nDocument ASHRE00020260304em3400017\n"
        )
        #expect(found.lines == [prose, prose])
        #expect(found.body.title == "The bridge stays")
        #expect(found.body.authors == ["Ada Marl"])
        #expect(found.body.published == "2026-03-04")
    }

    @Test func `reads the facts that stand above a text with labels`() {
        let found = read(
            "Titel: The bridge stays\nAutor: Ada Marl\nDatum: 2026-03-04\nQuelle: https://review.example/b\n\n\(prose)\n\n\(prose)\n"
        )
        #expect(found.lines == [prose, prose])
        #expect(found.body.title == "The bridge stays")
        #expect(found.body.authors == ["Ada Marl"])
        #expect(found.body.published == "2026-03-04")
        let own = "Place: the hall\nDate: 2026-03-04\nTitle: none\n\n\(prose)\n\n\(prose)\n"
        #expect(read(own).lines.joined().contains("the hall") || read(own).body.title != "none")
    }

    @Test func `reads a book between its marks`() {
        let found = read(
            """
            The Project Gutenberg eBook of The Old Bridge

            This ebook is for the use of anyone anywhere at no cost and with
            almost no restrictions whatsoever.

            Title: The Old Bridge

            Author: Ada Marl

            *** START OF THE PROJECT GUTENBERG EBOOK THE OLD BRIDGE ***

            \(prose)

            \(prose)

            *** END OF THE PROJECT GUTENBERG EBOOK THE OLD BRIDGE ***

            Updated editions will replace the previous one.
            """)
        #expect(found.body.title == "The Old Bridge")
        #expect(found.body.authors == ["Ada Marl"])
        #expect(found.lines == [prose, prose])
    }

    @Test func `reads a memo without its head and the ends of its pages`() {
        let pages = [
            ("Abstract", "bridge", "mill", "the legs and the lungs"),
            ("2.  The Planks", "planks", "inn", "their shoes and stockings"),
            ("3.  The Tolls", "tolls", "smithy", "a purse with two pennies"),
        ].enumerated().map { index, part in
            """
            \(part.0)

               The \(part.1) over the brook were looked at for two winters, and
               whoever wanted to see it done had to walk by the \(part.2), as the
               grandparents of all did, which was held to be good for
               \(part.3), and bad for the boots of children.

            Marl                         Informational                      [Page \(index + 1)]
            """
        }
        let found = read(
            """
            Bridge Working Group                                           A. Marl
            Request for Comments: 9998                                Ashwell Parish
            Category: Informational                                         May 2025


                                 Bridges over Brooks

            \(pages.joined(separator: "\n\u{0C}\nRFC 9998                       Bridges                      May 2025\n\n\n"))
            """)
        #expect(found.body.title == "Bridges over Brooks")
        #expect(!found.lines.contains { $0.contains("[Page") || $0.contains("RFC 9998") })
        #expect(found.lines.contains("2. The Planks"))
    }

    @Test func `opens a digest`() {
        let rule = String(repeating: "-", count: 30)
        let found = read(
            """
            Brook Digest, Vol 3, Issue 9

            \(rule)

            Message: 1
            Date: Tue, 20 May 2025 09:12:00 +0000
            From: Ada Marl <ada@brook.example>
            Subject: Winter boats

            \(prose)

            \(rule)

            Message: 2
            Date: Tue, 20 May 2025 10:12:00 +0000
            From: Kim Vale <kim@brook.example>
            Subject: Slipway

            \(prose)

            \(rule)

            End of Brook Digest, Vol 3, Issue 9
            ***********************************
            """)
        #expect(found.lines == ["Winter boats", prose, "Slipway", prose])
    }

    @Test func `opens a digest without how to join it`() {
        let rule = String(repeating: "-", count: 30)
        let found = read(
            "Send Brook mailing list submissions to\n\tbrook@list.example\n\nToday's Topics:\n\n   1. Winter boats (Ada Marl)\n\n\n\(rule)\(rule)\n\nMessage: 1\nDate: Tue, 20 May 2025 09:12:00 +0000\nFrom: Ada Marl <ada@brook.example>\nSubject: [Brook] Winter boats\nMessage-ID:\n\t<CA@mail.example>\nContent-Type: text/plain; charset=\"UTF-8\"\n\n\(prose)\n\n\(prose)\n\n\n\(rule)\n\nSubject: Digest Footer\n\n_______________________________________________\nBrook mailing list\nhttps://list.example/brook\n\n\n\(rule)\n\nEnd of Brook Digest, Vol 3, Issue 9\n***\n"
        )
        #expect(found.lines.suffix(2) == [prose, prose])
        #expect(found.lines.count <= 3)
    }

    @Test func `reads what was passed on three times and quoted each time`() {
        func passed(_ text: String, _ name: String) -> String {
            "Begin forwarded message:\n\n"
                + "From: \(name) <a@brook.example>\nDate: 2 March 2026 at 09:14:02 GMT\nTo: Ben <b@brook.example>\nSubject: Winter boats\n\n\(text)"
                .split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }
                .joined(separator: "\n")
        }
        let found = read(
            passed(passed(passed("\(prose)\n\n\(prose)", "Ada Marl"), "Kim Vale"), "Jo Orr"))
        #expect(found.lines == [prose, prose])
        #expect(found.body.title == "Winter boats")
        #expect(found.body.authors == ["Ada Marl"])
    }

    @Test func `makes the two hyphens of a typewriter a dash, and leaves those of commands`() {
        let typed =
            "The bridge over the brook -- an old one -- was closed for two winters and a spring."
        #expect(
            read("\(prose)\n\n\(typed)\n").lines.last
                == typed.replacing("--", with: "—"))
        let command =
            "Whoever wants one file back says git checkout -- notes/mill.txt and waits for it."
        #expect(read("\(prose)\n\n\(command)\n").lines.last == command)
    }

    @Test(arguments: [
        "FOR IMMEDIATE RELEASE\n\nContact: Kim Vale\nPhone: 555-0142\nEmail: press@mill.example",
        "COMMUNIQUÉ DE PRESSE\n\nContact presse : Kim Vale\nTél. : 01 99 00 11 22",
    ])
    func `takes no contact for the title of a release`(head: String) {
        let found = read(
            "\(head)\n\nThe mill orders two new stones\n\nASHWELL, May 12, 2025 -- \(prose)\n\n\(prose)\n"
        )
        #expect(found.body.title == "The mill orders two new stones")
        #expect(!found.lines.contains { $0.contains("Kim Vale") || $0.contains("555") })
    }

    @Test func `leaves a table of contents out`() {
        let found = read(
            "The old bridge\n\nContents\n\n1. The meeting ........ 3\n2. The slipway ........ 12\n\n1. The meeting\n\n\(prose)\n\n2. The slipway\n\n\(prose)\n"
        )
        #expect(found.lines == ["1. The meeting", prose, "2. The slipway", prose])
    }

    @Test func `keeps the cells of a table that is drawn`() {
        let found = read(
            "The boats\n\n\(prose)\n\n+------+------+\n| Boat | Year |\n+------+------+\n| Skua | 1961 |\n+------+------+\n\n\(prose)\n"
        )
        #expect(found.lines == [prose, "Boat Year", "Skua 1961", prose])
    }

    @Test func `joins a headline of two lines`() {
        let found = read(
            "Parish agrees to rebuild\nthe old swing bridge\n\nBy Ada Marl\n\n\(prose)\n\n\(prose)\n"
        )
        #expect(found.body.title == "Parish agrees to rebuild the old swing bridge")
        #expect(found.lines == [prose, prose])
    }

    @Test(arguments: [
        "---\ntitle: Bridge\nlast_modified_at: 2025-05-12\n---",
        "---\ntitle: Bridge\nupdatedDate: 2025-05-12\n---",
        "{\n  \"title\": \"Bridge\",\n  \"lastmod\": \"2025-05-12\"\n}",
    ])
    func `reads when a Markdown file was changed`(matter: String) {
        let body = MarkdownReader.read("\(matter)\n\n\(prose)\n")
        #expect(body.title == "Bridge")
        #expect(body.modified == "2025-05-12")
        #expect(body.blocks == [.paragraph([.text(prose)])])
    }

    @Test func `reads Pandoc's title block, YAML's quotes, and no comment of Obsidian's`() {
        let pandoc = MarkdownReader.read(
            "% The old bridge\n% Ada Marl; Kim Vale\n% 12 May 2025\n\n\(prose)\n")
        #expect(pandoc.title == "The old bridge")
        #expect(pandoc.authors == ["Ada Marl", "Kim Vale"])
        #expect(pandoc.published == "2025-05-12")
        #expect(
            MarkdownReader.read("---\ntitle: 'It''s old'\n---\n\n\(prose)\n").title == "It's old")
        let notes = MarkdownReader.read(
            "# Bridge\n\n\(prose) %%hidden%%\n\n%%\nall of\nthis\n%%\n\n100%% sure `%%kept%%`\n")
        #expect(notes.blocks.count == 2)
        #expect(notes.blocks.map { InlineText.plain($0) }.last == "100%% sure %%kept%%")
    }
}
