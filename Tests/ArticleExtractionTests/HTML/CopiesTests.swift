import Testing

@testable import ArticleExtraction

/// Of whole pages: a feed's own content is kept as it is.
@Suite struct CopiesTests {
    private static let first =
        "The mill on the upper weir has ground barley for three villages since the old king, and nobody doubts the book that the miller keeps about every sack."
    private static let second =
        "When the water is low in August the stones stand still, and the villagers carry their sacks over the ridge to the wind mill, which takes a tenth part more."
    private static let third =
        "The council has voted to dredge the leat before the next dry summer, provided that the fishermen of the lower village agree to it in writing."

    private func text(_ body: String) -> String {
        let page =
            "<html><head><title>The mill</title></head><body><article><h1>The mill</h1>\(body)</article></body></html>"
        return TextWriter.write(
            HTMLDocumentReader.read(Array(page.utf8), url: nil, scope: .page, judge: .shared).body
                .blocks)
    }

    @Test func `keeps a pull quote once`() {
        let quote = "nobody doubts the book that the miller keeps about every sack"
        for around in ["<blockquote class=pullquote><p>", "<aside><p>", "<blockquote><p>"] {
            let found = text(
                "<p>\(Self.first)</p>\(around)\(quote)</p></aside></blockquote><p>\(Self.second)</p><p>\(Self.third)</p>"
            )
            #expect(
                found == [Self.first, Self.second, Self.third].joined(separator: "\n"), "\(around)")
        }
    }

    @Test func `keeps a table once that narrow screens show as cards`() {
        let rows = [("2023", "910"), ("2024", "940"), ("2025", "951")]
        let table =
            "<table><tr><th>Year</th><th>Sacks</th></tr>"
            + rows.map { "<tr><td>\($0.0)</td><td>\($0.1)</td></tr>" }.joined() + "</table>"
        let cards = rows.map {
            "<div><div>Year:</div><div>\($0.0)</div><div>Sacks:</div><div>\($0.1)</div></div>"
        }.joined()
        let short = rows.map { "<h4>\($0.0)</h4><p>Sacks: \($0.1)</p>" }.joined()
        for html in [table + short, table + "<div>\(cards)</div>", "<div>\(cards)</div>" + table] {
            let found = text("<p>\(Self.first)</p>\(html)<p>\(Self.second)</p><p>\(Self.third)</p>")
            #expect(found.ranges(of: "951").count == 1, "\(found)")
        }
    }

    @Test func `keeps a quotation of what stands nowhere else`() {
        let quote =
            "The stones have never stood still as long as this summer, says the miller of the lower mill."
        let found = text(
            "<p>\(Self.first)</p><blockquote><p>\(quote)</p></blockquote><p>\(Self.second)</p><p>\(Self.third)</p>"
        )
        #expect(found.contains(quote))
    }

    @Test func `keeps lines that recur under the same names`() {
        func card(_ name: String) -> String {
            "<div class='card desktop-third'><h3>\(name)</h3><p>A mill of the upper valley.</p></div>"
        }
        let found = text(
            "<p>\(Self.first)</p>\(card("The old mill"))\(card("The wind mill"))<p>\(Self.second)</p><p>\(Self.third)</p>"
        )
        #expect(found.components(separatedBy: "A mill of the upper valley.").count == 3)
    }

    @Test func `keeps one of two copies for screens of two sizes`() {
        let found = text(
            "<p>\(Self.first)</p><div class=show-desktop><p>\(Self.second)</p></div><div class=show-mobile><p>\(Self.second)</p></div><p>\(Self.third)</p>"
        )
        #expect(found == [Self.first, Self.second, Self.third].joined(separator: "\n"))
    }

    @Test(arguments: [
        ("hidden md:block", "md:hidden"), ("d-none d-lg-block", "d-lg-none"),
        ("desktop-only", "mobile-only"),
    ])
    func `keeps one of two copies for screens, with its headings and short lines`(
        wide: String, narrow: String
    ) {
        let copy =
            "<h2>Tolls</h2><p>A sack in ten goes to the miller of the weir.</p><p>Always.</p>"
        let found = text(
            "<p>\(Self.first)</p><div class='\(wide)'>\(copy)</div><div class='\(narrow)'>\(copy)</div><p>\(Self.second)</p><p>\(Self.third)</p>"
        )
        #expect(found.ranges(of: "Tolls").count == 1)
        #expect(found.ranges(of: "A sack in ten").count == 1)
    }

    @Test func `keeps one of two lists of a few words for screens of two sizes`() {
        let copy = "<h3>Tolls</h3><ul><li>One sack</li><li>Two eggs</li></ul>"
        let found = text(
            "<p>\(Self.first)</p><div class='lg:hidden'>\(copy)</div><p>\(Self.second)</p><div class='hidden lg:block'>\(copy)</div><p>\(Self.third)</p>"
        )
        #expect(found.ranges(of: "Two eggs").count == 1 && found.ranges(of: "Tolls").count == 1)
        let shown = text(
            "<p>\(Self.first)</p><div class='lg:block'>\(copy)</div><p>\(Self.second)</p><div class='lg:block'>\(copy)</div><p>\(Self.third)</p>"
        )
        #expect(shown.ranges(of: "Two eggs").count == 2)
    }

    @Test func `says a summary once that is a paragraph of the text`() {
        let found = text(
            "<div class=summary>\(Self.second)</div><div><p>\(Self.first)</p><p>\(Self.second)</p><p>\(Self.third)</p></div>"
        )
        #expect(found == [Self.first, Self.second, Self.third].joined(separator: "\n"))
    }

    @Test func `says a beginning once that stands before the whole text`() {
        let start = "<p>By Ann Quay</p><p>\(Self.first)</p><p>\(Self.second)</p>"
        let found = text("<div>\(start)</div><div>\(start)<p>\(Self.third)</p></div>")
        #expect(found.ranges(of: Self.first).count == 1 && found.ranges(of: Self.second).count == 1)
        #expect(found.hasSuffix([Self.first, Self.second, Self.third].joined(separator: "\n")))
    }

    @Test func `keeps what recurs in the course of a text`() {
        let refrain =
            "And the wheel went round, and the stones went round, and the miller slept by the weir."
        let verses = "<p>\(refrain)</p><p>\(Self.first)</p><p>\(refrain)</p><p>\(Self.second)</p>"
        #expect(text("<div>\(verses)</div>").ranges(of: refrain).count == 2)
        let sections =
            "<h2>One</h2><div><p>\(Self.first)</p><p>\(refrain)</p></div>"
            + "<h2>Two</h2><div><p>\(Self.second)</p><p>\(refrain)</p></div>"
        #expect(text(sections).ranges(of: refrain).count == 2)
    }
}
