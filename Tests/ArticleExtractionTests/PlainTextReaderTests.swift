import Testing

@testable import ArticleExtraction

@Suite struct PlainTextReaderTests {
    static let paragraphs = [
        "The harbour of the small town was frozen for nine weeks, and the ferry lay still beside the pier while the islanders waited for news, flour and letters.",
        "When the ice broke at last, the first boat carried nothing but mail; the second brought the doctor, who stayed for a month and asked for no payment.",
    ]
    static let ending = [
        "Since then the town keeps a feast on the day of the thaw, with a bonfire on the quay and soup for everybody who comes, whether they live there or not.",
        "Critics say that the feast has become too loud, but nobody has yet proposed to end it.",
    ]
    static let article =
        "The Winter of the Ferry\n\nIsland Brief #12 | By: Ada Example | March 3, 2019\n\n"
        + paragraphs.joined(separator: "\n\n") + "\n\nThe feast\n\n"
        + ending.joined(separator: "\n\n")
    static let body = paragraphs + ["The feast"] + ending

    private func lines(_ body: ExtractedBody) -> [String] {
        body.blocks.map { InlineText.plain($0) }
    }

    private func squeezed(_ body: ExtractedBody) -> String {
        lines(body).joined().filter { !$0.isWhitespace }
    }

    /// Greedy filling, as editors and mailers do it.
    static func wrapped(_ text: String, width: Int = 72) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var rows: [String] = []
            var row = ""
            for word in line.split(separator: " ") {
                if !row.isEmpty, row.count + 1 + word.count > width {
                    rows.append(row)
                    row = String(word)
                } else {
                    row += (row.isEmpty ? "" : " ") + word
                }
            }
            return (rows + [row]).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    static let furnitures: [(String, String)] = [
        (
            "Skip to content\nHome » Stories » The Winter of the Ferry\nSign in\n"
                + "We use cookies to make this site work. By continuing to use this site you agree.\n"
                + "Accept all\n\n",
            "\n\nShare this\nFacebook\nTwitter\nYou may also like\nBread is dear again\n"
                + "2 Comments\nLeave a Reply\nYour email address will not be published.\n"
        ),
        (
            "Zum Inhalt springen\nStartseite\nAnmelden\nWir verwenden Cookies.\nAlle akzeptieren\n\n",
            "\n\nTeilen\nLesen Sie auch\nDas Brot wird teurer\nKommentare\nImpressum\nNach oben\n"
        ),
        (
            "Menu\nSearch\n\nAdvertisement\n\n",
            "\n\nSubscribe to our newsletter\n\nMost read\n\nBack to top\n"
        ),
    ]

    @Test func `reads body and facts of a pasted page`() {
        let body = PlainTextReader.read(Self.article)
        #expect(lines(body) == Self.body)
        #expect(body.title == "The Winter of the Ferry")
        #expect(body.authors == ["Ada Example"])
        #expect(body.published == "2019-03-03")
        #expect(body.series == "Island Brief")
        #expect(body.number == "12")
        #expect(body.blocks[2] == .heading(level: 2, content: [.text("The feast")]))
    }

    @Test func `joins hard-wrapped paragraphs`() {
        #expect(lines(PlainTextReader.read(Self.wrapped(Self.article))) == Self.body)
    }

    @Test(arguments: 0..<3)
    func `gives the same body whatever page stands around it`(index: Int) {
        let (before, after) = Self.furnitures[index]
        let whole = before + Self.article + after
        let plain = PlainTextReader.read(Self.article)
        for text in [whole, Self.wrapped(whole), whole.replacing("\n", with: "\r\n")] {
            let body = PlainTextReader.read(text)
            #expect(squeezed(body) == squeezed(plain))
            #expect(body.title == plain.title)
            #expect(body.authors == plain.authors)
        }
    }

    @Test func `drops what a chatbot says around a text`() {
        let body = PlainTextReader.read(
            "Okay, here's a polished version of it.\n\n" + Self.article
                + "\n\nLet me know if you'd like me to:\n\nMake it shorter.\nTranslate it.\n")
        #expect(lines(body) == Self.body)
    }

    @Test func `drops a chatbot's offers and no more where no empty line ends them`() {
        let body = PlainTextReader.read(
            (Self.paragraphs + [
                "Let me know if you'd like me to:", "Make it shorter.", "* Translate it.",
            ] + Self.ending).joined(separator: "\n"))
        #expect(lines(body) == Self.paragraphs + Self.ending)
    }

    @Test func `keeps lists as lists`() {
        let body = PlainTextReader.read(
            Self.paragraphs.joined(separator: "\n")
                + "\n- The ice was two feet thick at the pier.\n"
                + "- Nobody was hurt, although some tried to walk.\n"
                + Self.ending.joined(separator: "\n"))
        let list = body.blocks.compactMap { block -> Int? in
            if case .list(false, 1, let items) = block { return items.count }
            return nil
        }
        #expect(list == [2])
    }

    @Test func `drops picture names, credits and what follows the comments`() {
        let body = PlainTextReader.read(
            Self.paragraphs.joined(separator: "\n\n")
                + "\n\n120093387 ferry\n\nPhoto: The Archive\n\n"
                + Self.ending.joined(separator: "\n\n")
                + "\n\nComments\n\nferry_logo.png\n\nA partner\n")
        #expect(lines(body) == Self.paragraphs + Self.ending)
    }

    @Test func `reads scripts without spaces`() {
        let sentence = "昨天下午，港口的冰终于化了，第一艘渡船带着信件回到了岛上，居民们都到码头迎接。"
        let text = "首页\n登录\n注册\n港口解冻\n" + sentence + "\n" + sentence + "今年的冬天特别长。\n相关阅读\n分享到微信\n"
        let body = PlainTextReader.read(text)
        #expect(lines(body) == [sentence, sentence + "今年的冬天特别长。"])
    }

    @Test func `invents nothing`() {
        let body = PlainTextReader.read(Self.paragraphs.joined(separator: "\n"))
        #expect(body.authors.isEmpty)
        #expect(body.published == nil)
        #expect(body.series == nil)
    }

    @Test(arguments: ["", "\n\n\t\n", "Home\nLog in\nShare"])
    func `says why there is no body`(text: String) {
        let body = PlainTextReader.read(text)
        #expect(body.blocks.isEmpty)
        #expect(!body.warnings.isEmpty)
    }

    @Test func `takes a few words above the subject of a mail for none of what it passes on`() {
        let text =
            "Hello Ben,\n\nI thought that this might interest you.\n\nThe old ferry\n\n"
            + (Self.paragraphs + Self.ending).joined(separator: "\n\n")
        let body = PlainTextReader.read(text, scope: .mail, title: "The old ferry")
        #expect(lines(body) == Self.paragraphs + Self.ending)
        let own =
            "Hello Ben,\n\n" + Self.paragraphs[0] + "\n\nThe old ferry\n\n"
            + Self.ending.joined(separator: "\n\n")
        #expect(
            lines(PlainTextReader.read(own, scope: .mail, title: "The old ferry"))
                .contains(Self.paragraphs[0]))
    }
}
