import Charsets

/// The character sets of RTF: code pages, and those that fonts are made for (`\fcharset`).
enum RTFCharsets {
    /// A name that `CharacterDecoder` knows.
    static func name(codePage: Int) -> String? {
        switch codePage {
        case 437, 850, 852, 855, 858, 866, 874: "cp\(codePage)"
        case 932: "shift_jis"
        case 936: "gbk"
        case 949: "euc-kr"
        case 950: "big5"
        case 1250...1258: "windows-\(codePage)"
        case 10_000: "macintosh"
        case 65_001: "utf-8"
        default: nil
        }
    }

    static func codePage(fontCharset: Int) -> Int? {
        switch fontCharset {
        case 0: 1252
        case 77: 10_000
        case 128: 932
        case 129, 130: 949
        case 134: 936
        case 136: 950
        case 161: 1253
        case 162: 1254
        case 163: 1258
        case 177: 1255
        case 178...180: 1256
        case 186: 1257
        case 204: 1251
        case 222: 874
        case 238: 1250
        case 254: 437
        case 255: 850
        default: nil
        }
    }

    static func text(_ bytes: [UInt8], codePage: Int) -> String {
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        if codePage == 1252 { return windows1252(bytes) }
        let decoded = CharacterDecoder().decode(
            bytes, declared: [name(codePage: codePage) ?? "windows-1252"])
        return String(decoding: decoded.utf8, as: UTF8.self)
    }

    /// The commonest one at once: runs of text are short, and no declared set is doubted here.
    private static func windows1252(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            if byte >= 0x80, byte < 0xA0 {
                text.append(Unicode.Scalar(high[Int(byte) - 0x80]) ?? "\u{FFFD}")
            } else {
                text.append(Unicode.Scalar(byte))
            }
        }
        return String(text)
    }

    private static let high: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
        0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ]
}
