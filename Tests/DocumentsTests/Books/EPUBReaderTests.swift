import BriefModel
import Testing

@testable import Documents

@Suite struct EPUBReaderTests {
    private func book(_ more: [String: String] = [:]) -> EPUBReader {
        var files = [
            "META-INF/container.xml":
                "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"OEBPS/a%20book.opf\"/></rootfiles></container>",
            "OEBPS/a book.opf": """
            <package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <metadata><dc:title>On Ferries</dc:title><dc:creator>Ada Lindqvist</dc:creator><dc:creator>Radu Petrescu</dc:creator>
            <dc:language>en</dc:language><dc:date>2018-05-06</dc:date></metadata>
            <manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            <item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/>
            <item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/>
            <item id="b" href="text/two.xhtml" media-type="application/xhtml+xml"/>
            <item id="p" href="map.png" media-type="image/png"/></manifest>
            <spine><itemref idref="c"/><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref idref="p"/></spine>
            <guide><reference type="cover" href="cover.xhtml"/></guide></package>
            """,
            "OEBPS/nav.xhtml":
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><nav><a href=\"text/two.xhtml#x\">Of Tides</a><a href=\"text/two.xhtml#y\">Of Ropes</a></nav></html>",
            "OEBPS/cover.xhtml": "<html/>", "OEBPS/text/one.xhtml": "<html>one</html>",
            "OEBPS/text/two.xhtml": "<html>two</html>",
        ]
        files.merge(more) { _, new in new }
        return EPUBReader(FilesInMemory(files: files))
    }

    @Test func `gives the chapters in the order of reading, without cover and navigation`() throws {
        let (chapters, facts) = try book().chapters()
        #expect(chapters.map(\.name) == ["OEBPS/text/two.xhtml", "OEBPS/text/one.xhtml"])
        #expect(chapters.map(\.title) == ["Of Tides", nil])
        #expect(facts.title == "On Ferries")
        #expect(facts.authors == ["Ada Lindqvist", "Radu Petrescu"])
        #expect(facts.language == "en")
        #expect(facts.published == "2018-05-06")
    }

    private func encryption(_ method: String) -> [String: String] {
        [
            "META-INF/encryption.xml":
                "<encryption xmlns:e=\"http://www.w3.org/2001/04/xmlenc#\"><e:EncryptedData><e:EncryptionMethod Algorithm=\"\(method)\"/>"
                + "<e:CipherData><e:CipherReference URI=\"OEBPS/text/one.xhtml\"/></e:CipherData></e:EncryptedData></encryption>"
        ]
    }

    @Test func `tells a protected book from one with scrambled fonts`() throws {
        #expect(throws: DocumentsError.self) {
            try book(encryption("http://www.w3.org/2001/04/xmlenc#aes256-cbc")).chapters()
        }
        let fonts = try book(encryption("http://www.idpf.org/2008/embedding")).chapters()
        #expect(fonts.chapters.count == 2)
    }

    @Test func `does without a navigation that is damaged`() throws {
        #expect(try book(["OEBPS/nav.xhtml": "<html"]).chapters().chapters.count == 2)
    }

    @Test func `refuses a package that names no book`() {
        #expect(throws: DocumentsError.self) {
            try EPUBReader(FilesInMemory(files: [:])).chapters()
        }
    }
}
