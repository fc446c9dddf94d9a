import BriefModel
import Foundation
import Hashing
import Testing

@testable import Documents

/// Eight layouts made by scripts/formats/pdf-layouts, as poppler renders them, with what their bodies say.
@Suite struct PDFLayoutTests {
    private func fixture(_ name: String) throws -> [UInt8] {
        let url = try #require(
            Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures/pdf"))
        return [UInt8](try Data(contentsOf: url))
    }

    private func read(_ layout: String) throws -> PackedDocument {
        let packed = try fixture("\(layout).rendering.gz")
        let bytes = try Compression.gzip.decompress(packed, limit: 64 << 20)
        return try PDFReader.read(try #require(PDFRendering(bytes: bytes)))
    }

    /// Runs of four words; in scripts without blanks, of characters.
    private func grams(_ text: String) -> [String: Int] {
        var words: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            let isUnspaced = word.unicodeScalars.contains(where: PDFCharacters.isUnspaced)
            if isUnspaced { words += word.map(String.init) } else { words.append(String(word)) }
        }
        var counts: [String: Int] = [:]
        for start in 0..<max(0, words.count - 3) {
            counts[words[start..<start + 4].joined(separator: " "), default: 0] += 1
        }
        return counts
    }

    private func likeness(_ one: String, _ other: String) -> Double {
        let (first, second) = (grams(one), grams(other))
        let shared = first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
        return 2 * Double(shared)
            / Double(max(1, first.values.reduce(0, +) + second.values.reduce(0, +)))
    }

    /// The words between the tags, without the signs of notes.
    private func text(_ html: String) -> String {
        html.replacing(#/<sup>.*?</sup>/#, with: "")
            .replacing(#/</?(?:p|h\d|li|ul|ol|t[dhr]|table|div|pre|hr|br)\b[^>]*>/#, with: " ")
            .replacing(#/<[^>]*>/#, with: "").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&")
    }

    @Test(arguments: [
        "news", "brief", "report", "slides", "letter", "tables", "right-to-left", "cjk",
    ])
    func `reads a layout in order, without what stands around its text`(layout: String) throws {
        let truth = String(decoding: try fixture("\(layout).txt"), as: UTF8.self)
        let html = String(decoding: try read(layout).bytes, as: UTF8.self)
        let score = likeness(text(html), truth)
        #expect(score >= 0.96, "\(layout): \(score)")
    }

    @Test func `tells the title by the largest type of the first page`() throws {
        let title = try read("report").known.title
        let truth = String(decoding: try fixture("report.txt"), as: UTF8.self)
        #expect(title == truth.split(separator: "\n").first.map(String.init))
        #expect(try read("letter").known.title == nil)
    }

    @Test func `links the signs of notes to the notes`() throws {
        let html = String(decoding: try read("report").bytes, as: UTF8.self)
        #expect(html.contains("<sup><a href=\"#note-1\">1</a></sup>"))
        #expect(html.contains("<div id=\"note-1\"><p>See "))
    }

    @Test func `makes lists, tables and headings of what looks so`() throws {
        let slides = String(decoding: try read("slides").bytes, as: UTF8.self)
        #expect(slides.contains("<ul><li>") && slides.contains("<h2>"))
        let tables = String(decoding: try read("tables").bytes, as: UTF8.self)
        #expect(
            tables.contains(
                "<tr><th>District</th><th>Bells</th><th>Ferries</th><th>Remarks</th></tr>"))
    }
}
