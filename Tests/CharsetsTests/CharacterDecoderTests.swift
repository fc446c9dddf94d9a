import Testing

@testable import Charsets

@Suite struct CharacterDecoderTests {
    private let decoder = CharacterDecoder()

    private func text(_ decoded: Decoded) -> String {
        String(decoding: decoded.utf8, as: UTF8.self)
    }

    /// Bytes of `text` in a character set, by reading all of its code space backwards.
    func encode(_ text: String, _ label: String) throws -> [UInt8] {
        let charset = try #require(Charset(label: label))
        var table: [String: [UInt8]] = [:]
        guard let conversion = Iconv(from: charset) else {
            Issue.record("iconv does not know \(label)")
            return []
        }
        for first in UInt8(0)...255 {
            let one = conversion.decode([first][...])
            if one.replaced == 0 {
                table[String(decoding: one.utf8, as: UTF8.self)] = [first]
            } else if first >= 0x80 {
                for second in UInt8(0x40)...254 {
                    let two = conversion.decode([first, second][...])
                    let character = String(decoding: two.utf8, as: UTF8.self)
                    if two.replaced == 0, table[character] == nil {
                        table[character] = [first, second]
                    }
                }
            }
        }
        return try text.unicodeScalars.flatMap { try #require(table[String($0)], "\($0)") }
    }

    @Test func `leaves valid UTF-8 as it is`() {
        let decoded = decoder.decode(Array("Größe 漢字\n".utf8))
        #expect(decoded == Decoded(utf8: Array("Größe 漢字\n".utf8)))
    }

    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF, 0x61], "UTF-8"), ([0xFF, 0xFE, 0x61, 0], "UTF-16LE"),
            ([0xFE, 0xFF, 0, 0x61], "UTF-16BE"), ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32LE"),
            ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32BE"),
        ] as [([UInt8], String)])
    func `believes a byte order mark before anything else`(bytes: [UInt8], charset: String) {
        let decoded = decoder.decode(bytes, declared: ["koi8-r"])
        #expect(text(decoded) == "a")
        #expect(decoded.charset == charset)
    }

    @Test func `reads UTF-16 without a mark`() {
        let bytes = "A plain line of text.\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(text(decoder.decode(bytes)) == "A plain line of text.\n")
    }

    @Test(arguments: [
        "港は三年ぶりに開かれた。\n船は朝のうちに出て、夕方に戻ったという。\n",
        "港口三年来首次开放。\n船只早上出发，傍晚返回。\n", "항구가 삼 년 만에 열렸다.\n배는 아침에 떠났다.\n",
        "ท่าเรือเปิดอีกครั้งในรอบสามปี\nเรือออกในตอนเช้า\n",
    ]) func `reads UTF-16 without a mark in scripts that have few blanks`(line: String) {
        let little = line.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = line.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(text(decoder.decode(little)) == line)
        #expect(text(decoder.decode(big)) == line)
        #expect(BinarySniffer.kind(of: little) == nil)
        // A stray NUL in UTF-8 is none of it.
        #expect(text(decoder.decode(Array(line.utf8) + [0])) == line)
    }

    @Test func `reads HZ`() throws {
        let line = "港口三年来首次开放。船只早上出发。"
        let escaped = try encode(line, "gb18030").map { $0 & 0x7F }
        let bytes = Array("Hello ~~ ~{".utf8) + escaped + Array("~}\nQuay\n".utf8)
        #expect(text(decoder.decode(bytes)) == "Hello ~ \(line)\nQuay\n")
        let plain = "A tilde ~{ is no more than that, ~} or less.\n"
        #expect(text(decoder.decode(Array(plain.utf8))) == plain)
    }

    @Test func `tells Arabic in ISO 8859-6`() throws {
        let line = "قرر مجلس الميناء إعادة بناء الجسر القديم بعد ثلاثة أعوام من الانتظار في المدينة"
        let decoded = decoder.decode(try encode(line, "iso-8859-6"))
        #expect(text(decoded) == line)
        #expect(text(decoder.decode(try encode(line, "windows-1256"))) == line)
    }

    @Test func `takes iso-8859-1 for windows-1252`() {
        let decoded = decoder.decode([0x93, 0x61, 0x94], declared: ["ISO-8859-1"])
        #expect(text(decoded) == "\u{201C}a\u{201D}")
        #expect(decoded.charset == "windows-1252")
    }

    @Test func `takes valid UTF-8 for UTF-8 whatever single-byte set is declared`() {
        let decoded = decoder.decode(Array("naïve café".utf8), declared: ["iso-8859-1"])
        #expect(text(decoded) == "naïve café")
    }

    @Test func `replaces what is not valid and drops NULs`() {
        var bytes = Array("ärger über öl und ähnliches".utf8)
        bytes += [0xC3, 0x00]
        let decoded = decoder.decode(bytes, declared: ["utf-8"])
        #expect(text(decoded) == "ärger über öl und ähnliches\u{FFFD}")
        #expect(decoded.isLossy)
    }

    @Test(arguments: [["utf-8"], ["utf-8", "iso-8859-1"], []])
    func `keeps UTF-8 that has a bad sequence`(declared: [String]) {
        let good = "The café in the “old” tower — Ana’s — opens at dawn, and coffee is 3 € there. "
        for bad in [[0xED, 0xA0, 0xBD], [0xE9], [0xE2, 0x80], [0xA3]] as [[UInt8]] {
            let bytes = Array(good.utf8) + bad + Array(" And so on.".utf8)
            let decoded = decoder.decode(bytes, declared: declared)
            #expect(decoded.charset == "UTF-8")
            #expect(decoded.isLossy)
            #expect(text(decoded).hasPrefix(good))
            #expect(text(decoded).hasSuffix(" And so on."))
        }
    }

    @Test(arguments: [
        (
            "windows-1252",
            "Das Café schließt früh, während die Bäcker für größere Öfen sparen müssen."
        ),
        ("gb18030", "今天的会议上，各国代表就这个问题进行了讨论，但是没有得到一致的意见。"),
        ("euc-kr", "오늘 회의에서 이 문제를 논의하였으나 모두의 의견을 모으지는 못하였다."),
        ("windows-874", "วันนี้ในที่ประชุมได้พูดถึงเรื่องนี้แต่ยังไม่ได้ข้อสรุป"),
        ("koi8-r", "Сегодня на встрече обсуждали этот вопрос, но общего мнения так и не нашли."),
        ("windows-1252", "The price is £5 for all."),
    ])
    func `does not believe in UTF-8 where faults prevail`(label: String, sentence: String) throws {
        let decoded = decoder.decode(try encode(sentence, label), declared: ["utf-8"])
        #expect(text(decoded) == sentence)
    }

    @Test(arguments: [
        ("gb18030", "今天的会议上，各国代表就这个问题进行了讨论，但是没有得到一致的意见。"),
        ("big5", "今天的會議上，各國代表就這個問題進行了討論，但是沒有得到一致的意見。"),
        ("shift_jis", "きょうのかいぎでは、この問題について話し合いましたが、意見はまとまりませんでした。"),
        ("euc-kr", "오늘 회의에서 이 문제를 논의하였으나 모두의 의견을 모으지는 못하였다."),
        (
            "windows-1251",
            "Сегодня на встрече обсуждали этот вопрос, но общего мнения так и не нашли."
        ),
        ("koi8-r", "Сегодня на встрече обсуждали этот вопрос, но общего мнения так и не нашли."),
        ("windows-1253", "Σήμερα στη συνάντηση συζητήθηκε το θέμα αυτό χωρίς κοινή γνώμη."),
        (
            "windows-1250",
            "Dziś na spotkaniu mówiono o tej sprawie, lecz wspólnego zdania się nie znalazło, więc ją odłożono."
        ),
        (
            "windows-1252",
            "Aujourd’hui la réunion a discuté la question, mais l’unanimité n’a pas été trouvée."
        ),
        (
            "windows-1254",
            "Bugün toplantıda bu konu görüşüldü, ama ortak bir görüşe varılamadı, çünkü ışık yoktu."
        ),
        ("windows-1255", "היום בפגישה דנו בשאלה הזאת אבל לא הגיעו לדעה אחת"),
        ("windows-1256", "اليوم في الاجتماع ناقشوا هذا السؤال ولم يصلوا الى رأي واحد"),
        ("windows-874", "วันนี้ในที่ประชุมได้พูดถึงเรื่องนี้แต่ยังไม่ได้ข้อสรุป"),
    ])
    func `finds an undeclared character set`(label: String, sentence: String) throws {
        let bytes = try encode(sentence, label)
        let decoded = decoder.decode(bytes)
        #expect(text(decoded) == sentence)
        #expect(text(decoder.decode(bytes, declared: [label])) == sentence)
    }

    @Test func `does not trust a Western label over clear Chinese`() throws {
        let sentence = "今天的会议上各国代表就这个问题进行了讨论但是没有得到一致的意见"
        let decoded = decoder.decode(try encode(sentence, "gb18030"), declared: ["iso-8859-1"])
        #expect(text(decoded) == sentence)
    }

    @Test func `mends UTF-8 that was made of other bytes by mistake`() throws {
        let sentence = "今天的会议上各国代表就这个问题进行了讨论但是没有得到一致的意见"
        let damaged = try encode(sentence, "gb18030").map { Character(Unicode.Scalar($0)) }
        let decoded = decoder.decode(Array(String(damaged).utf8))
        #expect(text(decoded) == sentence)
        let german = "Über die Größe der Äpfel läßt sich für gewöhnlich schön streiten. Àâçéèêë!"
        #expect(text(decoder.decode(Array(german.utf8))) == german)
    }

    @Test func `mends single characters that were encoded twice`() {
        let sentence = "The miller’s weir — a “dry” one — in Łódź, 3 €"
        let doubled = sentence.unicodeScalars.map { scalar -> String in
            guard scalar.value >= 0x2000 else { return String(scalar) }
            return String(String.UnicodeScalarView(String(scalar).utf8.map { Unicode.Scalar($0) }))
        }
        let decoded = decoder.decode(Array(doubled.joined().utf8))
        #expect(text(decoded) == sentence)
        #expect(!decoded.warnings.isEmpty)
        let meant = "Ã© is how é looks when it is read as Latin-1; â is a letter."
        #expect(text(decoder.decode(Array(meant.utf8))) == meant)
    }

    @Test func `answers for any bytes`() {
        for seed in 0..<64 {
            var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
            let bytes = (0..<500).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            }
            let decoded = decoder.decode(bytes, declared: ["big5", "nonsense"])
            #expect(!decoded.utf8.contains(0))
            #expect((try? UTF8Span(validating: decoded.utf8.span)) != nil)
        }
    }

    @Test func `takes no rows of no-break spaces for the letters of another set`() {
        let line = "Sign here:" + String(repeating: "\u{A0}", count: 40) + "and there."
        let decoded = CharacterDecoder().decode(Array(line.utf8), declared: [])
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == line)
    }
}
