import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct HiddenLinesTests {
    private static let prose = String(
        repeating:
            "<p>The growers of the valley met on Sunday to settle whether the old trees should stand.</p>",
        count: 4)

    private func left(_ html: String) -> [String] {
        let page = PageReader.read(
            HTMLTree(parsing: Array("<body>\(Self.prose)\(html)</body>".utf8)))
        var verdict = BodyVerdict(kept: page.passages.map { _ in true }, quality: 1)
        HiddenLines(page: page, odds: page.passages.map { _ in 0.9 }).drop(from: &verdict)
        return page.passages.indices.dropFirst(4).filter { verdict.kept[$0] }.map(page.string)
    }

    @Test(arguments: [
        "class='hidden'", "class='box d-none'", "class='w-condition-invisible'", "hidden",
        "style='display: none !important'", "style='position:absolute; left: -9999px'",
        "style='font-size:0'",
        "class='visually-hidden'", "class='print-only'", "style='visibility:hidden'",
        "class='hidden print:block'", "class='print-header'", "class='pf-v5-screen-reader'",
        "class='euiScreenReaderOnly'", "class='MuiBox-visuallyHidden'", "class='show-for-sr'",
        "class='a11y-hidden'", "class='ecl-u-sr-only'", "class='cds--visually-hidden'",
        "style='height:0;overflow:hidden'", "style='max-height: 0px; overflow: hidden'",
        "style='width:0;height:0;overflow:hidden'", "style='text-indent:-9999px'",
        "style='position:absolute;width:1px;height:1px;overflow:hidden'",
        "style='clip-path:inset(50%);position:absolute'",
        "style='position:absolute;right:9999px'", "style='opacity:0;position:absolute'",
        "style='position: fixed; opacity: 0'", "style='content-visibility:hidden'",
        "style='font-size:0px;line-height:0'",
    ])
    func `drops what is not shown`(attribute: String) {
        #expect(left("<div \(attribute)><p>An old draft of these words.</p></div>").isEmpty)
    }

    @Test(arguments: [
        "class='hidden md:block'", "class='d-none d-lg-block'", "hidden='until-found'",
        "class='accordion-panel' hidden", "role='tabpanel' style='display:none'",
        "class='collapse' aria-hidden='true' hidden", "style='left:10px'",
        "class='overflow-hidden'",
        "aria-hidden='true'", "style='clip:auto;font-size:0.9em'", "class='hide card-medium-show'",
        "class='hidden show-for-large'", "class='hidden visible-lg'",
        "class='sr-only sm:not-sr-only'", "class='hide-for-sr'",
        "class='field field--label-visually_hidden'", "class='screen-reader-response'",
        "style='height:0;padding-bottom:56.25%;overflow:hidden'", "style='max-height:0'",
        "style='height:10px;overflow:hidden'", "style='left:-20px'",
    ])
    func `keeps what a wide screen or a click shows`(attribute: String) {
        #expect(left("<div \(attribute)><p>Words of the text itself.</p></div>").count == 1)
    }

    @Test(arguments: [
        "<section><div role='tablist'></div><div class='d-none'><p>Words of the text itself.</p></div></section>",
        "<section><div class='col'><p role='tablist'></p></div><div hidden><p>Words of the text itself.</p></div></section>",
        "<div class='transcript-content hidden'><p>Words of the text itself.</p></div>",
        "<div class='drop-down-text hidden'><p>Words of the text itself.</p></div>",
        "<div class='box el-28ebed1'></div><div class='box el-77ac01f hidden'><p>Words of the text itself.</p></div>",
    ])
    func `keeps what tabs and buttons around it open`(html: String) {
        #expect(left("<div>\(html)</div>") == ["Words of the text itself."])
    }

    @Test func `an answer that a click opens is text`() {
        let asked =
            "<section><h3>Who prunes the trees?</h3><div class='hidden'><p>Those who own them.</p></div></section>"
        #expect(left(asked) == ["Who prunes the trees?", "Those who own them."])
        let told =
            "<section><h3>On pruning</h3><div class='hidden'><p>An old draft of these words.</p></div></section>"
        #expect(left(told) == ["On pruning"])
    }

    @Test func `words for those who listen are no text`() {
        let found = left(
            "<p>See <a href='/x'>the report<span class='sr-only'> (opens in a new tab)</span></a> of March.</p>"
        )
        #expect(found == ["See the report of March."])
    }

    @Test func `the line of a fraction is one`() {
        #expect(left("<p>4<span class='sr-only'>/</span>3 of it</p>") == ["4/3 of it"])
    }

    @Test func `a page that is hidden as a whole is read`() {
        let page = PageReader.read(
            HTMLTree(
                parsing: Array("<body><div hidden>\(Self.prose)</div><p>Wait.</p></body>".utf8)))
        var verdict = BodyVerdict(kept: page.passages.map { _ in true }, quality: 1)
        HiddenLines(page: page, odds: []).drop(from: &verdict)
        #expect(verdict.deletions.isEmpty)
    }

    @Test func `what is shown stands for its hidden copy`() {
        let words = "The growers of the hill came on Monday and saw the new trees."
        let page = PageReader.read(
            HTMLTree(
                parsing: Array(
                    "<body>\(Self.prose)<div class='hidden'><p>\(words)</p></div><div><p>\(words)</p></div></body>"
                        .utf8)))
        var kept = page.passages.map { _ in true }
        kept[kept.count - 1] = false
        var verdict = BodyVerdict(kept: kept, quality: 1)
        HiddenLines(page: page, odds: page.passages.map { _ in 0.9 }).drop(from: &verdict)
        #expect(verdict.kept.suffix(2) == [false, true])
    }

    @Test(arguments: [
        "style='position:absolute;clip:rect(0 0 0 0);width:1px'", "class='is_blind'",
        "class='visually-hidden'",
    ])
    func `what is only read aloud is no part of a line`(attribute: String) {
        let html =
            "<p>See the <a href='/a'>map<span \(attribute)>, opens new tab</span></a> of it.</p>"
        let page = PageReader.read(HTMLTree(parsing: Array("<body>\(html)</body>".utf8)))
        #expect(page.passages.indices.map(page.string) == ["See the map of it."])
    }

    @Test func `letters that vanish between others that have a size are read`() {
        let html =
            "<div style='font-size:0'><p style='font-size:16px'>Words of the text itself.</p></div>"
        #expect(left(html) == ["Words of the text itself."])
    }

    @Test func `letters that a style brings back are read`() {
        let html =
            "<p>Six <span style='font-size:0'><b style='font-size:1em'>ripe</b></span> pears.</p>"
        let page = PageReader.read(HTMLTree(parsing: Array("<body>\(html)</body>".utf8)))
        #expect(page.passages.indices.map(page.string) == ["Six ripe pears."])
    }

    @Test(arguments: [
        "<h3><button aria-controls=s1>Fees</button></h3><div id=s1 hidden><p>Words of the text itself.</p></div>",
        "<a aria-controls=s2 role=button>Fees</a><div><div id=s2 style='display:none'><p>Words of the text itself.</p></div></div>",
        "<h3><button aria-expanded=false>Fees</button></h3><div hidden role=region><p>Words of the text itself.</p></div>",
        "<p style='display:none'>Words of the text itself.</p><p><a class=read-more href='#'>Read more</a></p>",
        "<span class=x><a href='javascript:void(0)'>Fees</a></span><div style='display:none'><p>Words of the text itself.</p></div>",
        "<div class='wow fadeIn' style='visibility: hidden'><p>Words of the text itself.</p></div>",
        "<p class='js-reveal' style='visibility:hidden;opacity:0'>Words of the text itself.</p>",
        "<p><b hidden>0007 of a long list of numbers that only a program reads</b>Words of the text itself.</p>",
    ])
    func `keeps what a button names, and what a script shows as one scrolls`(html: String) {
        #expect(left("<div>\(html)</div>").contains { $0.hasSuffix("Words of the text itself.") })
    }
}
