import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

/// Texts of kinds that have a form of their own: mails, releases, verse, talks, tables.
@Suite struct PlainTextFormsTests {
    private func read(_ text: String) throws -> Article {
        try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(text.utf8), type: .text,
                arrival: Date(timeIntervalSince1970: 1_750_000_000)))
    }

    private let story = """
        The parish decided on Tuesday evening to keep the old mill where it stands, after
        three hours of argument and a vote of nine to four. The stones can be mended for a
        third of the price of new ones, said the millers, if the work begins before autumn.
        """

    @Test(arguments: [
        """
        From: Ada Marl <ada@mill.example>
        To: friends@lists.mill.example
        Subject: Re: [friends] The mill stays
        Date: Tue, 5 Oct 2021 10:15:00 +0200
        Message-ID: <1@mill.example>
        """,
        """
        Von: "Marl, Ada" <ada@mill.example>
        Gesendet: 5. Oktober 2021 10:15
        An: Verteiler
        Betreff: WG: The mill stays
        """,
        """
        ---------- Forwarded message ---------
        De: Ada Marl <ada@mill.example>
        Date: 5 octobre 2021
        Objet: The mill stays
        """,
    ])
    func `reads the head of a mail as facts, and its lines as paragraphs`(head: String) throws {
        let article = try read("\(head)\n\n\(story)\n\n-- \nAda Marl\nMill Lane 3\n")
        #expect(article.title == "The mill stays")
        #expect(article.authors == ["Ada Marl"])
        #expect(article.published?.hasPrefix("2021-10-05") ?? false)
        #expect(article.text == story.replacingOccurrences(of: "\n", with: " "))
    }

    @Test func `leaves the permission, the contact and the end of a release out`() throws {
        let article = try read(
            """
            FOR IMMEDIATE RELEASE

            Contact: Kim Vale, +44 20 5550 1234, press@mill.example

            The mill stays after a vote of the parish

            ASHWELL, October 5, 2021 -- \(story)

            ###

            About the parish: it is very old.
            """)
        #expect(article.title == "The mill stays after a vote of the parish")
        #expect(article.published == "2021-10-05")
        #expect(!article.text.contains("IMMEDIATE") && !article.text.contains("Kim Vale"))
        #expect(!article.markdown.contains("#") && !article.text.contains("very old"))
    }

    @Test(arguments: [
        ("HAMBURG, 5. Oktober 2021 – Der Rat", "2021-10-05"),
        ("LONDON, Oct. 5, 2021 (Reuters) - The board", "2021-10-05"),
        ("Paris, le 5 octobre 2021 — Le conseil", "2021-10-05"),
        ("On October 5, 2021 the board met", nil), ("since 5 October 2021 - it rains", nil),
    ])
    func `reads the day of a dateline`(line: String, day: String?) {
        #expect(PressRelease.day(ofDateline: line) == day)
    }

    @Test func `keeps stanzas, and makes no heading of a verse`() throws {
        let article = try read(
            """
            The Miller

            by Ada Marl

            I turned the stone at seven
              and watched it until ten,
            the flour came like water
              and then was gone again.

            The stream is not a neighbour,
              it does not say its name,
            it borrows and it carries
              and never gives the same.
            """)
        #expect(article.title == "The Miller")
        #expect(!article.markdown.contains("#"))
        #expect(article.markdown.contains("at seven\\\nand watched"))
        #expect(article.markdown.components(separatedBy: "\n\n").count == 2)
    }

    @Test func `makes no heading of a question in a talk`() throws {
        let article = try read(
            """
            A talk with Ada Marl

            Ada Marl has run the mill for six years. We met her by the weir, where it was hard to hear.

            Why did you vote to keep it?

            Because it works. People forget that a thing which works is worth something to all.

            And the ferrymen?

            They came to see me, all nine of them, and went home content, or so they told me.

            What do you think?

            I think that they will get used to it. They got used to the weir, and that was worse.
            """)
        #expect(!article.markdown.contains("#"))
        #expect(article.text.contains("And the ferrymen?"))
    }

    @Test func `keeps the columns of a table and of commands`() throws {
        let article = try read(
            """
            \(story)

            Year   Sacks   Tonnes
            ----   -----   ------
            2019     110      900
            2020     140     1020

            To start the wheel, say:

                $ open --sluice
                $ ./wheel start

            \(story.replacingOccurrences(of: "Tuesday", with: "Friday"))
            """)
        #expect(article.markdown.contains("2019     110      900\n2020     140     1020"))
        #expect(article.markdown.contains("```\n$ open --sluice\n$ ./wheel start\n```"))
    }

    @Test func `joins lines that hang, and words that were cut`() throws {
        let article = try read(
            """
            The boat stays

            The ferrymen of the parish decided on Tuesday evening to keep the old boat, al-
            though the ferry-
            men of the other bank had asked for a new one, and went on with the business of
            the day, which was the price of rope and of tar, as it is in every month of the
            year. The boat is older than anybody who uses it, and nobody on the north bank
            had a word to say against it, though there are many who would walk rather than
            go by water, even in the spring, when the stream is low and the meadows are dry.

            1. First the boat is taken out, which takes
               about two weeks if the weather holds.
            2. Then it is put in.

            The figures are the parish's own, and they were read aloud at the meeting.[1]

            [1] Parish office, yearly report,
                page 12.
            """)
        #expect(article.text.contains("although the ferrymen of the other"))
        #expect(article.text.contains("which takes about two weeks if the weather holds."))
        #expect(article.text.contains("yearly report, page 12."))
        #expect(!article.markdown.contains("#"))
    }

    @Test(arguments: ["well-known", "re-elected"])
    func `keeps the hyphen of a word that has one`(word: String) throws {
        let halves = word.split(separator: "-")
        let text = """
            The boat stays

            The ferrymen of the parish decided on Tuesday evening to keep the boat that was \(halves[0])-
            \(halves[1]) on both banks, and the old landing, where nobody had landed for years. They
            went on with the business of the day, which was the price of rope and of tar, as ever.
            It was \(word), they said, and nobody on the north bank had a word to say against it,
            though there are many who would walk rather than go by water, even in the spring, when
            the stream is low and the meadows are dry, and the landing lies far from the new mill.
            """
        #expect(try read(text).text.contains("was \(word) on both banks"))
    }

    @Test(arguments: ["(Applause)", "[Laughter]", "（拍手）", "♪ Music ♪"])
    func `makes no heading of what is heard in a talk`(aside: String) throws {
        let article = try read(
            """
            A talk in the barn

            ADA MARL: Good evening, and welcome to the barn. Tonight we speak of the mill, of its wheel, and of the water.

            \(aside)

            KIM VALE: Did the wheel turn all winter, as it was said?

            ADA MARL: It did.
            """)
        #expect(article.text.contains(aside))
        #expect(!article.markdown.contains("#"))
    }
}
