import BriefModel
import Hashing
import Packing
import Testing

@testable import Documents

/// Containers that hold far more than they say, or say far more than they hold, within the limits that hold where nobody
/// says otherwise. `scripts/bombs` has more of them, with seconds and memory.
@Suite struct BombTests {
    private func refusal(_ bytes: [UInt8], _ name: String) -> DocumentsError? {
        do throws(DocumentsError) {
            _ = try DocumentUnpacker().parts(
                of: bytes, name: name, promised: DocumentFormat(name: name))
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: Compression.allCases)
    func `many members of one compression are too much`(one: Compression) {
        let member = one.packed([UInt8](repeating: 0x20, count: 16 << 20))
        let bomb = (0..<17).flatMap { _ in member }
        let suffix = DocumentFormat(rawValue: one.rawValue)?.suffixes[0] ?? ""
        #expect(refusal(bomb, "a.html.\(suffix)")?.code == .tooLarge)
        #expect(refusal(one.packed(bomb), "a.tar.\(suffix).\(suffix)")?.code == .tooLarge)
    }

    @Test func `archives in archives are named, and not gone into without end`() {
        var file = ZIPBuilder()
        file.add("page.html", [UInt8](repeating: 0x20, count: 8 << 20))
        for _ in 0..<3 {
            var outer = ZIPBuilder()
            for index in 0..<8 { outer.add("\(index).zip", file.bytes) }
            file = outer
        }
        let error = refusal(file.bytes, "a.zip")
        #expect(error?.code == .nothingReadable && error?.description.contains("2 deep") == true)
    }

    @Test func `a book with a chapter that never ends is refused`() {
        var book = ZIPBuilder()
        book.add("mimetype", "application/epub+zip", isDeflated: false)
        book.add(
            "META-INF/container.xml",
            "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"p.opf\"/></rootfiles></container>"
        )
        book.add(
            "p.opf",
            "<package xmlns=\"http://www.idpf.org/2007/opf\"><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>"
        )
        book.add(
            ZIPBuilder.Entry(
                name: Array("a.xhtml".utf8), content: [UInt8](repeating: 0x20, count: 40 << 20),
                claimed: 4_000_000_000))
        #expect(refusal(book.bytes, "a.epub")?.code == .tooLarge)
    }

    @Test func `a tar archive that claims 1 TB is cut off`() {
        var tar = TarBuilder()
        tar.add("a.html", "words")
        var bytes = tar.finished
        // Base 256, as GNU writes what octal digits cannot say.
        bytes.replaceSubrange(124..<136, with: [0x80, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
        bytes.replaceSubrange(148..<156, with: Array("        ".utf8))
        let sum = String(bytes[..<512].reduce(0) { $0 + Int($1) }, radix: 8)
        let digits = String(repeating: "0", count: 6 - sum.count) + sum + "\0 "
        bytes.replaceSubrange(148..<156, with: Array(digits.utf8))
        let error = refusal(bytes, "a.tar")
        #expect(error?.code == .damaged)
        #expect(error?.description.contains("ends in the middle") == true)
    }

    @Test func `a mail of 10,000 parts is refused`() {
        let head =
            "From: ada@quay.example\nSubject: Bells\nDate: Fri, 06 Mar 2026 09:30:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        let parts = String(repeating: "--b\nContent-Type: text/html\n\n<p>Words.\n", count: 10_000)
        #expect(refusal(Array((head + parts).utf8), "a.eml")?.code == .tooLarge)
    }

    @Test func `names in tar lead nowhere, whatever they are`() throws {
        var tar = TarBuilder()
        let names = [
            "../../etc/cron.d/a.html", "/absolute/b.html", "c\u{0}d.html",
            String(repeating: "x", count: 4_096) + ".html", "same.html", "same.html", "same.html",
        ]
        for name in names { tar.add(name, "<html><body><p>The ferry.</p></body></html>") }
        let file = try DocumentUnpacker().parts(
            of: tar.finished, name: "a.tar", promised: .tar)
        // A NUL ends a name in tar: "c" is one without a suffix.
        #expect(file.parts.count == 7 && Set(file.parts.map(\.name)).count == 7)
        for part in file.parts {
            #expect(!part.name.contains("..") && !part.name.hasPrefix("/"))
            #expect(!part.name.contains("\0") && part.name.utf8.count <= 1_100)
        }
        #expect(file.parts.suffix(2).map(\.name) == ["same (2).html", "same (3).html"])
    }

    @Test func `reads an archive of the large kind, and one with more files than 16 bits count`()
        throws
    {
        var zip = ZIPBuilder()
        for index in 0..<3 { zip.add("\(index).txt", "The ferry ran aground, \(index).") }
        let plain = zip.bytes
        let end = plain.count - 22
        func number(_ value: Int, _ width: Int) -> [UInt8] {
            ZIPBuilder.number(UInt64(value), width)
        }
        let start = (0..<4).reduce(0) { $0 | Int(plain[end + 16 + $1]) << (8 * $1) }
        let pieces: [[UInt8]] = [
            number(0x0606_4B50, 4), number(44, 8), number(45, 2), number(45, 2), number(0, 8),
            number(3, 8), number(3, 8), number(end - start, 8), number(start, 8),
            number(0x0706_4B50, 4), number(0, 4), number(end, 8), number(1, 4),
            number(0x0605_4B50, 4), number(0, 4), number(0xFFFF, 2), number(0xFFFF, 2),
            number(0xFFFF_FFFF, 4), number(0xFFFF_FFFF, 4), number(0, 2),
        ]
        let large = plain[..<end] + pieces.joined()
        let file = try DocumentUnpacker().parts(of: Array(large), name: "a.zip", promised: .zip)
        #expect(file.parts.map(\.name) == ["0.txt", "1.txt", "2.txt"])
        for length in stride(from: end, to: large.count - 1, by: 3) {
            #expect(refusal(Array(large.prefix(length)), "a.zip")?.code == .damaged)
        }
    }

    @Test func `takes the text of a document with macros, and nothing of them`() throws {
        var file = ZIPBuilder()
        file.add("[Content_Types].xml", "<Types/>")
        file.add("word/vbaProject.bin", "Sub AutoOpen()")
        file.add(
            "word/document.xml",
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>The ferry ran aground.</w:t></w:r></w:p></w:body></w:document>"
        )
        for name in ["a.docm", "a.docx", "a.zip", "a"] {
            let promised = DocumentFormat(name: name)
            let unpacker = DocumentUnpacker()
            let format = try #require(unpacker.format(of: file.bytes, promised: promised))
            let document = try unpacker.document(in: file.bytes, as: format, name: name)
            let html = String(decoding: document.bytes, as: UTF8.self)
            #expect(html.contains("The ferry ran aground.") && !html.contains("AutoOpen"))
        }
    }
}
