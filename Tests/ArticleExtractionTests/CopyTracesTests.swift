import Testing

@testable import ArticleExtraction

/// What stands above a text only because it was copied is none of it.
@Suite struct CopyTracesTests {
    private let title = "The old bridge stays"
    private let prose =
        "The bridge over the brook was closed for two winters, and whoever wanted to see the doctor had to walk by the mill, as their grandparents did."

    private func read(_ text: String) -> (title: String?, lines: [String]) {
        let body = PlainTextReader.read(text)
        return (body.title, body.blocks.map { InlineText.plain($0) })
    }

    @Test(arguments: [
        "https://review.example/2026/03/bridge\n\n", "review.example\n", "www.review.example\n\n",
        "[EXTERNAL]\n\n",
        "CAUTION: This email originated from outside of the parish. Do not click on links or open attachments unless you know the sender.\n\n",
        "ACHTUNG: Diese E-Mail kommt von außerhalb der Gemeinde. Öffnen Sie keine Anhänge\nund Links von Unbekannten.\n\n",
        "Attention : ce courriel provient de l'extérieur. N'ouvrez ni liens ni pièces jointes d'un inconnu.\n\n",
        "注意：此邮件来自外部，请勿打开附件。\n\n",
        "You don't often get email from ada@review.example. Learn why this is important\n\n",
        "[cid:image001.png@01DAF3B2.5C1E4D70]\n\n", "<image002.jpg>\n\n", "[image: logo.png]\n\n",
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n",
        "On Mon, Mar 2, 2026 at 9:14 AM Ada Marl <ada@review.example> wrote:\n\n",
        "Le lun. 2 mars 2026 à 09:14, Ada Marl\n<ada@review.example> a écrit :\n\n",
        "-------- Пересылаемое сообщение --------\n02.03.2026, 09:14, \"Ada Marl\" <ada@review.example>:\n\n",
        "[02/03/2026 09:14] Ada Marl\n", "Ada Marl\n  9:14 AM\n",
    ])
    func `is taken off the beginning`(trace: String) {
        let found = read(trace + "\(title)\n\n\(prose)\n\n\(prose)\n")
        #expect(found.title == title)
        #expect(found.lines == [prose, prose])
    }

    @Test(arguments: [
        "https://review.example/bridge\n\n[EXTERNAL]\n\n",
        "[EXTERNAL] This message came from outside. Do not open links or attachments in it.\n\nhttps://review.example/b\n\n",
        "[cid:logo.png]\n\nwww.review.example\n\n[02/03/2026 09:14] Ada Marl\n",
    ])
    func `is taken off the beginning where one stands above the other`(traces: String) {
        let found = read(traces + "\(title)\n\n\(prose)\n\n\(prose)\n")
        #expect(found.title == title)
        #expect(found.lines == [prose, prose])
    }

    @Test func `the day and the time of a note are taken off`() {
        let found = read("\(title)\nMonday, March 2, 2026\n9:14 AM\n\n\(prose)\n\n\(prose)\n")
        #expect(found.title == title)
        #expect(found.lines == [prose, prose])
    }

    @Test func `the host and the time that reading takes are taken off`() {
        let found = read(
            "\(title)\nby Ada Marl\nreview.example • 4 min read\n\n\(prose)\n\n\(prose)\n")
        #expect(found.title == title)
        #expect(found.lines == [prose, prose])
    }

    @Test func `an address between the title and the text is taken off`() {
        for head in ["\n\nvia The Ashwell Review\n\n", "\nBy Ada Marl | 2026-03-04\n"] {
            let found = read("\(title)\(head)https://review.example/b\n\n\(prose)\n\n\(prose)\n")
            #expect(found.lines.last == prose)
            #expect(!found.lines.contains { $0.contains("review.example") })
        }
        let own =
            "\(title)\n\nThe plans lie at this address:\n\nhttps://plans.example/b\n\n\(prose)\n"
        #expect(read(own).lines.contains("https://plans.example/b"))
    }

    @Test func `a rule below the head parts it from the text`() {
        let found = read(
            "\(title)\nBy Ada Marl\n\(String(repeating: "-", count: 40))\n\n\(prose)\n\n\(prose)\n")
        #expect(found.lines == [prose, prose])
    }

    @Test func `the line that ends what was passed on goes with the one above it`() {
        let found = read(
            "-------- Пересылаемое сообщение --------\n02.03.2026, 09:14, \"Ada\" <ada@review.example>:\n\n\(title)\n\n\(prose)\n\n\(prose)\n\n-------- Конец пересылаемого сообщения --------\n"
        )
        #expect(found.lines == [prose, prose])
    }

    @Test func `names left for pictures are taken out of the midst`() {
        let text =
            "\(title)\n\n\(prose)\n\n[cid:image001.png@01DA]\n\n[image: image.png]\n\n\(prose)\n"
        #expect(read(text).lines == [prose, prose])
    }

    @Test(arguments: [
        "The message came from outside the parish, and nobody knew who had written it.",
        "On 2 March 2026, at 9:14, she wrote (and meant it) what follows here.", "[Applause]",
        "Caution: thin ice.", "At 9:14 the bridge was open again.",
    ])
    func `but what a text says of itself stays`(line: String) {
        #expect(read("\(title)\n\n\(line)\n\n\(prose)\n\n\(prose)\n").lines.contains(line))
    }

    @Test func `a list of addresses stays`() {
        let list = "https://one.example/a\nhttps://two.example/b\nhttps://three.example/c\n"
        #expect(read(list).lines.joined().contains("two.example"))
    }
}
