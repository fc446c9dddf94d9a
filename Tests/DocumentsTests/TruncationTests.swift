import BriefModel
import Testing

@testable import Documents

/// Files that were cut off, at twenty places each.
@Suite struct TruncationTests {
    private static let sentences = (1...60).map { "Line \($0) of the register names a boat." }
    private static let last = "Line 60 of the register names a boat."
    private static let plain = sentences.joined(separator: "\r\n")
    private static let page =
        "<!DOCTYPE html><html><head><title>Register</title></head><body>\n"
        + sentences.map { "<p>\($0)</p>\n" }.joined() + "</body></html>\n"

    enum Kind: String, CaseIterable {
        case docx, odt, rtf, epub, mhtml, mhtmlBase64, htmlMail, base64Mail, quotedMail
        case alternativeMail, nestedMail

        var format: DocumentFormat {
            switch self {
            case .docx: .docx
            case .odt: .odt
            case .rtf: .rtf
            case .epub: .epub
            case .mhtml, .mhtmlBase64: .mhtml
            default: .mail
            }
        }
    }

    /// - Parameter inner: how much of the file that holds the text is there, where the file is an archive.
    private static func file(_ kind: Kind, inner: Double = 1) -> [UInt8] {
        func cut(_ text: String) -> String {
            String(decoding: text.utf8.prefix(Int(Double(text.utf8.count) * inner)), as: UTF8.self)
        }
        let head =
            "From: ada@quay.example\r\nSubject: Register\r\nMIME-Version: 1.0\r\nContent-Type: "
        let text: String
        switch kind {
        case .docx:
            var zip = ZIPBuilder()
            zip.add("[Content_Types].xml", "<Types/>")
            zip.add(
                "word/document.xml",
                cut(
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                        + sentences.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
                        + "</w:body></w:document>"))
            return zip.bytes
        case .odt:
            var zip = ZIPBuilder()
            zip.add("mimetype", "application/vnd.oasis.opendocument.text", isDeflated: false)
            zip.add(
                "content.xml",
                cut(
                    "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                        + " xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><o:body><o:text>"
                        + sentences.map { "<t:p>\($0)</t:p>" }.joined()
                        + "</o:text></o:body></o:document-content>"))
            return zip.bytes
        case .epub:
            var zip = ZIPBuilder()
            zip.add("mimetype", "application/epub+zip", isDeflated: false)
            zip.add(
                "META-INF/container.xml",
                "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>"
            )
            zip.add(
                "b.opf",
                "<package xmlns=\"http://www.idpf.org/2007/opf\"><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>"
            )
            zip.add("a.xhtml", cut(page))
            return zip.bytes
        case .rtf: text = "{\\rtf1\\ansi " + sentences.joined(separator: "\\par ") + "}"
        case .mhtml:
            text =
                head
                + "multipart/related; boundary=quay\r\n\r\n--quay\r\nContent-Type: text/html\r\n\r\n"
                + page + "\r\n--quay--\r\n"
        case .mhtmlBase64:
            text =
                head
                + "multipart/related; boundary=quay\r\n\r\n--quay\r\nContent-Type: text/html\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + Self.encoded
                + "\r\n--quay--\r\n"
        case .htmlMail: text = head + "text/html\r\n\r\n" + page
        case .base64Mail:
            text =
                head + "text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Self.encoded
        case .quotedMail:
            text =
                head + "text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + page.replacing("=", with: "=3D").replacing("boat.", with: "b=\r\noat.")
        case .alternativeMail: text = head + Self.alternative
        case .nestedMail:
            text =
                head + "multipart/mixed; boundary=outer\r\n\r\n--outer\r\nContent-Type: "
                + Self.alternative
                + "\r\n--outer\r\nContent-Type: application/zip; name=a.zip\r\n\r\nPK\r\n--outer--\r\n"
        }
        return Array(text.utf8)
    }

    private static let encoded =
        String(decoding: SavedForm.base64(Array(page.utf8)), as: UTF8.self)

    private static let alternative =
        "multipart/alternative; boundary=quay\r\n\r\n--quay\r\nContent-Type: text/plain\r\n\r\n"
        + plain + "\r\n--quay\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n--quay--\r\n"

    /// What is read of a file: the reason why nothing is, or whether all of it is there and whether it says that it is cut.
    private func expectHonest(_ bytes: [UInt8], _ kind: Kind, _ place: String) {
        do throws(DocumentsError) {
            let document = try DocumentUnpacker().document(in: bytes, as: kind.format)
            let isWhole = String(decoding: document.bytes, as: UTF8.self).contains(Self.last)
            #expect(isWhole || document.known.isCut, "\(kind) cut at \(place)")
        } catch {
            #expect([.damaged, .notOfFormat, .nothingReadable].contains(error.code), "\(error)")
            #expect(!error.description.isEmpty)
        }
    }

    @Test(arguments: Kind.allCases)
    func `is whole, or says that it is not, wherever the file ends`(kind: Kind) {
        let file = Self.file(kind)
        for place in 1..<20 {
            expectHonest(Array(file.prefix(file.count * place / 20)), kind, "\(place)/20")
        }
    }

    @Test(arguments: [Kind.docx, .odt, .epub])
    func `is whole, or says that it is not, wherever a file within it ends`(kind: Kind) {
        for place in 1..<20 {
            let file = Self.file(kind, inner: Double(place) / 20)
            expectHonest(file, kind, "\(place)/20 within")
        }
    }

    @Test(arguments: [Kind.docx, .odt], [0.2, 0.5, 0.9])
    func `says that a file within it ends in the middle`(kind: Kind, part: Double) {
        #expect(
            throws: DocumentsError(
                .damaged, "a part of it ends in the middle; copy it again")
        ) {
            try DocumentUnpacker().document(in: Self.file(kind, inner: part), as: kind.format)
        }
    }

    @Test(arguments: Kind.allCases) func `says nothing of what is whole`(kind: Kind) throws {
        let document = try DocumentUnpacker().document(in: Self.file(kind), as: kind.format)
        #expect(!document.known.isCut)
        #expect(String(decoding: document.bytes, as: UTF8.self).contains(Self.last))
    }

    @Test(arguments: [SavedForm.mhtml, .mhtmlQuoted, .mail, .mailQuoted])
    func `says nothing of pages that are kept whole`(form: SavedForm) throws {
        let bytes = form.bytes(of: Array(Self.page.utf8))
        let format: DocumentFormat = form.name.contains(".mht") ? .mhtml : .mail
        #expect(try !DocumentUnpacker().document(in: bytes, as: format).known.isCut)
    }

    @Test func `reads the form that is whole where the other one is cut`() throws {
        let file = Self.file(.alternativeMail)
        let document = try DocumentUnpacker().document(
            in: Array(file.prefix(file.count - 600)), as: .mail)
        #expect(document.type == .text && !document.known.isCut)
        #expect(String(decoding: document.bytes, as: UTF8.self).contains(Self.last))
    }

    /// Programs that leave out the last delimiter of a part within another one.
    @Test func `is whole where what stands around it goes on`() throws {
        let file = String(decoding: Self.file(.nestedMail), as: UTF8.self)
            .replacing("\r\n--quay--\r\n", with: "\r\n")
        #expect(try !DocumentUnpacker().document(in: Array(file.utf8), as: .mail).known.isCut)
    }
}
