import Testing

@testable import ArticleExtraction

/// Marks of wikis, trackers and offices at the beginning of lines.
@Suite struct LineHeadsTests {
    private func marked(_ text: String) -> [String] {
        var lines = LineSplitter.lines(of: text)
        LineHeads.marked(&lines)
        return lines.map(\.text)
    }

    @Test func `are those of headings`() {
        #expect(
            marked("h1. The lock\nh2(#gate). The gate\nh3{color:red}. Boots\nh2. {anchor:a}Bed")
                == ["# The lock", "## The gate", "### Boots", "## Bed"])
        #expect(marked("== The gate ==\n===Boots===") == ["## The gate", "### Boots"])
        #expect(marked("[b]The gate[/b]\n[b]The[/b] gate") == ["The gate", "[b]The[/b] gate"])
    }

    @Test func `are not to be linked to`() {
        #expect(
            marked("Text\n\n<span id=\"gate\"></span>\n== The gate ==") == ["Text", "## The gate"])
        #expect(marked("<a name=\"a\"></a>\nText") == ["Text"])
        #expect(marked("<span>Text</span>") == ["<span>Text</span>"])
    }

    @Test func `are circles before several lines that are set in`() {
        #expect(
            marked("It has:\n  o Two gates\n  o One keeper") == [
                "It has:", "◦ Two gates", "◦ One keeper",
            ])
    }

    @Test(arguments: [
        "h2o is water", "h7. Not one", "h2.", "== 4 ==", "= a = b =", "o Estado de Minas",
        "  o homem\n  o rio", "  o Brasil", "o Brasil\no Chile", "hello", "======",
    ])
    func `are words elsewhere`(text: String) {
        #expect(marked(text) == text.split(separator: "\n").map { String($0).trimmed(of: " ") })
    }
}
