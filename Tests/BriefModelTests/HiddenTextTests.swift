import BriefModel
import Foundation
import Testing

@Suite struct HiddenTextTests {
    private static let harmful: [Unicode.Scalar] = [
        "\u{7F}", "\u{80}", "\u{9B}", "\u{9D}", "\u{61C}", "\u{200B}", "\u{200E}", "\u{200F}",
        "\u{202A}",
        "\u{202E}", "\u{2028}", "\u{2066}", "\u{2069}", "\u{FEFF}", "\u{FFF9}", "\u{E0041}",
    ]
    private static let harmless: [Unicode.Scalar] = [
        "a", "é", "ß", "\u{200D}", "\u{200C}", "–", "…", "木", "\u{1F6A2}", "\u{301}", "\u{A0}",
    ]

    @Test(arguments: harmful)
    func `JSON says the same with an escape`(scalar: Unicode.Scalar) throws {
        let text = "tide \(scalar) pier"
        let json = try JSONEncoder().encode([text])
        let escaped = [UInt8](json).escapingHiddenAsJSON
        #expect(try JSONDecoder().decode([String].self, from: Data(escaped)) == [text])
        #expect(escaped.allSatisfy { $0 < 0x7F })
        let shown = Array(text.utf8).escapingHiddenForTerminal
        #expect(
            String(decoding: shown, as: UTF8.self)
                == "tide \\u{\(String(scalar.value, radix: 16))} pier")
        #expect(text.withoutHidden == "tide  pier")
    }

    @Test(arguments: harmless)
    func `what people write stays`(scalar: Unicode.Scalar) {
        let bytes = Array("x\(scalar)y\n".utf8)
        #expect(bytes.escapingHiddenAsJSON == bytes && bytes.escapingHiddenForTerminal == bytes)
        #expect("x\(scalar)y".withoutHidden == "x\(scalar)y")
    }

    @Test func `bytes that are no UTF-8 do no harm`() {
        for bytes: [UInt8] in [[0xC2], [0xE2, 0x80], [0xF3, 0xA0, 0x80], [0xFF, 0xC2, 0x9B]] {
            #expect(bytes.escapingHiddenForTerminal.count >= bytes.count)
        }
    }
}
