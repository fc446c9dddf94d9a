import Testing

@testable import ArticleExtraction

@Suite struct StructureMenderTests {
    @Test(arguments: [
        "<h2>Flow<a class=headerlink href=#flow title=Permalink>¶</a></h2>",
        "<h2 id=flow>Flow <a href=#flow class=anchor>#</a></h2>",
        "<h2>Flow<a href='#flow' class=hash-link aria-label='Direct link'>&#8203;</a></h2>",
        "<h2>Flow<span class=mw-editsection>[<a href='/w?edit'>edit</a>]</span></h2>",
        "<h2>Flow [<a href='/w?action=edit&amp;section=2'>Bearbeiten</a>]</h2>",
        "<h2>Flow [<a href='/w?veaction=edit'>edit</a> | <a href='/w?action=edit'>edit source</a>]</h2>",
        "<h2>Flow <button>Copy link</button><span class=visually-hidden>Link to this section</span></h2>",
        "<h2><button aria-expanded=false>Flow<span class=toggle>Show</span></button></h2>",
        "<button><h2>Flow</h2></button>",
    ])
    func `leaves of a heading its words`(html: String) {
        #expect(
            markdown(of: html + "<p>It is low in August.</p>") == "## Flow\n\nIt is low in August.")
    }

    @Test func `takes the sign off that leads to its own place`() {
        let html =
            "<dl><dt>load(path)<a class=headerlink href='#load' title='Link'>¶</a></dt><dd>Reads it.</dd></dl><p>See <a href='#x'>#</a>.</p>"
        let found = markdown(of: html)
        #expect(!found.contains("¶") && found.contains("load(path)") && found.contains("#"))
    }

    @Test func `keeps brackets of a heading that lead to no editor`() {
        #expect(
            markdown(of: "<h2>Flow [<a href='/notes'>notes</a>]</h2><p>Low.</p>").contains("notes"))
    }

    @Test func `keeps a heading that is a link`() {
        #expect(markdown(of: "<h2><a href='#flow'>Flow of 2024</a></h2>").contains("Flow of 2024"))
    }

    @Test func `nests a list that stands right in a list`() {
        let html = "<ul><li>Outer</li><ul><li>Inner</li></ul><li>Next</li></ul>"
        #expect(markdown(of: html) == "- Outer\n\n  - Inner\n- Next")
    }

    @Test func `makes a list of items that stand in none`() {
        #expect(
            markdown(of: "<div><li>One</li> <li>Two</li></div><p>End.</p>")
                == "- One\n- Two\n\nEnd.")
    }

    @Test func `shows a shadow tree with its slots filled`() {
        let html = """
            <x-card><template shadowrootmode=open><h3><slot name=t></slot></h3><p>By the mill:</p>
            <div><slot>nothing</slot></div></template><p>The body.</p><span slot=t>The title</span></x-card>
            """
        #expect(text(of: html) == "The title\nBy the mill:\nThe body.")
    }

    @Test func `takes spans that are blocks for blocks`() {
        #expect(
            text(
                of:
                    "<p><span style='display:block'>One.</span><span style='display: block'>Two.</span></p>"
            ) == "One.\nTwo.")
    }
}

@Suite struct TableRolesTests {
    @Test(arguments: [
        "<div role=table><div role=row><span role=columnheader>Year</span><span role=columnheader>Sacks</span></div><div role=row><span role=cell>2024</span><span role=cell>110</span></div></div>",
        "<div class=divTable><div class=divTableRow><div class=divTableHead>Year</div><div class=divTableHead>Sacks</div></div><div class=divTableRow><div class=divTableCell>2024</div><div class=divTableCell>110</div></div></div>",
    ])
    func `reads tables made of other elements`(html: String) {
        #expect(markdown(of: html) == "| Year | Sacks |\n| --- | --- |\n| 2024 | 110 |")
    }

    @Test func `reads tables made by style`() {
        let row =
            "<div style='display: table-row'><div style='display:table-cell'>a</div><div style='display:table-cell'>b</div></div>"
        #expect(text(of: "<div style='display:table'>\(row)\(row)</div>") == "a b\na b")
    }

    @Test func `takes no layout for a table`() {
        let html =
            "<div class=table><div class=row><p>Some words.</p></div><div class=row><p>More words.</p></div></div>"
        #expect(text(of: html) == "Some words.\nMore words.")
    }
}
