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
        "Ada Marl — Today at 9:14 AM\n", "Ada Marl — 02/03/2026 09:14\n",
        "Printed from https://review.example/2026/03/bridge\n\n",
        "Review | Home | News | Sport\n--------------------------\n\n",
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

    @Test(arguments: [
        "The Ashwell Review\nAda Marl\n4 Mar 2026 at 10:20\n\n",
        "Ada Marl\n4 March 2026, 10:20\n\n",
        "The Wayback Machine - https://web.archive.org/web/20260306120102/https://review.example/b\n\n",
    ])
    func `the headline is the one below what stands above it`(head: String) {
        let found = read("\(head)\(title)\n\n\(prose)\n\n\(prose)\n")
        #expect(found.title == title)
        #expect(found.lines == [prose, prose])
    }

    @Test func `the headline in capitals is the one below a line of a screen of text`() {
        let found = read(
            "P112 ASHWELL TEXT Mon 02 Mar 09:14\n\n\(title.uppercased())\n\n\(prose)\n\n\(prose)\n")
        #expect(found.title == title.uppercased())
        #expect(found.lines == [prose, prose])
    }

    @Test(arguments: [
        "\(Self.words)\nAM\nAda Marl<ada@review.example>\nTo:\u{200B}Ben Ward\nMonday, March 2, 2026 9:14 AM\n\nPROSE\n\nPROSE\n",
        "\(Self.words)\nAda Marl <ada@review.example>\nAn: Ben Ward\nMo, 2. März 2026 09:14\n\nPROSE\n\nPROSE\n",
        "Ada Marl\n\(Self.words)\n\nPROSE\n\nPROSE\n9:14 AM\n",
        "https://review.example/b\n\(Self.words)\n\nAda Marl\nMarch 4, 2026\n\nPROSE\n\nPROSE\n\n1/1\n",
        "\(Self.words)\n\nPROSE\n\nPROSE\n\nTranslated with DeepL.com (free version)\n",
        "There is 1 message totaling 60 lines in this issue.\n\nTopics of the day:\n\n  1. \(Self.words)\n\n------------------------------\n\nDate:    Mon, 2 Mar 2026 09:14:02 +0000\nFrom:    Ada Marl <ada@REVIEW.EXAMPLE>\nSubject: \(Self.words)\n\nPROSE\n\nPROSE\n\n------------------------------\n\nEnd of BROOK Digest - 2 Mar 2026\n***\n",
    ])
    func `what a screen shows around a message is taken off`(text: String) {
        let found = read(text.replacing("PROSE", with: prose))
        #expect(found.title == title)
        #expect(found.lines == [prose, prose])
    }

    private static let words = "The old bridge stays"

    @Test func `a name between the headline and the minutes is the writer's`() {
        let body = PlainTextReader.read(
            "Review\n\(title)\nRuth Pemberton\n7 min\n\n\(prose)\n\n\(prose)\n")
        #expect(body.authors == ["Ruth Pemberton"])
        #expect(body.blocks.count == 2)
        // By itself it may be a heading.
        let headed = PlainTextReader.read("\(title)\nFirst Steps\n\n\(prose)\n\n\(prose)\n")
        #expect(headed.authors.isEmpty)
    }

    @Test func `an outline of one page is its headline and its paragraphs`() {
        let outline = "- \(title)\n    - \(prose)\n    - \(prose)\n    - \(prose)\n"
        #expect(read(outline).lines == [prose, prose, prose])
        #expect(read(outline).title == title)
        let list = "- Bread\n    - of rye\n    - of oats\n    - of spelt\n"
        #expect(!read(list).lines.isEmpty)
    }

    @Test func `a menu of Gopher is the text of its lines`() {
        let menu = "\(title)\n\n\(prose)\n\n\(prose)".split(
            separator: "\n", omittingEmptySubsequences: false
        ).map { "i\($0)\tfake\t(NULL)\t0" }.joined(separator: "\r\n")
        #expect(read(menu + "\r\n.\r\n").lines == [prose, prose])
    }

    @Test func `a diary keeps its days and what stands below them`() {
        let diary =
            "4 March 2026, 10:20\n\nThe bridge\n\n\(prose)\n\n5 March 2026, 9:00\n\nThe mill\n\n\(prose)\n"
        #expect(read(diary).lines.contains("The mill"))
    }

    @Test(arguments: [
        "\(Self.byline)\nreview.example · 4 min\n\n", "review.example\n\(Self.byline)\n3 min\n\n",
        "Ada Marl\nreview.example | 5 min\n\n", "Ada Marl\nreview.example\n4 minute read\n\n",
    ])
    func `minutes beside the writer or the host are those of reading`(head: String) {
        let found = read("\(title)\n\(head)\(prose)\n\n\(prose)\n")
        #expect(found.title == title)
        #expect(found.lines == [prose, prose])
    }

    private static let byline = "By Ada Marl"

    @Test func `minutes of a text that says them stay`() {
        let recipe = "Porridge\n\nFor four people:\n\n30 min\n\n\(prose)\n\n\(prose)\n"
        #expect(read(recipe).lines.contains("30 min"))
    }

    @Test(arguments: [
        "From Brook Wiki, the free encyclopedia", "aus Wikipedia, der freien Enzyklopädie",
        "Материал из Вики — свободной энциклопедии", "维基百科，自由的百科全书",
        "出典: フリー百科事典『ウィキペディア（Wikipedia）』",
    ])
    func `the house of a wiki below the headline is none of the text`(line: String) {
        #expect(read("\(title)\n\n\(line)\n\n\(prose)\n\n\(prose)\n").lines == [prose, prose])
        let told =
            "The wiki of the village is the encyclopedia that nobody reads, and everybody writes."
        #expect(read("\(title)\n\n\(told)\n\n\(prose)\n\n\(prose)\n").lines.contains(told))
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
