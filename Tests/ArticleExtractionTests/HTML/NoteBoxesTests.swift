import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct NoteBoxesTests {
    private static let prose =
        "<p>The growers of the valley met on Sunday to settle whether the old pear trees should be felled, and they "
        + "agreed to let them stand.</p>"

    private func kept(_ html: String) -> Int {
        let page = PageReader.read(
            HTMLTree(parsing: Array("<body>\(Self.prose)\(html)\(Self.prose)</body>".utf8)))
        var verdict = BodyVerdict(
            kept: page.passages.map { $0.census.length > 20 }, quality: 1)
        NoteBoxes(page: page).restore(&verdict)
        return verdict.kept.filter { $0 }.count
    }

    @Test(arguments: [
        "starlight-aside starlight-aside--tip", "note", "aside-warning", "Admonition x",
    ])
    func `keeps a note amid the text`(name: String) {
        let words = "<p>Tip</p><section><p>Oil the press first.</p></section>"
        #expect(kept("<aside class='\(name)'>\(words)</aside>") == 4)
    }

    @Test(arguments: [
        "<aside class='promo'><p>Oil the press first.</p></aside>",
        "<aside class='note'><p><a href='/1'>How the press is oiled</a></p></aside>",
        "<aside class='notes-of-others'><p><a href='/1'>How it is oiled</a></p></aside>",
        "<div class='tip'><p>Oil the press first.</p></div>",
    ])
    func `keeps no other box`(html: String) {
        #expect(kept(html) == 2)
    }
}
