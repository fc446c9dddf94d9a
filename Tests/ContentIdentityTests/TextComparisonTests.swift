import BriefModel
import Testing

@testable import ContentIdentity

/// Whether two texts are one article in another cut, or two.
@Suite struct TextComparisonTests {
    /// Paragraphs of prose that share no five words in a row.
    private static func prose(_ number: Int) -> String {
        let places = [
            "harbour", "market", "station", "orchard", "library", "tunnel", "bridge", "school",
        ]
        let people = [
            "clerk", "pilot", "baker", "surveyor", "warden", "teacher", "engineer", "farmer",
        ]
        let place = places[number % 8]
        let person = people[(number * 3 + number / 8) % 8]
        return
            "In the \(place) of district \(number) the \(person) said that work \(number) would go on until "
            + "spring \(number + 3), although nobody had asked resident \(number * 7) of the \(place) before."
    }

    private static let body = (1...14).map(prose)
    private static let text = body.joined(separator: "\n")

    private func comparison(_ blocks: [String]) -> TextComparison {
        let other = blocks.joined(separator: "\n")
        let one = TextComparison(of: Self.text, with: other)
        #expect(one == TextComparison(of: other, with: Self.text))
        return one
    }

    private func containment(_ one: String, _ other: String) -> Double {
        Shingling.shingles(of: one).containment(with: Shingling.shingles(of: other))
    }

    private func isCut(_ blocks: [String]) -> Bool {
        let found = comparison(blocks)
        return !found.isEdited && !found.isContinued
            && containment(Self.text, blocks.joined(separator: "\n")) >= 0.95
            && found.proseBetween == 0
    }

    private func between(_ blocks: String...) -> [String] {
        Array(Self.body.prefix(7)) + blocks + Array(Self.body.dropFirst(7))
    }

    @Test(arguments: [
        ["The ferry is back", "By Ann Miller", "4 March 2026"],
        ["A standfirst of one sentence, which tells in short what the article is going to say."],
        ["HARBOUR NOTES"],
    ])
    func `lets copies differ in what stands before the text`(head: [String]) {
        #expect(isCut(head + Self.body))
    }

    @Test(arguments: [
        ["Ann Miller writes about harbours. She lives in Dunlake with two cats."],
        ["Tags: ferry, harbour", "© Harbour Notes 2026. All rights reserved."],
        ["-- ", "Ann Miller", "Sent from my phone"],
        ["Printed from https://news.example.org/a/12", "Page 3 of 3"],
    ])
    func `lets copies differ in what stands behind the text`(tail: [String]) {
        #expect(isCut(Self.body + tail))
    }

    @Test(arguments: [
        "Advertisement", "Read also: The ferry is late again", "Photo: Ann Miller", "12",
        "The quay at low tide (Ann Miller, Harbour Notes)", "Share this", "相关阅读：渡轮又晚点了",
    ])
    func `lets copies differ in furniture between blocks`(line: String) {
        #expect(isCut(between(line)))
    }

    @Test func `does not see words that are broken or joined`() {
        #expect(isCut(Self.body.map { $0.replacing("surveyor", with: "sur- veyor") }))
        #expect(isCut(Self.body.map { $0.replacing("work 3 would", with: "work3would") }))
        #expect(isCut([Self.body.joined(separator: " ")]))
    }

    @Test func `lets marks of footnotes come and go`() {
        #expect(isCut(Self.body.map { $0.replacing("spring 8,", with: "spring 8, 3") }))
    }

    @Test(arguments: [
        ("work 5 would", "work 6 would"), ("district 9 the", "district 90 the"),
        ("nobody had asked resident 49", "nobody had not asked resident 49"),
        ("said that work 8 would go on", "denied that work 8 would go on"),
        ("until spring 13,", "until spring 13 or 14,"),
    ])
    func `sees a change within a sentence`(old: String, new: String) {
        let edited = Self.body.map { $0.replacing(old, with: new) }
        #expect(edited != Self.body)
        #expect(comparison(edited).isEdited)
    }

    @Test(arguments: [
        "“We were never asked, and we would have said no,” the harbour master said.",
        "By the evening 214 households had no water, said the council's office on its page.",
    ])
    func `sees a quotation or a figure more`(line: String) {
        #expect(comparison(between(line)).isEdited)
    }

    @Test func `counts the prose that stands in the midst of one text alone`() {
        let line =
            "Nobody could say when the second boat would be mended, and nobody wanted to guess."
        let found = comparison(between(line))
        #expect(!found.isEdited)
        #expect(found.proseBetween == 15)
    }

    @Test func `sees a paragraph in the place of another`() {
        var other = Self.body
        other[6] =
            "Nobody could say when the second boat would be mended, and nobody wanted to guess."
        #expect(comparison(other).isEdited)
        other = Self.body
        other[0] =
            "Nobody could say when the second boat would be mended, and nobody wanted to guess."
        #expect(comparison(other).isEdited)
    }

    @Test func `sees another line of the same table`() {
        let one = between("Monday, rain, 14 degrees, wind from the west")
        let two = between("Monday, rain, 17 degrees, wind from the west")
        let found = TextComparison(
            of: one.joined(separator: "\n"), with: two.joined(separator: "\n"))
        #expect(found.isEdited)
    }

    @Test func `knows steps of what is still being told`() {
        let steps = [
            "14:35", "The ferries are back, and the last of the passengers have left the hall.",
        ]
        #expect(comparison(steps + Self.body).isContinued)
        #expect(comparison(Self.body + [steps.joined(separator: " ")]).isContinued)
    }

    @Test func `compares texts without spaces between words`() {
        let lines = [
            "渡轮今天早上离开港口，船上没有乘客。", "市议会昨天晚上讨论了新的桥梁计划。",
            "工程师说，冬天之前不会开始施工。", "图书馆的职员找到了几封旧信。",
        ]
        let text = lines.joined(separator: "\n")
        let copy = (["港口新闻", "作者：李明"] + lines + ["责任编辑：王芳"]).joined(separator: "\n")
        let found = TextComparison(of: text, with: copy)
        #expect(!found.isEdited && containment(text, copy) >= 0.95)
        let edited = text.replacing("几封", with: "三封")
        #expect(TextComparison(of: text, with: edited).isEdited)
    }

    @Test(arguments: [("", ""), ("", "one two"), ("one", "one"), ("…", "!")])
    func `compares texts of next to nothing`(one: String, other: String) {
        let found = TextComparison(of: one, with: other)
        #expect(found.lengthRatio >= 0 && found.lengthRatio <= 1)
        let share = containment(one, other)
        #expect(share >= 0 && share <= 1)
    }

    @Test(.timeLimit(.minutes(1)))
    func `takes time with the length of texts that agree nowhere, or everywhere`() {
        let same = String(repeating: "tick tock ", count: 15_000)
        let other = (0..<30_000).map { "w\($0)" }.joined(separator: " ")
        let mixed = (0..<15_000).map { "tick tock w\($0)" }.joined(separator: "\n")
        for (one, two) in [(same, other), (same, same + other), (mixed, same), (other, mixed)] {
            _ = TextComparison(of: one, with: two)
        }
    }

    @Test func `counts the words of scripts without spaces`() {
        let body = [
            "สะพานข้ามลำธารปิดมาสองฤดูหนาวแล้ว และใครที่ต้องการพบแพทย์ต้องเดินอ้อมไปทางโรงสีเหมือนที่ปู่ย่าตายายเคยทำ จนกระทั่งสภาตำบลตัดสินใจซ่อม",
            "ชาวบ้านบอกว่าไม่มีใครแจ้งเรื่องโรงสีข้างฝายที่กำลังจะถูกขายอีกครั้งหนึ่ง เจ้าหน้าที่จากอำเภอมาดูประตูน้ำสองครั้งแล้วกลับไปโดยไม่พูดอะไร",
            "ลูกสาวเจ้าของโรงสีทำบัญชีมาตั้งแต่ฤดูใบไม้ผลิ และบอกว่าทุกอย่างเรียบร้อยดี การประชุมครั้งหน้าจะจัดขึ้นที่ยุ้งข้าวเพราะศาลาไม่มีเตาผิง",
        ]
        let text = body.joined(separator: "\n")
        let title = "สะพานข้ามลำธารข้างโรงสีอาจเปิดอีกครั้งก่อนฤดูหนาว"
        let found = TextComparison(of: text, with: title + "\n" + text)
        #expect(!found.isEdited && found.proseAtEnds == 0)
        let edited = text.replacing("สองครั้ง", with: "สามครั้ง")
        #expect(TextComparison(of: text, with: edited).isEdited)
    }
}
