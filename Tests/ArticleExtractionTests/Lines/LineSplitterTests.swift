import Testing

@testable import ArticleExtraction

@Suite struct LineSplitterTests {
    private struct Cut: Equatable {
        var text: String
        var indent = 0
        var width: Int
        var blanksBefore = 0
        var endsInBreak = false
        var startsPage = false
    }

    private func cut(_ text: String) -> [Cut] {
        LineSplitter.lines(of: text).map {
            Cut(
                text: $0.text, indent: $0.indent, width: $0.width, blanksBefore: $0.blanksBefore,
                endsInBreak: $0.endsInBreak, startsPage: $0.startsPage)
        }
    }

    @Test(arguments: ["\n", "\r", "\r\n"])
    func `cuts at the line ends of any system`(end: String) {
        let text = ["One", "", "  two  ", "", "", "três", "\tfour   "].joined(separator: end)
        let lines = [
            Cut(text: "One", width: 3),
            Cut(text: "two", indent: 2, width: 5, blanksBefore: 1, endsInBreak: true),
            Cut(text: "três", width: 4, blanksBefore: 2),
            Cut(text: "four", indent: 8, width: 12, endsInBreak: true),
        ]
        #expect(cut(text) == lines)
        #expect(cut(text + end) == lines)
        #expect(cut(end + text).map(\.blanksBefore) == [1, 1, 2, 0])
    }

    @Test func `a plain line is cut as one is that has something else in it`() {
        for length in [1, 63, 64, 65, 128, 200] {
            let word = String(repeating: "ab cd ", count: 40).prefix(length - 1) + "x"
            for line in ["\(word)", "   \(word)", "\(word) ", "  \(word)   "] {
                // U+FEFF goes, wherever it stands.
                let marked = "\u{FEFF}" + line.dropLast() + "\u{FEFF}" + line.suffix(1)
                #expect(cut(line + "\n\n" + line) == cut(marked + "\n\n" + marked), "\(length)")
            }
        }
    }

    @Test func `blank lines at the ends are no lines`() {
        #expect(cut("").isEmpty && cut("\n\n").isEmpty && cut("   ").isEmpty)
        #expect(cut("   \nOne\n   ") == [Cut(text: "One", width: 3, blanksBefore: 1)])
    }

    @Test func `a form feed begins a page`() {
        #expect(cut("One\u{C}two").map(\.startsPage) == [false, true])
    }
}
