import BriefModel
import Testing

@testable import Documents

@Suite struct RTFReaderTests {
    private func read(_ text: String) throws -> PackedDocument {
        try RTFReader.read(Array(("{\\rtf1\\ansi " + text + "}").utf8))
    }

    @Test func `reads paragraphs and the looks of runs`() throws {
        let read = try read(
            "\\pard A {\\b loud} bell\\super 2\\nosupersub .\\par Twice\\line a day.\\par")
        #expect(read.body == "<p>A <b>loud</b> bell<sup>2</sup>.</p><p>Twice<br>a day.</p>")
    }

    @Test func `decodes bytes by the code page of the font, else of the document`() throws {
        let read = try read(
            "\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}}"
                + "\\f0 caf\\'e9 {\\f1 \\'cc\\'ee\\'f1\\'f2} {\\f2 \\'93\\'fa\\'96\\'7b}\\par")
        #expect(read.body == "<p>café Мост 日本</p>")
    }

    @Test func `takes Unicode characters and passes over what stands in for them`() throws {
        let read = try read(
            "\\uc1\\u1052? \\uc2\\u1086\\'81\\'82{\\uc0\\u1089}\\u1090 ??\\uc1 \\u-10179?\\u-8704?\\par"
        )
        #expect(read.body == "<p>М ост😀</p>")
    }

    @Test func `passes over pictures, heads, codes of fields and what is optional`() throws {
        let read = try read(
            "{\\header Page 1\\par}{\\*\\generator Own;}{\\pict\\pngblip 89504e47}{\\pict\\bin4 }}}}rest}"
                + "{\\field{\\*\\fldinst HYPERLINK \"https://harbour.example/\"}{\\fldrslt the map}}{\\v secret}{\\deleted gone}.\\par"
        )
        #expect(read.body == "<p><a href=\"https://harbour.example/\">the map</a>.</p>")
    }

    @Test func `tells headings and titles by their styles and outline levels`() throws {
        let read = try read(
            "{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s9 Title;}}\\pard\\s9 On Ferries\\par"
                + "\\pard\\s1 Tides\\par\\pard\\outlinelevel1 Ropes\\par\\pard Prose.\\par")
        #expect(read.body == "<h1>On Ferries</h1><h1>Tides</h1><h2>Ropes</h2><p>Prose.</p>")
        #expect(read.known.title == "On Ferries")
    }

    @Test func `takes the line above the text for its title where it is set in larger letters`()
        throws
    {
        let larger = "{\\b\\fs36 On Ferries\\par}\\pard\\fs22 Prose.\\par More prose.\\par"
        #expect(try read(larger).known.title == "On Ferries")
        let alike = "{\\b On Ferries\\par}\\pard Prose.\\par More prose.\\par"
        #expect(try read(alike).known.title == nil)
        #expect(try read("\\fs36 On Ferries\\par Prose.\\par").known.title == nil)
    }

    @Test func `makes items of paragraphs with a mark`() throws {
        let read = try read(
            "\\pard\\ls1{\\listtext\\'b7\\tab}one\\par\\pard\\ls1\\ilvl1{\\listtext 1.\\tab}a\\par\\pard Prose.\\par"
        )
        #expect(read.body == "<ul><li>one<ol><li>a</li></ol></li></ul><p>Prose.</p>")
    }

    @Test func `makes items of marks that are written as text`() throws {
        let read = try read(
            "\\pard\\li360\\fi-360\\bullet\\tab one\\par\\pard\\bullet\\tab two\\par\\pard A\\tab B\\par"
        )
        #expect(read.body == "<ul><li>one</li><li>two</li></ul><p>A\tB</p>")
    }

    @Test func `makes rows of cells`() throws {
        let read = try read(
            "\\trowd\\cellx1\\cellx2\\pard\\intbl Bells\\cell 3\\cell\\row\\trowd\\pard\\intbl Ferries\\cell 4\\cell\\row\\pard Prose.\\par"
        )
        #expect(
            read.body
                == "<table><tr><td>Bells</td><td>3</td></tr><tr><td>Ferries</td><td>4</td></tr></table><p>Prose.</p>"
        )
    }

    @Test func `puts notes behind the text`() throws {
        let read = try read("Ships{\\super\\chftn}{\\footnote\\pard\\plain Counted.\\par}.\\par")
        #expect(
            read.body
                == "<p>Ships<sup><a href=\"#note-1\">1</a></sup>.</p><hr><div id=\"note-1\"><p>Counted.</p></div>"
        )
    }

    @Test func `takes facts from the information`() throws {
        let facts = try read(
            "{\\info{\\title On Ferries}{\\author Ada Lindqvist}{\\creatim\\yr2019\\mo6\\dy9\\hr1}}Prose.\\par"
        ).known
        #expect(facts.title == "On Ferries")
        #expect(facts.authors == ["Ada Lindqvist"])
        #expect(facts.published == "2019-06-09")
    }

    @Test func `says that a file ends in the middle`() {
        #expect(throws: DocumentsError(.damaged, "it ends in the middle; copy it again")) {
            try RTFReader.read(Array("{\\rtf1 Ships {\\b ".utf8))
        }
        #expect(throws: DocumentsError.self) {
            try RTFReader.read(Array(("{\\rtf1" + String(repeating: "{", count: 100_000)).utf8))
        }
    }
}
