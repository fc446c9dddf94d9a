import BriefModel
import Documents
import Hashing
import LinuxIO
import Testing

@testable import Workers

@Suite struct PDFRendererTests {
    private static let hasPoppler = CagedProgram.isThere("/usr/bin/pdftotext")

    /// A PDF of one page with a line of text; `more` stands in its trailer.
    private func pdf(_ text: String, more: String = "") -> [UInt8] {
        let content = "BT /F1 12 Tf 72 700 Td (\(text)) Tj ET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = file.utf8.count
        file += "xref\n0 6\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        file += "trailer\n<< /Size 6 /Root 1 0 R \(more) >>\nstartxref\n\(table)\n%%EOF\n"
        return Array(file.utf8)
    }

    private func code(_ bytes: [UInt8]) -> String? {
        do throws(WorkerError) {
            _ = try PDFRenderer.render(bytes) { nil }
            return nil
        } catch {
            if case .refused(let error) = error { return error.code }
            return "\(error)"
        }
    }

    @Test func `knows a PDF by its first bytes`() {
        #expect(PDFRenderer.isPDF(pdf("x")))
        #expect(PDFRenderer.isPDF([0, 1, 2] + pdf("x")))
        #expect(!PDFRenderer.isPDF(Array("<p>%PDF-1.4</p>".utf8)))
        #expect(!PDFRenderer.isPDF([]))
        #expect(!PDFRenderer.isPDF(PDFRendering(words: [1]).bytes))
    }

    @Test(.enabled(if: hasPoppler))
    func `says where the words of a PDF stand`() throws {
        let rendering = try PDFRenderer.render(pdf("The ferry ran aground")) { nil }
        let words = String(decoding: rendering.words, as: UTF8.self)
        #expect(words.contains(">ferry</word>"))
        #expect(String(decoding: rendering.fonts, as: UTF8.self).contains("<fontspec"))
        let document = try PDFReader.read(rendering)
        #expect(String(decoding: document.bytes, as: UTF8.self).contains("The ferry ran aground"))
    }

    @Test(.enabled(if: hasPoppler))
    func `tells a damaged PDF from a protected one`() {
        #expect(code(Array("%PDF-1.4\nnothing".utf8)) == "damaged")
        let locked =
            "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <\(String(repeating: "28", count: 32))>"
            + " /U <\(String(repeating: "29", count: 32))> >> /ID [<00> <00>]"
        #expect(code(pdf("x", more: locked)) == "encrypted")
    }

    @Test(.enabled(if: hasPoppler))
    func `ends soon where a small PDF unpacks to more text than anybody reads`() {
        let line = "BT /F1 9 Tf 72 700 Td (The ferry ran aground at noon and stayed) Tj ET\n"
        let text = Array(String(repeating: line, count: 4_000_000).utf8)
        // A stream of zlib's is deflate between two bytes and a checksum, which poppler does without.
        let packed = [0x78, 0x9C] + Gzip.compress(text).dropFirst(10).dropLast(8)
        #expect(packed.count < 2 << 20)
        var file = Array(
            """
            %PDF-1.4
            1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj
            2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj
            3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>\nendobj
            4 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj
            5 0 obj\n<< /Length \(packed.count) /Filter /FlateDecode >>\nstream\n
            """.utf8)
        file += packed
        file += Array("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n".utf8)
        #expect(code(file) == "unpacks-too-large")
    }

    @Test(.enabled(if: hasPoppler))
    func `ends when nobody waits any more`() {
        #expect(throws: WorkerError.stopped) { try PDFRenderer.render(pdf("x")) { 0 } }
    }
}
