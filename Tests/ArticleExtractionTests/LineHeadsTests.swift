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

    @Test func `are read out before what they mark`() {
        #expect(
            marked(
                "heading level 1  The lock\nheading level 2 The gate\nlist with 2 items\n• Two\n• One\nout of list"
            )
                == ["# The lock", "## The gate", "• Two", "• One"])
        #expect(marked("Überschrift Ebene 2 Das Tor") == ["## Das Tor"])
        #expect(marked("heading level 9 none") == ["heading level 9 none"])
        #expect(marked("list with 2 items") == ["list with 2 items"])
    }

    @Test func `are those of a page of Gemini`() {
        #expect(
            marked(
                "The lock\n=> gemini://lock.example/gate The gate\nIt is open.\n=> / Home\n=> mailto:a@b.example"
            )
                == ["The lock", "The gate", "It is open."])
        #expect(marked("a => b\n=>") == ["a => b", "=>"])
    }

    @Test func `are those of the page of a wiki above all of it`() {
        #expect(marked("= The lock =\n= a =") == ["# The lock", "= a ="])
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
