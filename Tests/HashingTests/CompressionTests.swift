import Hashing
import Packing
import Testing

@Suite struct CompressionTests {
    private let text = Array(String(repeating: "one line and another\n", count: 9_000).utf8)
    private static let all = Compression.allCases

    @Test(arguments: all, [0, 1, 65_536, 150_000])
    func `gives back what was compressed, and knows it by its bytes`(
        one: Compression, count: Int
    ) throws {
        let bytes = Array(text.prefix(count))
        let packed = one.packed(bytes)
        #expect(Compression(of: packed) == one)
        #expect(try one.decompress(packed, limit: count) == bytes)
    }

    @Test func `takes no text, and no other compression, for its own`() {
        for text in ["", "BZh", "BZhello, I said", "BZh9 is a level", "PK", "P*M", "\u{1f}"] {
            #expect(Compression(of: Array(text.utf8)) == nil, "\(text)")
        }
        for one in Self.all {
            for other in Self.all where other != one {
                #expect(throws: CompressionError.notOf(one)) {
                    try one.decompress(other.packed(text), limit: 1_000_000)
                }
            }
        }
    }

    @Test(arguments: all)
    func `reads all members and ignores what starts no member`(one: Compression) throws {
        let two = one.packed([1, 2]) + one.packed([]) + one.packed(text)
        #expect(try one.decompress(two, limit: 1_000_000) == [1, 2] + text)
        #expect(try one.decompress(two + [0, 0, 0, 0, 7], limit: 1_000_000) == [1, 2] + text)
    }

    /// What pads a stream of xz (§2.2), and frames of zstd that hold nothing (RFC 8878 §3.1.2).
    @Test func `passes over what members may have between them`() throws {
        let padded = Compression.xz.packed([1, 2]) + [0, 0, 0, 0] + Compression.xz.packed([3])
        #expect(try Compression.xz.decompress(padded, limit: 9) == [1, 2, 3])
        let skipped: [UInt8] = [0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 9, 9, 9]
        let framed = skipped + Compression.zstd.packed([1, 2]) + skipped
        #expect(Compression(of: framed) == .zstd)
        #expect(try Compression.zstd.decompress(framed, limit: 9) == [1, 2])
    }

    @Test(arguments: all)
    func `counts the limit over all members once decompressed`(one: Compression) {
        let bomb = one.packed([UInt8](repeating: 0, count: 5_000_000))
        #expect(throws: CompressionError.tooLarge(one, limit: 4_999_999)) {
            try one.decompress(bomb, limit: 4_999_999)
        }
        #expect(throws: CompressionError.tooLarge(one, limit: 3)) {
            try one.decompress(one.packed([1, 2]) + one.packed([3, 4]), limit: 3)
        }
    }

    @Test(arguments: all)
    func `says that data ends early wherever it is cut off`(one: Compression) {
        let whole = one.packed(Array(text.prefix(3_000)))
        for length in one.magic..<whole.count {
            #expect(throws: CompressionError.truncated(one), "\(length)") {
                try one.decompress(Array(whole.prefix(length)), limit: 1_000_000)
            }
        }
    }

    @Test(arguments: all)
    func `ends with the bytes or an error whatever was changed`(one: Compression) {
        let content = Array(text.prefix(3_000))
        let whole = one.packed(content)
        for place in one.magic..<whole.count {
            for mask in [1, 0x80, 0xFF] as [UInt8] {
                var wrong = whole
                wrong[place] ^= mask
                // Some bits do not matter, as a header's spare ones; no other bytes may come out.
                let output = try? one.decompress(wrong, limit: 1_000_000)
                #expect(output == nil || output == content || output == [], "\(place)")
            }
        }
    }

    @Test func `takes no more memory than it may`() throws {
        #expect(
            throws: CompressionError.tooMuchMemory(.xz, limit: 80 << 20)
        ) {
            try Compression.xz.decompress(
                Compression.xz.packed(text, window: 28), limit: 1_000_000)
        }
        let largest = Compression.xz.packed(text, window: 26)
        #expect(try Compression.xz.decompress(largest, limit: 1_000_000) == text)
        let long = Compression.zstd.packed(text, window: 27)
        #expect(try Compression.zstd.decompress(long, limit: 1_000_000) == text)
        // Descriptor without a size, and a window of 256 MiB.
        let wide: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0, 18 << 3, 1, 0, 0]
        #expect(throws: CompressionError.tooMuchMemory(.zstd, limit: 128 << 20)) {
            try Compression.zstd.decompress(wide, limit: 1_000_000)
        }
    }

    @Test(arguments: [0, 1, 200, 300, 70_000])
    func `is told what comes out before it does`(count: Int) {
        let bytes = [UInt8](repeating: 0x61, count: count)
        for one in Self.all {
            let packed = one.packed(bytes)
            let said = one.statedSize(
                head: Array(packed.prefix(64)), tail: Array(packed.suffix(4_096)))
            #expect(said == (one == .bzip2 ? nil : count), "\(one)")
            for length in 0..<packed.count {
                // Whatever is cut off: a number, or none.
                let short = Array(packed.prefix(length))
                _ = one.statedSize(head: short, tail: short)
            }
        }
        let padded = Compression.xz.packed(bytes) + [0, 0, 0, 0]
        #expect(Compression.xz.statedSize(head: [], tail: padded) == count)
    }
}

extension Compression {
    /// Bytes of the magic number.
    fileprivate var magic: Int {
        switch self {
        case .gzip: 2
        case .xz: 6
        case .bzip2, .zstd: 4
        }
    }
}
