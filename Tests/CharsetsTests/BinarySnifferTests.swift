import Testing

@testable import Charsets

@Suite struct BinarySnifferTests {
    @Test func `names what it knows`() {
        #expect(BinarySniffer.kind(of: Array("%PDF-1.7\n…".utf8)) == "a PDF document")
        #expect(BinarySniffer.kind(of: [0x89, 0x50, 0x4E, 0x47, 0x0D]) == "a PNG picture")
        #expect(BinarySniffer.kind(of: [0x1F, 0x8B, 8, 0]) == "gzip data")
    }

    @Test func `calls control bytes binary`() {
        let bytes = (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        #expect(BinarySniffer.kind(of: bytes) != nil)
    }

    @Test func `calls text of any encoding text`() {
        #expect(BinarySniffer.kind(of: Array("<p>Größe</p>".utf8)) == nil)
        #expect(
            BinarySniffer.kind(
                of: "plain text\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == nil)
        #expect(BinarySniffer.kind(of: []) == nil)
        #expect(BinarySniffer.kind(of: [0xC4, 0xE3, 0xBA, 0xC3, 0x0A]) == nil)
        #expect(
            BinarySniffer.kind(of: Array("a damaged\0 line in a long enough text to be one".utf8))
                == nil)
    }
}
