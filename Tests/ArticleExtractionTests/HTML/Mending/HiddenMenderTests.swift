import Testing

@testable import ArticleExtraction

@Suite struct HiddenMenderTests {
    @Test(arguments: [
        "<span style='display:none'>0007</span>", "<span hidden>0007</span>",
        "<span class='d-none'>0007</span>", "<b style='visibility: hidden'>0007</b>",
        "<i class=hidden>00<em>07</em></i>", "<span class='lg:hidden'>0007</span>",
        "<span class='d-md-none'>0007</span>",
        "<span class='wow fadeIn' style='display:none'>0007</span>",
    ])
    func `takes out of a line what the page does not show`(html: String) {
        #expect(text(of: "<p>\(html)Seven pears fell.</p>") == "Seven pears fell.")
        #expect(text(of: "<p>Seven \(html)pears fell.</p>") == "Seven pears fell.")
        #expect(text(of: "<ul><li>Pears \(html)</li><li>Plums</li></ul>") == "Pears\nPlums")
    }

    @Test(arguments: [
        "<span hidden='until-found'>0007</span>", "<span aria-hidden=true>0007</span>",
        "<span class='hidden md:inline'>0007</span>", "<span class=overflow-hidden>0007</span>",
        "<span style='display:inline'>0007</span>",
        "<span style='-webkit-backface-visibility: hidden; backface-visibility:hidden'>0007</span>",
        "<span class='wow fadeIn' style='visibility: hidden'>0007</span>",
        "<b class=js-reveal style='visibility:hidden;opacity:0'>0007</b>",
    ])
    func `keeps what some screen shows`(html: String) {
        #expect(text(of: "<p>Seven \(html) pears fell.</p>") == "Seven 0007 pears fell.")
    }

    @Test func `leaves the mark that parts what stands around it`() {
        #expect(
            text(
                of:
                    "<h2><span>The pears</span><span class=hidden>: </span><span>None fell</span></h2>"
            )
                == "The pears: None fell")
    }

    @Test func `shows the cell beside a key to sort by`() {
        let table = """
            <table><tr><th>Year</th><th>Pears</th></tr>
            <tr><td><span class=sortkey style="display:none">1980</span><span>c. 1980</span></td><td>4</td></tr>
            <tr><td>1990</td><td><span style="display:none">0012</span>12</td></tr></table>
            """
        #expect(markdown(of: table).hasSuffix("| c. 1980 | 4 |\n| 1990 | 12 |"))
    }

    @Test func `leaves a long text that a click shows, and a formula`() {
        let rest = String(repeating: "and so on through the orchard ", count: 5)
        #expect(
            text(of: "<p>The pears fell <span style='display:none'>\(rest)</span></p>").contains(
                "and so on through"))
        let formula =
            "<p>It is <span style='display:none'><math alttext='x'><mi>x</mi></math></span> pears.</p>"
        #expect(text(of: formula) == "It is x pears.")
    }
}
