import Testing

@testable import ArticleExtraction

@Suite struct TableGridTests {
    @Test func `keeps figures under their year where a cell reaches down`() {
        let html = """
            <table><tr><th>Region</th><th>Year</th><th>Tonnes</th></tr>
            <tr><td rowspan=2>North</td><td>2024</td><td>110</td></tr><tr><td>2025</td><td>140</td></tr>
            <tr><td>South</td><td>2024</td><td>75</td></tr></table>
            """
        #expect(
            markdown(of: html) == """
                | Region | Year | Tonnes |
                | --- | --- | --- |
                | North | 2024 | 110 |
                |  | 2025 | 140 |
                | South | 2024 | 75 |
                """)
    }

    @Test func `keeps columns under a head of two rows`() {
        let html = """
            <table><thead><tr><th rowspan=2>Village</th><th colspan=2>Sacks</th></tr><tr><th>2024</th><th>2025</th></tr></thead>
            <tbody><tr><th>Upper</th><td>10</td><td>12</td></tr></tbody></table>
            """
        #expect(
            markdown(of: html) == """
                | Village | Sacks |  |
                | --- | --- | --- |
                |  | 2024 | 2025 |
                | Upper | 10 | 12 |
                """)
    }

    @Test func `bounds what spans add`() {
        let cells = String(repeating: "<td colspan=1000 rowspan=1000>a</td>", count: 200)
        let html = "<table><tr>\(cells)</tr><tr>\(cells)</tr></table>"
        #expect(markdown(of: html).utf8.count < 20 * html.utf8.count)
    }

    @Test func `keeps the items of a cell apart`() {
        let html =
            "<table><tr><td>Boats</td><td><ul><li>Heron</li><li>Plover</li></ul></td></tr><tr><td>Note</td><td>a<br>b</td></tr></table>"
        #expect(text(of: html) == "Boats Heron, Plover\nNote a b")
    }
}

@Suite struct ListItemsTests {
    @Test(arguments: [
        ("<ol start=5><li>a</li><li value=9>b</li><li>c</li></ol>", "5. a\n\n9) b\n10) c"),
        ("<ol reversed><li>a</li><li>b</li></ol>", "2. a\n\n1) b"),
        ("<ol type=a><li>boats</li><li>gates</li></ol>", "- a. boats\n- b. gates"),
        ("<ol type=I start=4><li>boats</li></ol>", "- IV. boats"),
        (
            "<ol style='list-style-type: lower-roman'><li>boats</li><li>gates</li></ol>",
            "- i. boats\n- ii. gates"
        ),
        ("<ol start=-2><li>a</li></ol>", "1. a"),
    ])
    func `numbers items as the page does`(html: String, written: String) {
        #expect(markdown(of: html) == written)
    }
}

@Suite struct VerseLinesTests {
    @Test func `keeps the lines of a verse in one block`() {
        let lines = [
            "The sea is not a neighbour of the town and never was,",
            "it does not say its name to those who ask,",
            "it borrows and it carries and never gives the same.",
        ]
        #expect(
            markdown(of: "<p>\(lines.joined(separator: "<br>\n"))</p>")
                == lines.joined(separator: "\\\n"))
        #expect(
            text(of: "<p>\(lines.joined(separator: "<br>"))</p>") == lines.joined(separator: " "))
    }

    @Test func `keeps paragraphs of prose apart that only a line end parts`() {
        let prose = String(repeating: "The mill turns and the miller writes it down. ", count: 6)
        #expect(text(of: "<p>\(prose)<br>\(prose)</p>").split(separator: "\n").count == 2)
        #expect(
            text(of: "<p>One line of it here, and it is not long.<br><br>Another.</p>").split(
                separator: "\n"
            ).count == 2)
    }
}

@Suite struct SceneBreaksTests {
    @Test(arguments: ["<hr>", "<p>* * *</p>", "<p>***</p>", "<p>⁂</p>", "<p>• • •</p>"])
    func `keeps where a scene ends`(mark: String) {
        #expect(
            markdown(of: "<p>It ended.</p>\(mark)<p>It began.</p>")
                == "It ended.\n\n* * *\n\nIt began.")
        #expect(text(of: "<p>It ended.</p>\(mark)<p>It began.</p>") == "It ended.\nIt began.")
    }
}
