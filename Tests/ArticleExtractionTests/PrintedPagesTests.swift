import Testing

@testable import ArticleExtraction

/// What is printed on each page goes, and sentences go on over its end.
@Suite struct PrintedPagesTests {
    private func page(_ number: Int, _ text: String, foot: String = "%") -> String {
        """
        The Ashwell Review                               No 7

        \(text)

                          \(foot.replacingOccurrences(of: "%", with: "\(number)"))
        """
    }

    private let first = """
        The old bridge stays
        Ada Marl

        The parish decided on Tuesday evening to keep the old mill where it stands,
        after three hours of argument and a vote of nine to four. The stones can be
        mended for a third of the price of new ones, said the millers, if the photog-
        raphs of the builder are right, and if the work of
        """
    private let second = """
        mending begins before the autumn, when the water rises and nobody can stand
        in the race any more, as everybody knows who has ever tried to do it there.

        Nobody on the north bank had a word to say against it, though there are many
        who would walk rather than go by water, even in the spring, when it is low.
        """
    private let third = """
        The meeting closed at nine. The next one is to be held in the barn, since the
        hall has no stove, and whoever comes is asked to bring a lantern and a chair.
        """

    @Test(arguments: [
        ("\u{0C}", "%"), ("\n", "%"), ("\u{0C}", "- % -"), ("\n", "Page % of 3"), ("\n", "Seite %"),
    ])
    func `takes numbers and running heads off`(feed: String, foot: String) {
        let text = [first, second, third].enumerated()
            .map { page($0 + 1, $1, foot: foot) }.joined(separator: "\n\(feed)")
        let body = PlainTextReader.read(text)
        let lines = body.blocks.map { InlineText.plain($0) }
        #expect(body.title == "The old bridge stays")
        #expect(!lines.contains { $0.contains("Review") || $0.count < 20 && $0.contains("1") })
        #expect(
            lines.contains {
                $0.contains(
                    "if the photographs of the builder are right, and if the work of mending begins"
                )
            })
        #expect(lines.last == third.replacingOccurrences(of: "\n", with: " "))
    }

    @Test func `takes a running head off that stands there once, by the title in it`() {
        let text = """
            Ashwell Notes

            \(first)
            mending begins early.

            Page 1 of 2

            Ashwell Notes | The old bridge stays

            \(second)

            The barn will do.

            Page 2 of 2
            """
        let lines = PlainTextReader.read(text).blocks.map { InlineText.plain($0) }
        #expect(!lines.contains { $0.contains("Notes") || $0.contains("Page") })
        #expect(lines.last == "The barn will do.")
    }

    /// As browsers print a page: the day and the title above, its address and the number below.
    @Test(arguments: [
        ("05/03/2026, 09:14            The old bridge stays | The Ashwell Review", "% 1/3"),
        ("The old bridge stays | The Ashwell Review            %", "Page 1 of 3"),
        ("3/5/26, 9:14 AM    The old bridge stays", "%                         Seite 1 von 3"),
        ("The old bridge stays\n%", "1 / 3\n05.03.26, 09:14"),
    ])
    func `takes off what browsers print`(head: String, foot: String) {
        let address =
            "https://www.review.example/2026/03/05/the-old-bridge-of-ashwell-stays-1234.html"
        for feed in ["", "\u{0C}"] {
            let text = [first, second, third].enumerated().map { index, page in
                let foot = foot.replacing("1", with: "\(index + 1)", maxReplacements: 1)
                return [head, page, foot].joined(separator: "\n\n")
                    .replacing("%", with: address)
            }.joined(separator: "\n\n" + feed)
            let body = PlainTextReader.read(text)
            let lines = body.blocks.map { InlineText.plain($0) }
            #expect(!lines.contains { $0.contains("review.example") || $0.contains("09:14") })
            #expect(
                lines.contains {
                    $0.contains(
                        "if the photographs of the builder are right, and if the work of mending begins"
                    )
                })
            #expect(lines.last == third.replacingOccurrences(of: "\n", with: " "))
        }
    }

    @Test func `takes off a count of pages that a day follows`() {
        let text = [first, second].enumerated()
            .map { "\($1)\n\n\($0 + 1) of 2    02/03/2026, 09:14" }.joined(separator: "\n\n")
        let lines = PlainTextReader.read(text).blocks.map { InlineText.plain($0) }
        #expect(!lines.contains { $0.contains("09:14") })
        #expect(lines.contains { $0.contains("the work of mending begins") })
    }

    @Test func `keeps numbers that are no pages'`() {
        let text =
            "The draw\n\nThe draw was held in the hall on Saturday, before a clerk and forty guests.\n\n1\n2\n3\n\nPrizes can be claimed in every shop of the parish until the end of May.\n"
        #expect(PlainTextReader.read(text).blocks.map { InlineText.plain($0) }.contains("2"))
    }

    @Test func `takes off an address below each of two pages`() {
        let foot = "https://ashwell.example/bridge"
        let text = [first, second].map { $0 + "\n" + foot }.joined(separator: "\n\u{0C}")
        let lines = PlainTextReader.read(text).blocks.map { InlineText.plain($0) }
        #expect(!lines.contains { $0.contains("ashwell.example") })
        #expect(lines.contains { $0.hasSuffix("even in the spring, when it is low.") })
    }

    @Test
    func `takes off a running head amid a sentence, and the count of a page that is nearly empty`()
    {
        let head = "Ashwell Review"
        let text =
            "\(first)\n\nPágina 1 de 2\n\n\(head)\n\nmending begins before the autumn.\n\nPágina 2 de 2\n"
        let lines = PlainTextReader.read(text).blocks.map { InlineText.plain($0) }
        #expect(!lines.contains { $0.contains("Página") || $0.contains(head) })
        #expect(lines.contains { $0.hasSuffix("the work of mending begins before the autumn.") })
    }

    @Test func `takes off the numbers of two pages, of which one stands amid a sentence`() {
        let text = "\(first)\n\n14\n\nAshwell Review 3/2026\n\n\(second)\n15\n"
        let lines = PlainTextReader.read(text).blocks.map { InlineText.plain($0) }
        #expect(!lines.contains { $0.contains("14") || $0.hasSuffix("15") || $0.contains("2026") })
        #expect(lines.contains { $0.contains("the work of mending begins") })
    }

    @Test func `takes off what browsers print on lines that nothing parts from the text`() {
        let foot = "https://review.example/2026/03/bridge"
        let head = "02/03/2026, 09:14    The old bridge stays | The Ashwell Review"
        let text = [first, second].enumerated()
            .map { "\(head)\n\($1)\n\(foot)\t\($0 + 1)/2" }.joined(separator: "\n")
        let lines = PlainTextReader.read(text).blocks.map { InlineText.plain($0) }
        #expect(!lines.contains { $0.contains("review.example") || $0.contains("09:14") })
    }

    @Test func `takes off the number in the middle of the foot of one page`() {
        let text = "The bridge\n\n\(second)\n\n                                    7\n"
        #expect(
            PlainTextReader.read(text).blocks.last.map { InlineText.plain($0) }?
                .hasSuffix("even in the spring, when it is low.") ?? false)
    }
}
