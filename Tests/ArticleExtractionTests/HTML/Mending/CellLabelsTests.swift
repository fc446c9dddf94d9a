import Testing

@testable import ArticleExtraction

@Suite struct CellLabelsTests {
    private func cell(_ html: String) -> String {
        let table =
            "<table><tr><th>Tree</th><th>Bears</th></tr><tr><td>Pear</td><td>\(html)</td></tr></table>"
        return String(markdown(of: table).split(separator: "\n").last ?? "")
    }

    @Test(arguments: [
        "<img src='/y.png' alt='Yes' width=16 height=16>",
        "<i class='fa fa-times' aria-label='Yes'></i>",
        "<svg role=img aria-label='Yes'><path d='M0'/></svg>", "<span title='Yes'></span>",
        "<span class='sr-only'>Yes</span><i class='icon'></i>",
        "<img class='icon' alt='Yes' src='/y.svg'>",
    ])
    func `a sign stands for what it says of itself`(html: String) {
        #expect(cell(html) == "| Pear | Yes |")
    }

    @Test(arguments: [
        ("<i class='fa fa-check'></i>", "✓"), ("<span class='icon-check'></span>", "✓"),
        ("<i class='bi bi-x close'></i>", "✗"), ("<i class='glyphicon glyphicon-star'></i>", ""),
    ])
    func `ticks and crosses of fonts of icons are characters`(html: String, sign: String) {
        #expect(cell(html) == "| Pear | \(sign) |")
    }

    @Test(arguments: ["12 <i class='fa fa-check' aria-label='checked'></i>", "12"])
    func `a cell with words keeps them alone`(html: String) {
        #expect(cell(html) == "| Pear | 12 |")
    }

    @Test(arguments: [
        "<span aria-hidden='true'>Bears</span>in May", "<div class='cell-label'>Bears:</div>in May",
    ])
    func `the head of its column is said once`(html: String) {
        #expect(cell(html) == "| Pear | in May |")
    }

    @Test(arguments: ["<b>Bears</b> in May", "<span aria-hidden='true'>Often</span> in May"])
    func `other words stay`(html: String) {
        #expect(cell(html).hasSuffix("in May |"))
        #expect(cell(html) != "| Pear | in May |")
    }
}
