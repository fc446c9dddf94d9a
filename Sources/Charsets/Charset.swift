/// A character set: its name, and the name under which iconv(3) knows it.
struct Charset: Sendable, Equatable {
    var name: String
    var iconvName: String

    static let utf8 = Charset(name: "UTF-8", iconvName: "UTF-8")
    static let windows1252 = Charset(name: "windows-1252", iconvName: "CP1252")
    static let utf16LE = Charset(name: "UTF-16LE", iconvName: "UTF-16LE")
    static let utf16BE = Charset(name: "UTF-16BE", iconvName: "UTF-16BE")
    static let utf32LE = Charset(name: "UTF-32LE", iconvName: "UTF-32LE")
    static let utf32BE = Charset(name: "UTF-32BE", iconvName: "UTF-32BE")
    static let utf7 = Charset(name: "UTF-7", iconvName: "UTF-7")
    static let iso2022KR = Charset(name: "ISO-2022-KR", iconvName: "ISO-2022-KR")
    static let iso2022JP = Charset(name: "ISO-2022-JP", iconvName: "ISO-2022-JP")

    init(name: String, iconvName: String) {
        self.name = name
        self.iconvName = iconvName
    }

    /// The character set that a label means (WHATWG Encoding §4.2: iso-8859-1 means windows-1252,
    /// gb2312 means GB18030); nil for a label that nobody knows.
    init?(label: String) {
        var key = ""
        for scalar in label.unicodeScalars {
            switch scalar {
            case "A"..."Z", "a"..."z", "0"..."9": key.unicodeScalars.append(scalar)
            default: continue
            }
        }
        key = key.lowercased()
        if key.hasPrefix("xcp") || key.hasPrefix("xmac") || key.hasPrefix("xsjis")
            || key.hasPrefix("xgbk") || key.hasPrefix("xbig5") || key.hasPrefix("xeuc")
        {
            key.removeFirst()
        }
        guard let found = Self.labels[key] else { return nil }
        self.init(name: found.0, iconvName: found.1)
    }

    /// Character sets that mail has, and the web has not: a page in one of them could say what no filter sees.
    init?(mailLabel label: String) {
        switch label.lowercased() {
        case "utf-7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7": self = .utf7
        case "iso-2022-kr": self = .iso2022KR
        default: return nil
        }
    }

    var isUnicode: Bool { name.hasPrefix("UTF-") }

    /// Whether one byte is one character.
    var isSingleByte: Bool {
        name.hasPrefix("windows-") || name.hasPrefix("ISO-8859") || name.hasPrefix("KOI8")
            || name == "IBM866" || name == "macintosh" || name == "x-mac-cyrillic"
    }

    /// Letters and digits of a label in lower case → name, name for iconv(3).
    private static let labels: [String: (String, String)] = {
        var labels: [String: (String, String)] = [:]
        for (name, iconvName, keys) in table {
            for key in keys.split(separator: " ") { labels[String(key)] = (name, iconvName) }
        }
        return labels
    }()

    /// All names that iconv(3) is asked for.
    static var iconvNames: Set<String> {
        Set(table.map { $0.1 } + [iso2022JP, utf7, iso2022KR].map(\.iconvName))
    }

    private static let table: [(String, String, String)] = [
        ("UTF-8", "UTF-8", "utf8 unicode11utf8 unicode20utf8 utf8mb4 xunicode20utf8 cp65001"),
        ("UTF-16LE", "UTF-16LE", "utf16 utf16le ucs2 unicode iso10646ucs2 unicodefeff csunicode"),
        ("UTF-16BE", "UTF-16BE", "utf16be unicodefffe"),
        ("UTF-32LE", "UTF-32LE", "utf32 utf32le"),
        ("UTF-32BE", "UTF-32BE", "utf32be"),
        (
            "windows-1252", "CP1252",
            "windows1252 cp1252 iso88591 88591 latin1 l1 ascii usascii isoir100 cp819 ibm819 ansi"
                + " ansix341968 iso885911987 iso646us us"
        ),
        ("windows-1250", "CP1250", "windows1250 cp1250"),
        ("windows-1251", "CP1251", "windows1251 cp1251 win1251"),
        ("windows-1253", "CP1253", "windows1253 cp1253"),
        (
            "windows-1254", "CP1254",
            "windows1254 cp1254 iso88599 88599 latin5 l5 isoir148 iso885991989"
        ),
        ("windows-1255", "CP1255", "windows1255 cp1255"),
        ("windows-1256", "CP1256", "windows1256 cp1256"),
        ("windows-1257", "CP1257", "windows1257 cp1257"),
        ("windows-1258", "CP1258", "windows1258 cp1258"),
        ("windows-874", "CP874", "windows874 cp874 tis620 iso885911 885911 dos874"),
        ("ISO-8859-2", "ISO-8859-2", "iso88592 88592 latin2 l2 isoir101"),
        ("ISO-8859-3", "ISO-8859-3", "iso88593 88593 latin3 l3"),
        ("ISO-8859-4", "ISO-8859-4", "iso88594 88594 latin4 l4"),
        ("ISO-8859-5", "ISO-8859-5", "iso88595 88595 cyrillic"),
        ("ISO-8859-6", "ISO-8859-6", "iso88596 88596 arabic ecma114 asmo708"),
        ("ISO-8859-7", "ISO-8859-7", "iso88597 88597 greek greek8 ecma118 elot928"),
        ("ISO-8859-8", "ISO-8859-8", "iso88598 88598 hebrew visual iso88598i logical"),
        ("ISO-8859-10", "ISO-8859-10", "iso885910 885910 latin6 l6"),
        ("ISO-8859-13", "ISO-8859-13", "iso885913 885913"),
        ("ISO-8859-14", "ISO-8859-14", "iso885914 885914"),
        ("ISO-8859-15", "ISO-8859-15", "iso885915 885915 l9 latin9"),
        ("ISO-8859-16", "ISO-8859-16", "iso885916"),
        ("KOI8-R", "KOI8-R", "koi8r koi8 koi"),
        ("KOI8-U", "KOI8-U", "koi8u koi8ru"),
        ("IBM866", "CP866", "ibm866 cp866 866"),
        ("macintosh", "MACINTOSH", "macintosh mac macroman"),
        ("x-mac-cyrillic", "MAC-CYRILLIC", "maccyrillic macukrainian"),
        (
            "GB18030", "GB18030",
            "gb18030 gbk gb2312 gb231280 chinese cp936 gb euccn isoir58 windows936"
        ),
        ("Big5", "BIG5-HKSCS", "big5 big5hkscs cnbig5 cp950 windows950 big5eten"),
        ("Shift_JIS", "CP932", "shiftjis sjis mskanji windows31j cp932 ms932"),
        ("EUC-JP", "EUC-JP", "eucjp eucjpms"),
        ("ISO-2022-JP", "ISO-2022-JP", "iso2022jp jis"),
        (
            "EUC-KR", "CP949",
            "euckr ksc5601 ksc56011987 ksc56011989 ksx1001 windows949 cp949 uhc korean isoir149"
        ),
    ]
}
