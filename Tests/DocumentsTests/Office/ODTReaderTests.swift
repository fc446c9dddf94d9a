import BriefModel
import Testing

@testable import Documents

@Suite struct ODTReaderTests {
    private static let namespaces =
        [
            "office", "text", "table", "style", "meta", "manifest",
        ].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }.joined(
            separator: " ")
        + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
        + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""

    private func read(
        _ body: String, styles: String = "", _ more: [String: String] = [:]
    ) throws -> PackedDocument {
        let content =
            "<office:document-content \(Self.namespaces)><office:automatic-styles>\(styles)</office:automatic-styles>"
            + "<office:body><office:text>\(body)</office:text></office:body></office:document-content>"
        var files = ["content.xml": content]
        for (name, text) in more {
            files[name] = text.replacing("NAMESPACES", with: Self.namespaces)
        }
        return try ODTReader.read(FilesInMemory(files: files))
    }

    @Test func `keeps headings, runs and line breaks`() throws {
        let read = try read(
            "<text:h text:outline-level=\"2\">Tides</text:h><text:p>A <text:span text:style-name=\"T1\">loud</text:span>"
                + " bell,<text:s text:c=\"2\"/>twice<text:line-break/>a day.</text:p>",
            styles:
                "<style:style style:name=\"T1\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
        )
        #expect(read.body == "<h2>Tides</h2><p>A <b>loud</b> bell,  twice<br>a day.</p>")
    }

    @Test func `leaves tracked deletions, remarks and contents out`() throws {
        let read = try read(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion></text:changed-region></text:tracked-changes>"
                + "<text:table-of-content><text:index-body><text:p>Tides 3</text:p></text:index-body></text:table-of-content>"
                + "<text:p>Here<office:annotation><text:p>really?</text:p></office:annotation>.</text:p>"
        )
        #expect(read.body == "<p>Here.</p>")
    }

    @Test func `nests lists, counted by their styles`() throws {
        let read = try read(
            "<text:list text:style-name=\"L1\"><text:list-item><text:p>one</text:p><text:list><text:list-item>"
                + "<text:p>a</text:p></text:list-item></text:list></text:list-item></text:list>",
            styles:
                "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\"/>"
                + "<text:list-level-style-bullet text:level=\"2\"/></text:list-style>")
        #expect(read.body == "<ol><li>one<ul><li>a</li></ul></li></ol>")
    }

    @Test func `puts notes behind the text and boxes behind their paragraph`() throws {
        let read = try read(
            "<text:p>Ships<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Counted.</text:p></text:note-body></text:note>"
                + "<draw:frame><draw:text-box><text:p>Aside.</text:p></draw:text-box></draw:frame>.</text:p>"
        )
        #expect(
            read.body
                == "<p>Ships<sup><a href=\"#note-1\">1</a></sup>.</p><p>Aside.</p><hr><div id=\"note-1\"><p>Counted.</p></div>"
        )
    }

    @Test func `spans cells and leaves covered ones out`() throws {
        let read = try read(
            "<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned=\"2\"><text:p>Bells</text:p></table:table-cell>"
                + "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>North</text:p></table:table-cell>"
                + "<table:table-cell><text:p>3</text:p></table:table-cell></table:table-row></table:table>"
        )
        #expect(
            read.body
                == "<table><tr><th colspan=\"2\"><p>Bells</p></th></tr><tr><td><p>North</p></td><td><p>3</p></td></tr></table>"
        )
    }

    @Test func `takes facts from the properties`() throws {
        let facts = try read(
            "<text:p>Prose.</text:p>",
            [
                "meta.xml":
                    "<office:document-meta NAMESPACES><office:meta><dc:title>On Ferries</dc:title><meta:initial-creator>Ada Lindqvist</meta:initial-creator>"
                    + "<dc:creator>Somebody Else</dc:creator><meta:creation-date>2020-01-02T03:04:05</meta:creation-date><dc:language>de-CH</dc:language></office:meta></office:document-meta>"
            ]
        ).known
        #expect(facts.title == "On Ferries")
        #expect(facts.authors == ["Ada Lindqvist"])
        #expect(facts.published == "2020-01-02")
        #expect(facts.language == "de-CH")
    }

    @Test func `says that a document has a password`() {
        let manifest =
            "<manifest:manifest NAMESPACES><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
        #expect(
            throws: DocumentsError(.encrypted, "it is protected by a password; save it without one")
        ) {
            try read("<text:p/>", ["META-INF/manifest.xml": manifest])
        }
    }
}
