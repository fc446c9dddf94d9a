import Testing

@testable import ArticleExtraction

@Suite struct HidingStylesTests {
    private static let prose = String(
        repeating:
            "<p>The growers of the valley met on Sunday to settle whether the old trees should stand.</p>",
        count: 4)
    private static let draft = "An old draft of these words."

    private func left(_ html: String, styles: String) -> [String] {
        let page = PageReader.read(
            PageTree.read(
                Array("<head>\(styles)</head><body>\(Self.prose)\(html)</body>".utf8), isUTF8: true)
        )
        var verdict = BodyVerdict(kept: page.passages.map { _ in true }, quality: 1)
        HiddenLines(page: page, odds: page.passages.map { _ in 0.9 }).drop(from: &verdict)
        return page.passages.indices.dropFirst(4).filter { verdict.kept[$0] }.map(page.string)
    }

    private static let box =
        "<div class='k'><div class='o a' id='i'><p>\(draft)</p></div></div>"

    @Test(arguments: [
        ".o{display:none}", ".b, .o { DISPLAY : none !important }", "#i{visibility:hidden}",
        ".k .o{display:none}", ".k>.o{display:none}", "div.o.a{display:none}", ".k #i{font-size:0}",
        ".o{position:absolute;left:-9999px}", ".o{position:absolute;clip:rect(0,0,0,0)}",
        ".o{height:0;overflow:hidden}", ".o{max-height:0px;overflow:hidden}",
        "@media screen{.o{display:none}}", "@media only screen { .o{display:none} }",
        ".o{display:none}@media print{.o{display:block}}", ".o{display:block}.o{display:none}",
        "/* {} */ @import 'x.css'; .o{display:none}", ".o{display:none}div{display:block}",
        "@supports (display:grid){.b{display:grid}} .o{display:none}",
    ])
    func `drops what a rule of the page hides`(sheet: String) {
        #expect(left(Self.box, styles: "<style>\(sheet)</style>").isEmpty)
    }

    @Test(arguments: [
        "@media print{.o{display:none}}", "@media (max-width:600px){.o{display:none}}",
        ".o{display:none}.o.open{display:block}", ".o{display:none}.k:hover .o{display:block}",
        ".o{display:none}.o{display:block}",
        ".o{display:none}@media (min-width:9em){.o{display:flex}}",
        "/* .o{display:none} */", "@keyframes o{from{visibility:hidden}}", ".o{height:0}",
        ".o{max-height:0;overflow:hidden;-webkit-transition:max-height .2s}",
        ".o{display:none;animation:rise 1s}", ".o:not(.a){display:none}", ".k>p.o{display:none}",
        "section .o{display:none}",
        "div{display:none}", "body .o{display:none}", ".o::before{display:none}",
        "@font-face{src:url(x)} .b{display:none}", ".o{opacity:0}",
    ])
    func `keeps what a rule shows again, or hides elsewhere`(sheet: String) {
        #expect(left(Self.box, styles: "<style>\(sheet)</style>") == [Self.draft])
    }

    @Test(arguments: [
        "<style media=print>.o{display:none}</style>",
        "<noscript><style>.o{display:none}</style></noscript>",
        "<script>'<style>.o{display:none}</style>'</script>",
        "<!-- <style>.o{display:none}</style> -->",
        "<template><style>.o{display:none}</style></template>",
    ])
    func `hears only the sheets that count on a screen`(styles: String) {
        #expect(left(Self.box, styles: styles) == [Self.draft])
    }

    @Test func `keeps cards and slides, which are shown one after the other`() {
        let text = "A customer says at some length what she thinks of it."
        let card = "<div class='o'><p>\(text)</p></div>"
        let styles = "<style>.o{display:none}</style>"
        #expect(left(card + card, styles: styles).isEmpty)
        #expect(left(card + card + card, styles: styles) == [text, text, text])
        let mark = "<div class='o'><p>Print</p></div>"
        #expect(left(mark + mark + mark, styles: styles).isEmpty)
    }

    @Test func `what a button beside it opens stays`() {
        let html = "<div><button>More</button><div class='o'><p>\(Self.draft)</p></div></div>"
        let styles = "<style>.o{max-height:0;overflow:hidden}</style>"
        #expect(left(html, styles: styles) == [Self.draft])
    }

    @Test func `words of a line that a rule hides are none of it`() {
        let html = "<p>It rose to <span class='o'>0009</span>9 marks.</p>"
        #expect(left(html, styles: "<style>.o{display:none}</style>") == ["It rose to 9 marks."])
    }

    @Test func `reads hostile sheets in a moment`() {
        let deep = String(repeating: "@media screen{", count: 20_000)
        let many = String(repeating: ".o,.o .o,.o>.o{display:none}", count: 20_000)
        let open = String(repeating: "<style>", count: 20_000)
        for sheet in [deep, many, open] {
            _ = left(Self.box, styles: "<style>\(sheet)</style>")
        }
    }
}
