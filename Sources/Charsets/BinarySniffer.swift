/// Says whether bytes are text at all.
public enum BinarySniffer {
    /// What a binary file is, in a few words for people ("a PDF document"); nil where the bytes are text
    /// of some kind.
    ///
    /// Decided by magic numbers, then by control bytes in the first 8 KiB that no text holds.
    public static func kind(of bytes: [UInt8]) -> String? {
        if let name = magicName(of: bytes) { return name }
        let sample = bytes.prefix(8_192)
        guard holdsControl(sample.span), !hasWideMark(sample) else { return nil }
        var nuls = 0
        var controls = 0
        for byte in sample where byte < 0x20 || byte == 0x7F {
            switch byte {
            case 0: nuls += 1
            case 0x08...0x0D, 0x1A, 0x1B: continue
            default: controls += 1
            }
        }
        if nuls > 0, WideText.charset(of: bytes) != nil { return nil }
        // A few NULs happen in damaged text, and are dropped.
        let isBinary = (nuls + controls > 2 && (nuls + controls) * 50 > sample.count) || nuls > 16
        return isBinary ? "binary data of an unknown kind" : nil
    }

    /// Whether a control character stands in it that texts do not have: most have none. All bytes are looked at, so that
    /// the compiler compares many at a time; where it inlines this, it does not.
    @inline(never)
    private static func holdsControl(_ bytes: Span<UInt8>) -> Bool {
        var found: UInt8 = 0
        for index in bytes.indices {
            let byte = bytes[index]
            let isTextual: UInt8 =
                (byte >= 0x20 ? 1 : 0) | (byte &- 0x08 < 6 ? 1 : 0) | (byte &- 0x1A < 2 ? 1 : 0)
            found |= (isTextual ^ 1) | (byte == 0x7F ? 1 : 0)
        }
        return found != 0
    }

    private static func hasWideMark(_ sample: ArraySlice<UInt8>) -> Bool {
        sample.starts(with: [0xFF, 0xFE]) || sample.starts(with: [0xFE, 0xFF])
            || sample.starts(with: [0, 0, 0xFE, 0xFF])
    }

    private static func magicName(of bytes: [UInt8]) -> String? {
        let head = Array(bytes.prefix(16))
        for (offset, magic, name) in magics where head.count >= offset + magic.count {
            if head[offset..<(offset + magic.count)].elementsEqual(magic) { return name }
        }
        return nil
    }

    private static let magics: [(Int, [UInt8], String)] = [
        (0, Array("%PDF-".utf8), "a PDF document"),
        (0, [0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document"),
        (0, [0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
        (0, [0x1F, 0x8B], "gzip data"),
        (0, Array("BZh".utf8) + [0x31], "bzip2 data"),
        (0, Array("BZh9".utf8), "bzip2 data"),
        (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz data"),
        (0, [0x28, 0xB5, 0x2F, 0xFD], "zstd data"),
        (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
        (0, Array("Rar!".utf8) + [0x1A], "a RAR archive"),
        (0, [0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        (0, [0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (0, Array("GIF8".utf8), "a GIF picture"),
        (8, Array("WEBP".utf8), "a WebP picture"),
        (4, Array("ftyp".utf8), "an MP4 or HEIF file"),
        (8, Array("WAVE".utf8), "a WAV sound"),
        (8, Array("AVI ".utf8), "an AVI film"),
        (0, Array("ID3".utf8), "an MP3 sound"),
        (0, Array("OggS".utf8), "an Ogg file"),
        (0, [0x1A, 0x45, 0xDF, 0xA3], "a Matroska film"),
        (0, [0x7F, 0x45, 0x4C, 0x46], "an ELF program"),
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old office document"),
        (0, Array("SQLite format 3".utf8), "an SQLite database"),
        (0, Array("wOF2".utf8), "a font"),
        (0, Array("wOFF".utf8), "a font"),
        (0, Array("{\\rtf".utf8), "an RTF document"),
        (0, Array("%!PS".utf8), "a PostScript document"),
        (0, Array("bplist00".utf8), "a binary property list"),
        (0, [0xCA, 0xFE, 0xBA, 0xBE], "a compiled program"),
    ]
}
