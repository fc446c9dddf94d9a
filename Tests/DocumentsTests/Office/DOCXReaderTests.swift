import BriefModel
import Testing

@testable import Documents

@Suite struct DOCXReaderTests {
    private static let namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""

    private func read(_ body: String, _ more: [String: String] = [:]) throws -> PackedDocument {
        let document = "<w:document \(Self.namespaces)><w:body>\(body)</w:body></w:document>"
        var files = ["word/document.xml": document]
        for (name, text) in more {
            files[name] = text.replacing("NAMESPACES", with: Self.namespaces)
        }
        return try DOCXReader.read(FilesInMemory(files: files))
    }

    private func run(_ text: String, _ properties: String = "") -> String {
        "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
    }

    @Test func `tells headings by outline levels, also of styles that others are made of`() throws {
        let styles = """
            <w:styles NAMESPACES>
            <w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
            <w:style w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="berschrift1"/></w:style>
            <w:style w:styleId="Own"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
            <w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
            </w:styles>
            """
        func paragraph(_ style: String, _ text: String) -> String {
            "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(run(text))</w:p>"
        }
        let read = try read(
            paragraph("Titel", "On Ferries") + paragraph("Kapitel", "Tides")
                + paragraph("Own", "Ropes") + paragraph("None", "Prose."),
            ["word/styles.xml": styles])
        #expect(read.body == "<h1>On Ferries</h1><h1>Tides</h1><h3>Ropes</h3><p>Prose.</p>")
        #expect(read.known.title == "On Ferries")
    }

    @Test
    func
        `takes the heading that the text begins with for its title where it has no other of its level`()
        throws
    {
        func heading(_ level: Int, _ text: String) -> String {
            "<w:p><w:pPr><w:outlineLvl w:val=\"\(level)\"/></w:pPr>\(run(text))</w:p>"
        }
        let prose = "<w:p>\(run("Prose."))</w:p>"
        let ferries = heading(0, "On Ferries") + prose
        #expect(try read(ferries).known.title == "On Ferries")
        #expect(try read(ferries + heading(1, "Ropes") + prose).known.title == "On Ferries")
        #expect(try read(ferries + heading(0, "Tides") + prose).known.title == nil)
        #expect(try read(prose + ferries).known.title == nil)
    }

    @Test func `keeps what was inserted, and leaves out what was deleted`() throws {
        let read = try read(
            "<w:p>\(run("The toll "))<w:del><w:r><w:delText>fell</w:delText></w:r></w:del>"
                + "<w:ins>\(run("rose"))</w:ins><w:moveFrom>\(run(" twice"))</w:moveFrom>\(run("."))</w:p>"
        )
        #expect(read.body == "<p>The toll rose.</p>")
    }

    @Test func `joins paragraphs whose ends were deleted`() throws {
        let cut = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>\(run("The gate "))</w:p>"
        let read = try read(
            cut + cut + "<w:p>\(run("is closed."))</w:p><w:p>\(run("Prose."))</w:p>")
        #expect(read.body == "<p>The gate The gate is closed.</p><p>Prose.</p>")
    }

    @Test func `loses no paragraph whose end was deleted where none follows it`() throws {
        func cut(_ text: String) -> String {
            "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>\(run(text))</w:p>"
        }
        let table =
            "<w:tbl><w:tr><w:tc>\(cut("Low"))</w:tc><w:tc><w:p>\(run("High"))</w:p></w:tc></w:tr></w:tbl>"
        let read = try read(cut("Above.") + table + "<w:p>\(run("Prose."))</w:p>" + cut("Below."))
        #expect(
            read.body
                == "<p>Above.</p><table><tr><td><p>Low</p></td><td><p>High</p></td></tr></table><p>Prose.</p><p>Below.</p>"
        )
    }

    @Test func `leaves out what the program shows where nobody has written`() throws {
        func control(_ content: String) -> String {
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
        }
        let paragraph = "<w:p>\(run("Click to enter text."))</w:p>"
        let read = try read(
            control(paragraph) + "<w:p>\(run("Prose"))\(control(run("Click.")))\(run("."))</w:p>")
        #expect(read.body == "<p>Prose.</p>")
    }

    @Test func `shows the results of fields, and not their codes`() throws {
        let field = """
            <w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>\
            <w:r><w:instrText>HYPERLINK "https://harbour.example/a"</w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>the map</w:t></w:r>\
            <w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>.</w:t></w:r></w:p>
            """
        #expect(
            try read(field).body
                == "<p>See <a href=\"https://harbour.example/a\">the map</a>.</p>")
    }

    @Test func `leaves lists of contents out`() throws {
        let contents = """
            <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>\
            <w:sdtContent><w:p><w:r><w:t>Tides 3</w:t></w:r></w:p></w:sdtContent></w:sdt>
            """
        #expect(try read(contents + "<w:p>\(run("Prose."))</w:p>").body == "<p>Prose.</p>")
    }

    @Test func `nests lists by their levels, counted or not`() throws {
        let numbering = """
            <w:numbering NAMESPACES><w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl>
            </w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>
            """
        func item(_ level: Int, _ text: String) -> String {
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>\(run(text))</w:p>"
        }
        let read = try read(
            item(0, "one") + item(1, "a") + item(0, "two") + "<w:p>\(run("Prose."))</w:p>",
            ["word/numbering.xml": numbering])
        #expect(
            read.body == "<ol><li>one<ul><li>a</li></ul></li><li>two</li></ol><p>Prose.</p>")
    }

    @Test func `spans cells over columns and rows`() throws {
        func cell(_ text: String, _ properties: String = "") -> String {
            "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p>\(text.isEmpty ? "" : run(text))</w:p></w:tc>"
        }
        let table =
            "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(cell("Bells", "<w:gridSpan w:val=\"2\"/>"))</w:tr>"
            + "<w:tr>\(cell("North", "<w:vMerge w:val=\"restart\"/>"))\(cell("3"))</w:tr>"
            + "<w:tr>\(cell("", "<w:vMerge/>"))\(cell("4"))</w:tr></w:tbl>"
        #expect(
            try read(table).body
                == "<table><tr><th colspan=\"2\"><p>Bells</p></th></tr>"
                + "<tr><td rowspan=\"2\"><p>North</p></td><td><p>3</p></td></tr>"
                + "<tr><td><p>4</p></td></tr></table>")
    }

    @Test func `puts notes behind the text, with signs that lead to them`() throws {
        let notes = """
            <w:footnotes NAMESPACES><w:footnote w:id="-1"><w:p/></w:footnote>
            <w:footnote w:id="4"><w:p><w:r><w:t>By the port's own count.</w:t></w:r></w:p></w:footnote></w:footnotes>
            """
        let read = try read(
            "<w:p>\(run("Ninety ships"))<w:r><w:footnoteReference w:id=\"4\"/></w:r>\(run("."))</w:p>",
            ["word/footnotes.xml": notes])
        #expect(
            read.body
                == "<p>Ninety ships<sup><a href=\"#note-1\">1</a></sup>.</p>"
                + "<hr><div id=\"note-1\"><p>By the port's own count.</p></div>")
    }

    @Test func `reads a text box once, however many programs it is written for`() throws {
        func box(_ text: String) -> String {
            "<w:txbxContent><w:p>\(run(text))</w:p></w:txbxContent>"
        }
        let read = try read(
            "<w:p>\(run("Prose."))<w:r><mc:AlternateContent><mc:Choice><w:drawing>\(box("Aside."))</w:drawing></mc:Choice>"
                + "<mc:Fallback><w:pict>\(box("Aside."))</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )
        #expect(read.body == "<p>Prose.</p><p>Aside.</p>")
    }

    @Test func `joins runs that are set alike, and leaves hidden ones out`() throws {
        let read = try read(
            "<w:p>\(run("A ", "<w:b/>"))\(run("bell", "<w:b/>"))\(run(" and", "<w:b w:val=\"0\"/>"))"
                + "\(run("secret", "<w:vanish/>"))\(run(" 2"))\(run("nd", "<w:vertAlign w:val=\"superscript\"/>"))</w:p>"
        )
        #expect(read.body == "<p><b>A bell</b> and 2<sup>nd</sup></p>")
    }

    @Test func `takes facts from the properties, where somebody filled them in`() throws {
        func core(_ title: String, _ author: String) -> [String: String] {
            [
                "docProps/core.xml": """
                <p xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">
                <dc:title>\(title)</dc:title><dc:creator>\(author)</dc:creator><t:created>2021-03-04T10:00:00Z</t:created></p>
                """
            ]
        }
        let body = "<w:p>\(run("Prose."))</w:p>"
        let facts = try read(body, core("On Ferries", "Ada Lindqvist;Radu Petrescu")).known
        #expect(facts.title == "On Ferries")
        #expect(facts.authors == ["Ada Lindqvist", "Radu Petrescu"])
        #expect(facts.published == "2021-03-04")
        let made = try read(body, core("Microsoft Word - draft3.doc", "jdoe")).known
        #expect(made.title == nil)
        #expect(made.authors == [])
    }

    @Test(arguments: ["", "<w:document", "<a/>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"])
    func `refuses what is no document`(text: String) {
        #expect(throws: DocumentsError.self) {
            try DOCXReader.read(FilesInMemory(files: ["word/document.xml": text]))
        }
    }
}
