import Testing

@testable import ArticleExtraction

@Suite struct UnwrapperTests {
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
