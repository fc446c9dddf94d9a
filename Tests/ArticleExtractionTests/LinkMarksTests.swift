import BriefModel
import Testing

@testable import ArticleExtraction

/// What converters put into a text for the links of a page.
@Suite struct LinkMarksTests {
    private static let paragraphs = [
        "The ferry between Dunlake and the islands went out again on Tuesday morning, four months after a storm.",
        "The council had voted twice on the repair, and twice the money was not enough; the fishermen did the rest.",
        "Nobody would say when the second boat is to be mended, although it could be ready before the winter.",
    ]
    private static let title = "The ferry is back"

    private static func read(_ text: String) -> [String] {
        PlainTextReader.read(text).blocks.map { InlineText.plain($0) }
    }

    /// - Parameter mark: what becomes of a word, its address and its number.
    private static func copy(
        foot: [String] = [], width: Int? = nil, mark: (String, String, Int) -> String
    ) -> String {
        var blocks = [title]
        for (index, paragraph) in paragraphs.enumerated() {
            var words = paragraph.split(separator: " ").map(String.init)
            words[4] = mark(words[4], "https://other.example/path/\(index)?a=b", index + 1)
            blocks.append(words.joined(separator: " "))
        }
        return (blocks.map { wrapped($0, width) } + foot).joined(separator: "\n\n") + "\n"
    }

    private static func wrapped(_ text: String, _ width: Int?) -> String {
        guard let width else { return text }
        var lines = [""]
        for word in text.split(separator: " ") {
            if lines[lines.count - 1].count + word.count + 1 > width { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines.joined(separator: "\n")
    }

    @Test(arguments: [nil, 66] as [Int?])
    func `go where an address stands in brackets behind each word`(width: Int?) {
        for (open, close) in [("<", ">"), ("(", ")"), ("[", "]")] {
            let text = Self.copy(width: width) { word, address, _ in
                "\(word) \(open)\(address)\(close)"
            }
            #expect(Self.read(text) == Self.paragraphs, "\(open)")
        }
    }

    @Test func `go where Markdown has them in a text that is none`() {
        let text = Self.copy { word, address, _ in "[\(word)](\(address))" }
        #expect(Self.read(text) == Self.paragraphs)
    }

    @Test(arguments: ["[%] ", "%. ", "[%]: "])
    func `go with the list of addresses that they number`(label: String) {
        let list = (1...3).map {
            label.replacing("%", with: "\($0)") + "https://other.example/path/\($0 - 1)?a=b"
        }.joined(separator: "\n")
        for heading in [[], ["References"], ["Links:\n------"]] {
            for (before, behind) in [("[%]", ""), ("", "[%]"), ("", " [%]")] {
                let text = Self.copy(foot: heading + [list]) { word, _, number in
                    before.replacing("%", with: "\(number)") + word
                        + behind.replacing("%", with: "\(number)")
                }
                #expect(Self.read(text) == Self.paragraphs, "\(heading) \(before)\(behind)")
            }
        }
    }

    @Test func `go where their numbers are raised`() {
        let raised = ["¹", "²", "³"]
        let list = raised.enumerated()
            .map { "\($0.element) https://other.example/path/\($0.offset)" }
            .joined(separator: "\n")
        let text = Self.copy(foot: [list]) { word, _, number in word + raised[number - 1] }
        #expect(Self.read(text) == Self.paragraphs)
    }

    @Test(arguments: [
        "See the report of the harbour board (https://board.example/report) before the vote on Monday.",
        "The reading room covers 40 m² and its garden, says note [1] of the builder, twice as much.",
        "Write to the desk: <https://desk.example/a>, or to the editor: <https://desk.example/b>, in time.",
    ])
    func `stay where they are the text's own`(sentence: String) {
        let blocks = [Self.title] + Self.paragraphs + [sentence]
        #expect(Self.read(blocks.joined(separator: "\n\n")) == Self.paragraphs + [sentence])
    }
}
