import Testing

@testable import Documents

@Suite struct PageBreaksTests {
    private func text(_ chapter: String) -> String {
        String(decoding: PageBreaks.removed(from: Array(chapter.utf8)), as: UTF8.self)
    }

    @Test(arguments: [
        "<span epub:type=\"pagebreak\" id=\"p12\" title=\"12\">12</span>",
        "<span role='doc-pagebreak' id='p12'>xii</span>", "<a class=\"pagebreak\">12</a>",
    ])
    func `take numbers of printed pages out`(mark: String) {
        #expect(text("<p>the \(mark)eastern gate</p>") == "<p>the eastern gate</p>")
    }

    @Test(arguments: [
        "<p>the <span epub:type=\"pagebreak\" title=\"12\"/>eastern gate</p>",
        "<p>the <span title=\"12\">12</span> gates</p>",
        "<p class=\"pagebreak\">The whole paragraph begins a page.</p>", "<p>the pagebreak",
        "<span epub:type=\"pagebreak\">12",
    ])
    func `leave all else`(chapter: String) {
        #expect(text(chapter) == chapter)
    }
}
