/// Content encodings made by hand: the bytes are stored, not compressed, which every decoder takes; and a bomb.
enum StoredEncodings {
    /// RFC 1952 around RFC 1951 §3.2.4.
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + deflated(bytes) + little(crc32(bytes))
            + little(UInt32(bytes.count))
    }

    /// RFC 1950.
    static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        [0x78, 0x01] + deflated(bytes) + little(adler32(bytes)).reversed()
    }

    /// RFC 1951 §3.2.4; at most 65535 bytes.
    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        let count = UInt16(bytes.count)
        return [1, UInt8(count & 0xFF), UInt8(count >> 8)]
            + [UInt8(~count & 0xFF), UInt8(~count >> 8)] + bytes
    }

    /// RFC 7932 §9.2: one uncompressed meta-block, then an empty last one.
    static func brotli(_ bytes: [UInt8]) -> [UInt8] {
        let head = UInt32(bytes.count - 1) << 4 | 1 << 20
        return little(head).prefix(3) + bytes + [3]
    }

    /// RFC 8878 §3.1.1: one frame with one raw block.
    static func zstandard(_ bytes: [UInt8]) -> [UInt8] {
        [0x28, 0xB5, 0x2F, 0xFD, 0xA0] + little(UInt32(bytes.count))
            + little(UInt32(bytes.count) << 3 | 1).prefix(3) + bytes
    }

    /// The start of a gzip member that unpacks to blanks without end, and what to repeat: each 13 bytes give 2064.
    static let bomb: (start: [UInt8], repeated: [UInt8]) = {
        var bits: [Bool] = [true, true, false]
        // Fixed Huffman codes (RFC 1951 §3.2.6), most significant bit first: a blank, then "258 bytes from 1 back".
        bits += (0..<8).reversed().map { 0x50 >> $0 & 1 == 1 }
        let match =
            (0..<8).reversed().map { 0xC5 >> $0 & 1 == 1 } + [Bool](repeating: false, count: 5)
        for _ in 0..<24 { bits += match }
        var bytes = [UInt8](repeating: 0, count: bits.count / 8)
        for index in 0..<bytes.count * 8 where bits[index] { bytes[index / 8] |= 1 << (index % 8) }
        let period = Array(bytes[13..<26])
        return (
            [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + bytes[..<13],
            [[UInt8]](repeating: period, count: 400).flatMap { $0 }
        )
    }()

    private static func little(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    private static func adler32(_ bytes: [UInt8]) -> UInt32 {
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }
}
