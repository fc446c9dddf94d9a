import BriefModel
import Hashing
import Testing

@testable import Outputs

@Suite struct ExportTests {
    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
        ("a\nb", "\"a\nb\""),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"),
        ("\tx", "'\tx"), ("", ""), ("{{title}} $(id)", "{{title}} $(id)"), ("a\0b", "ab"),
    ])
    func `a cell is a cell, and no formula`(text: String, wanted: String) {
        #expect(CommaSeparated.cell(text) == wanted)
    }

    @Test func `text of all kinds is JSON`() throws {
        var json = JSONObject()
        let text = "a\"\\\n\r\t\u{0}\u{1}\u{7f}é😀\u{2028}</script>"
        json.add("list", json: "[1]")
        json.add("text", text)
        json.add("none", nil as String?)
        json.add("bytes", utf8: Array(text.utf8)[...])
        let line = String(decoding: json.finished(), as: UTF8.self)
        #expect(!line.contains("\n"))
        let value = try decoded(line)
        #expect(value["text"]?.string == text && value["bytes"]?.string == text)
        #expect(value["none"] == nil && value["list"] == .array([.integer(1)]))
    }

    private func decoded(_ text: String) throws -> JSONValue {
        try JSONValue.read(Array(text.utf8))
    }

    @Test func `an archive says where its entries are`() {
        var zip = ZipWriter()
        var out = zip.add("mimetype", Array("application/epub+zip".utf8), packs: false)
        out += zip.add("a.txt", [UInt8](repeating: 0x61, count: 9_999))
        let end = zip.end()
        #expect(out.starts(with: [0x50, 0x4b, 3, 4]) && out.count == zip.written)
        #expect(String(decoding: out[30..<58], as: UTF8.self) == "mimetypeapplication/epub+zip")
        #expect(out.count < 300)
        #expect(end.suffix(22).starts(with: [0x50, 0x4b, 5, 6]))
        #expect(
            Array(end.suffix(6).prefix(4)) == [UInt8(out.count & 255), UInt8(out.count >> 8), 0, 0])
    }
}
