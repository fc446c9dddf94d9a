import Testing

@testable import ArticleExtraction

@Suite struct UnwrapperTests {
    @Test func `joins words that are cut at line ends oftener than hyphens stand within lines`() {
        let text = """
            The parish decided on Tuesday evening to keep the old mill where it stan-
            ds, after three hours of argument and a vote of nine to four, and the
            millers said that the stones can be mended for a third of the pri-
            ce of new ones, and that the well-known builder of the first bri-
            dge would have wanted it so, as far as anybody can tell from the dr-
            awings that are left of him in the small archive behind the church.
            """
        let line = PlainTextReader.read("The mill\n\n" + text).blocks.map { InlineText.plain($0) }
            .joined()
        #expect(line.contains("where it stands, after"))
        #expect(line.contains("the price of new ones"))
        #expect(line.contains("the well-known builder"))
    }

    private func lines(_ text: String) -> [String] {
        Unwrapper(LineSplitter.lines(of: text)).unwrapped().map(\.text)
    }

    @Test func `joins paragraphs of ideographs that were filled to a width`() {
        let first = "港口冬天结冰九个星期渡船一直停在码头旁边岛上的居民等待面粉和信件还有远方的消息直到春天来临冰雪融化第一条船才带着邮袋靠岸人们在岸边点起篝火庆祝"
        let second = "后来小镇每年都举行庆典纪念那一天大家喝着热汤唱着老歌孩子们在冰上滑行老人讲述往事没有人愿意让这个习惯消失即使冬天已经不再那样寒冷"
        func filled(_ text: String) -> String {
            let characters = Array("　　" + text)
            return stride(from: 0, to: characters.count, by: 20)
                .map { String(characters[$0..<min($0 + 20, characters.count)]) }
                .joined(separator: "\n")
        }
        #expect(lines(filled(first) + "\n" + filled(second)) == [first, second])
    }

    @Test(arguments: [2, 4]) func `parts paragraphs that begin with an indent`(indent: Int) {
        let first =
            "The harbour freezes for nine weeks in the year, and the ferry lies at the quay until the ice is soft enough for the tug."
        let second = "Three boats went out in March."
        let third =
            "On the island they light a fire when the first of them comes back with letters, flour and the newspapers of two months."
        func filled(_ text: String) -> String {
            var lines: [String] = []
            var line = String(repeating: " ", count: indent)
            for word in text.split(separator: " ") {
                if line.count + word.count > 60 {
                    lines.append(line)
                    line = String(word)
                } else {
                    line += (line.allSatisfy { $0 == " " } ? "" : " ") + word
                }
            }
            return (lines + [line]).joined(separator: "\n")
        }
        let all = [first, second, third, second, first, third]
        #expect(lines("Ice\n\n" + all.map(filled).joined(separator: "\n")) == ["Ice"] + all)
    }

    @Test(arguments: [
        // One line goes on, and a name with a capital letter begins the next.
        """
        The bakers of the valley closed their ovens in the week before the
        Easter market, and nobody had bread but the miller.

        He sold none of it.
        """,
        // Lines that were filled by hand, to no exact width.
        """
        Am Abend kamen die Kinder vom Fluss zurück und erzählten von einem
        grünen Boot, das ohne Ruder und ohne Licht unter der Brücke lag, und
        niemand glaubte ihnen.

        Am Morgen lag es noch da.
        """,
        """
        \u{3000}村の人びとは三月の終わりに古い橋のたもとに集まり、川を渡る舟の歌をうたい、夜が明
        けるまで火を絶やさなかった。
        \u{3000}朝になると子どもたちが帰ってきた。
        """,
    ])
    func `joins the lines of a text with few of them`(text: String) {
        #expect(lines(text).count == 2)
    }

    @Test func `keeps the lines of verse that go on`() {
        let verse = """
            The lamp at the end of the harbour is lit by a boy,
            and he whistles the tune of the ferry, the slow one,
            the tune that his mother had sung in the kitchen,
            and nobody answers, and nobody's there.
            """
        #expect(lines(verse).count == 4)
    }

    @Test func `makes one word of the halves that lines end in`() {
        let text = """
            The keeper of the lock spent the whole of that winter in the morn-
            ing light, and wrote down what he saw. He never spoke of any-
            thing else.
            """
        #expect(
            lines(text) == [
                "The keeper of the lock spent the whole of that winter in the morning light, and "
                    + "wrote down what he saw. He never spoke of anything else."
            ])
    }

    @Test func `keeps short lines of ideographs apart`() {
        let menu = ["首页", "新闻中心", "体育", "财经频道", "娱乐"]
        #expect(lines(menu.joined(separator: "\n")) == menu)
    }

    @Test func `counts columns as a terminal does`() {
        let line = LineSplitter.lines(of: "\tab 天 c  ").first
        #expect(line?.text == "ab 天 c")
        #expect(line?.indent == 8)
        #expect(line?.width == 15)
    }

    @Test func `takes the line ends of every system and blanks that count`() {
        let lines = LineSplitter.lines(of: "one\r\ntwo\rthree\n\n \nfour\u{2028}five")
        #expect(lines.map(\.text) == ["one", "two", "three", "four", "five"])
        #expect(lines.map(\.blanksBefore) == [0, 0, 0, 2, 0])
    }
}
