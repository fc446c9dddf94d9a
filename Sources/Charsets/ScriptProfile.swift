/// What text in one character set looks like when it was decoded rightly.
struct ScriptProfile: Sendable {
    let charset: Charset
    /// Whether the set writes a Latin alphabet, whose letters beyond ASCII stand alone.
    let isLatin: Bool
    /// Characters that are frequent in the languages written so.
    private let common: Set<UInt32>
    /// The share of them in ordinary text.
    private let expected: Double

    private init(_ label: String, isLatin: Bool = false, expected: Double, common: String) {
        charset = Charset(label: label) ?? .windows1252
        self.isLatin = isLatin
        self.expected = expected
        self.common = Set(common.unicodeScalars.map(\.value))
    }

    /// The share of common characters among those beyond ASCII, 1 for ordinary text, and how many
    /// characters that is. Marks that every language shares do not count; a capital within a word,
    /// a control character or a symbol within a word counts against the reading.
    func score(of utf8: [UInt8]) -> (score: Double, characters: Int) {
        var hits = 0
        var total = 0
        var faults = 0
        let mixes = !isLatin && charset.isSingleByte
        var previous: Unicode.Scalar = " "
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            defer { previous = scalar }
            guard scalar.value > 0x7F else {
                // Words of one script: "crйe" is none.
                if mixes, previous.value > 0x7F, previous.properties.isAlphabetic,
                    scalar.properties.isAlphabetic
                {
                    faults += 1
                }
                continue
            }
            if mixes, previous.isASCII, previous.properties.isAlphabetic,
                scalar.properties.isAlphabetic
            {
                faults += 1
            }
            switch scalar.value {
            case 0xA0, 0x2010...0x203A, 0x20AC, 0x2122, 0x3000...0x3002, 0xFF01...0xFF5E,
                0xA9, 0xAB, 0xAD, 0xAE, 0xB7, 0xBB, 0xB0, 0xA7:
                continue
            case 0x80...0x9F, 0xFFFD, 0xE000...0xF8FF:
                faults += 2
                total += 1
                continue
            default:
                total += 1
            }
            if common.contains(scalar.value) {
                hits += 1
            } else if scalar.properties.isUppercase {
                if previous.properties.isLowercase { faults += 1 }
            } else if isLatin, !scalar.properties.isAlphabetic, previous.properties.isAlphabetic {
                faults += 1
            }
        }
        guard total > 0 else { return (charset == .windows1252 ? 0.1 : 0, 0) }
        return (Double(hits - faults) / Double(total) / expected, total)
    }

    /// In order of preference among equals.
    static let all: [ScriptProfile] = [
        ScriptProfile(
            "windows-1252", isLatin: true, expected: 1,
            common: "éèàçêâîïôûùëœæäöüßñóíáúãõåøÉÄÖÜÀÇÅØ¿¡ºªòìÁÍÓÚÑ"),
        ScriptProfile("iso-8859-15", isLatin: true, expected: 1, common: ""),
        ScriptProfile(
            "windows-1250", isLatin: true, expected: 1.02,
            common: "ąćęłńóśźżřšžýáíéěůúťďčňőűöüăâîţşđŁŚŻČŠŽŘäôĺľ"),
        ScriptProfile(
            "iso-8859-2", isLatin: true, expected: 1.03,
            common: "ąćęłńóśźżřšžýáíéěůúťďčňőűöüăâîţşđŁŚŻČŠŽŘäôĺľ"),
        ScriptProfile("windows-1254", isLatin: true, expected: 1.02, common: "ışğçöüİŞÇÖÜâî"),
        ScriptProfile(
            "windows-1257", isLatin: true, expected: 1.04, common: "āēīūčšžģķļņąęėįųõäöüŠŽČĀ"),
        ScriptProfile(
            "gb18030", expected: 0.42,
            common: "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对"
                + "可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三"
                + "已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工"),
        ScriptProfile(
            "big5", expected: 0.42,
            common: "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對"
                + "可里後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手用主行方又如前所本見經頭面公同三"
                + "已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工"),
        ScriptProfile("shift_jis", expected: 0.5, common: japanese),
        ScriptProfile("euc-jp", expected: 0.5, common: japanese),
        ScriptProfile(
            "euc-kr", expected: 0.5,
            common: "이다는의에을를가은고하지도로한인사기어아서자대리나시그일들해있과정보수전으부제와만주적상구"
                + "장라게년원여성할동신것했위공세비조경라당무안면소관오었국계선개않유방되스중"),
        ScriptProfile("windows-1251", expected: 0.85, common: cyrillic),
        ScriptProfile("koi8-r", expected: 0.85, common: cyrillic),
        ScriptProfile("iso-8859-5", expected: 0.85, common: cyrillic),
        ScriptProfile("ibm866", expected: 0.85, common: cyrillic),
        ScriptProfile("windows-1253", expected: 0.85, common: "αοιεητσνυρπκμλςόήίάέώγδθωχύ"),
        ScriptProfile("windows-1255", expected: 0.85, common: "יוהלאמרתבנשדקחפעצםןכ"),
        ScriptProfile("windows-1256", expected: 0.85, common: arabic),
        ScriptProfile("iso-8859-6", expected: 0.85, common: arabic),
        ScriptProfile("windows-874", expected: 0.85, common: "รนกอามเงี่้วลยสตทดปคบหะพจใไขแ์ัิืุู็ชโ"),
    ]

    private static let japanese =
        "のにはをたがでてとしれさあいるからなこもすりまきくうよつっんやだけどせめえみちろばわお"
        + "ンスルトイアラリクドシタレカテサマニナコフプメグロバデオジチミムセキハ日一国人年大本中"

    private static let arabic = "اليمنورتبةعدسفهكقحأجى"

    private static let cyrillic = "оеаинтсрвлкмдпуяыьгзбчйхжшюіїє"
}
