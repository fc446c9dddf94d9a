import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct TabPanelsTests {
    private func kept(_ html: String, _ first: [Bool]) -> [Bool] {
        let page = PageReader.read(HTMLTree(parsing: Array("<body>\(html)</body>".utf8)))
        var kept = first
        TabPanels(page: page).restore(&kept)
        return kept
    }

    private static let panels =
        "<div><div role=tabpanel><p>In spring four.</p></div><div role=tabpanel hidden><p>In autumn nine.</p></div></div>"

    @Test func `where one panel is the article's all are`() {
        #expect(kept(Self.panels, [true, false]) == [true, true])
    }

    @Test func `panels of which none is kept stay out`() {
        #expect(kept(Self.panels, [false, false]) == [false, false])
        #expect(
            kept("<p>A line.</p>" + Self.panels, [true, false, false]) == [true, false, false])
    }
}
