import Hashing
import Testing

@Suite struct GzipTests {
    private let text = Array(String(repeating: "one line and another\n", count: 9_000).utf8)

    @Test(arguments: [0, 1, 65_536, 150_000])
    func `gives back what was compressed`(count: Int) throws {
        let bytes = Array(text.prefix(count))
        for huffmanOnly in [false, true] {
            let packed = Gzip.compress(bytes, level: 1, huffmanOnly: huffmanOnly)
            #expect(try Compression.gzip.decompress(packed, limit: count) == bytes)
        }
    }

    @Test func `reads all members and ignores what starts no member`() throws {
        let two = Gzip.compress([1, 2]) + Gzip.compress(text)
        #expect(try Compression.gzip.decompress(two, limit: 1_000_000) == [1, 2] + text)
        #expect(
            try Compression.gzip.decompress(two + [0, 0, 0], limit: 1_000_000) == [1, 2] + text)
    }

    @Test func `counts the limit over all members once decompressed`() {
        let bomb = Gzip.compress([UInt8](repeating: 0, count: 5_000_000))
        #expect(throws: CompressionError.tooLarge(.gzip, limit: 4_999_999)) {
            try Compression.gzip.decompress(bomb, limit: 4_999_999)
        }
        #expect(throws: CompressionError.tooLarge(.gzip, limit: 3)) {
            try Compression.gzip.decompress(
                Gzip.compress([1, 2]) + Gzip.compress([3, 4]), limit: 3)
        }
    }

    @Test func `says what is wrong with broken data`() {
        let whole = Gzip.compress(text)
        #expect(throws: CompressionError.truncated(.gzip)) {
            try Compression.gzip.decompress(Array(whole.dropLast(1)), limit: 1_000_000)
        }
        #expect(throws: CompressionError.truncated(.gzip)) {
            try Compression.gzip.decompress([0x1f, 0x8b], limit: 9)
        }
        #expect(throws: CompressionError.notOf(.gzip)) {
            try Compression.gzip.decompress([], limit: 9)
        }
        #expect(throws: CompressionError.notOf(.gzip)) {
            try Compression.gzip.decompress(Array("text".utf8), limit: 9)
        }
        var wrong = whole
        wrong[wrong.count - 6] ^= 1
        #expect(throws: CompressionError.corrupt(.gzip)) {
            try Compression.gzip.decompress(wrong, limit: 1_000_000)
        }
    }
}
