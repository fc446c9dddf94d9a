import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

/// Which of two days is that of publication and which that of a change.
@Suite struct ChangeDateTests {
    private func facts(_ byline: String, language: String = "en") throws -> [String?] {
        let text =
            "The lock, the weir and the mill were mended by hand, says the parish of Ashwell."
        let html = """
            <html lang=\(language)><head><title>Mill opens</title></head><body><div id=__next><section><h1>Mill opens</h1></section>
            <section>\(byline)</section><section><p>\(text)</p><p>\(text)</p></section></div></body></html>
            """
        let article = try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html,
                arrival: Date(timeIntervalSince1970: 1_750_000_000)))
        return [
            article.published?.prefix(10).description, article.modified?.prefix(10).description,
        ]
    }

    private static let day = "2021-10-05"
    private static let change = "2021-10-07"

    private static let words: [(language: String, change: String, day: String)] = [
        ("en", "Last modified on 7 October 2021", "Posted on 5 October 2021"),
        ("en", "Updated: 7 October 2021", "First published 5 October 2021"),
        ("de", "Aktualisiert: 07.10.2021, 08:10 Uhr", "Veröffentlicht: 05.10.2021, 06:00 Uhr"),
        ("fr", "Mis à jour le 7 octobre 2021", "Publié le 5 octobre 2021"),
        ("es", "Actualizado: 07/10/2021", "Publicado: 05/10/2021"),
        ("it", "Ultimo aggiornamento: 07/10/2021", "Data pubblicazione: 05/10/2021"),
        ("pt", "Atualizado em 07/10/2021", "Publicado em 05/10/2021"),
        ("nl", "Bijgewerkt: 7 oktober 2021", "Gepubliceerd: 5 oktober 2021"),
        ("sv", "Uppdaterad 7 oktober 2021", "Publicerad 5 oktober 2021"),
        ("da", "Opdateret 7. oktober 2021", "Publiceret 5. oktober 2021"),
        ("nb", "Sist oppdatert 7. oktober 2021", "Publisert 5. oktober 2021"),
        ("fi", "Päivitetty 7.10.2021", "Julkaistu 5.10.2021"),
        ("pl", "Aktualizacja: 7 października 2021", "Publikacja: 5 października 2021"),
        ("cs", "Aktualizováno 7. 10. 2021", "Vydáno 5. 10. 2021"),
        ("sk", "Aktualizované 7. októbra 2021", "Zverejnené 5. októbra 2021"),
        ("hu", "Frissítve: 2021. október 7.", "Megjelent: 2021. október 5."),
        ("ro", "Actualizat: 7 octombrie 2021", "Publicat: 5 octombrie 2021"),
        ("hr", "Zadnja izmjena: 7. listopada 2021.", "Objavljeno: 5. listopada 2021."),
        ("sl", "Posodobljeno 7. oktober 2021", "Objavljeno 5. oktober 2021"),
        ("sr", "Ажурирано 7.10.2021", "Објављено 5.10.2021"),
        ("bg", "Обновена 7 октомври 2021", "Публикувана 5 октомври 2021"),
        ("ru", "Обновлено 7 октября 2021", "Опубликовано 5 октября 2021"),
        ("uk", "Оновлено 7 жовтня 2021", "Опубліковано 5 жовтня 2021"),
        ("el", "Τελευταία ενημέρωση: 07/10/2021", "Δημοσίευση: 05/10/2021"),
        ("tr", "Güncelleme: 07.10.2021 08:10", "Giriş: 05.10.2021 06:00"),
        ("ar", "آخر تحديث: 7 أكتوبر 2021", "نشر: 5 أكتوبر 2021"),
        ("he", "עודכן: 07/10/2021", "פורסם: 05/10/2021"),
        ("hi", "अपडेटेड: 7 अक्टूबर 2021", "प्रकाशित: 5 अक्टूबर 2021"),
        ("bn", "আপডেট: ০৭ অক্টোবর ২০২১", "প্রকাশ: ০৫ অক্টোবর ২০২১"),
        ("th", "ปรับปรุงล่าสุด 7 ตุลาคม 2564", "เผยแพร่ 5 ตุลาคม 2564"),
        ("vi", "Cập nhật: 07/10/2021", "Xuất bản: 05/10/2021"),
        ("id", "Diperbarui 7 Oktober 2021", "Diterbitkan 5 Oktober 2021"),
        ("ja", "更新日：2021年10月7日", "公開日：2021年10月5日"),
        ("zh", "更新时间：2021-10-07", "发布时间：2021-10-05"),
        ("ko", "수정 2021.10.07. 08:10", "입력 2021.10.05. 06:00"),
        ("lt", "Atnaujinta 2021-10-07", "Paskelbta 2021-10-05"),
        ("lv", "Atjaunināts 2021-10-07", "Publicēts 2021-10-05"),
        ("et", "Uuendatud 7. oktoober 2021", "Avaldatud 5. oktoober 2021"),
        ("ca", "Actualitzat el 7 d'octubre de 2021", "Publicat el 5 d'octubre de 2021"),
    ]

    @Test(arguments: words)
    func `tells the days by their words, whichever stands first and however they are set`(
        language: String, change: String, day: String
    ) throws {
        for (first, second) in [(change, day), (day, change)] {
            for byline in [
                "<span>\(first)</span> <span>\(second)</span>", "<div>\(first) | \(second)</div>",
                "<p>\(first)<br>\(second)</p>", "<div>\(first)</div><div>\(second)</div>",
                "<time>\(first)</time> <time>\(second)</time>",
            ] {
                #expect(
                    try facts(byline, language: language) == [Self.day, Self.change], "\(byline)")
            }
        }
        #expect(
            try facts("<p>\(change)</p>", language: language) == [nil, Self.change], "\(change)")
    }

    private static let p = "<time datetime=2021-10-05T14:35:00+01:00>5 October</time>"
    private static let u = "<time datetime=2021-10-07T08:10:00+01:00>7 October</time>"

    @Test(arguments: [
        "Published \(p) Updated \(u)", "Last updated \(u) Published \(p)",
        "<dl><dt>Published:</dt><dd>\(p)</dd><dt>Last updated:</dt><dd>\(u)</dd></dl>",
        "<dl><dt>Last updated:</dt><dd>\(u)</dd><dt>Published:</dt><dd>\(p)</dd></dl>",
        "<table><tr><th>Published</th><td>\(p)</td></tr><tr><th>Updated</th><td>\(u)</td></tr></table>",
        "<ul><li>\(p)</li><li>Updated \(u)</li></ul>", "\(p) (updated \(u))",
        "\(p) · \(u) (updated)",
        "<time class='entry-date published' datetime=2021-10-05>5 Oct</time><time class=updated datetime=2021-10-07>7 Oct</time>",
        "<time class=updated datetime=2021-10-07>7 Oct</time><time class='entry-date published' datetime=2021-10-05>5 Oct</time>",
        "<span class=modified-date>7 October 2021</span> <span class=dt-published>5 October 2021</span>",
        "<time>Posted: Oct 5, 2021 9:27 AM | Last updated: Oct 7, 2021</time>",
    ])
    func `tells the days of elements by what is said of each`(byline: String) throws {
        let found = try facts(byline)
        #expect(found[0] == Self.day, "\(byline)")
        if !byline.contains("Posted:") { #expect(found[1] == Self.change, "\(byline)") }
    }

    @Test
    func `takes the only day for that of publication where no more than a class calls it a change`()
        throws
    {
        let byline = "<time class=updated datetime=2021-10-05>5 October 2021</time>"
        #expect(try facts(byline)[0] == Self.day)
        #expect(
            try facts("<time class=updated datetime=2021-10-07>Updated 7 October</time>")[0] == nil)
    }

    @Test func `reads the value of a time whose text is relative, in any language`() throws {
        for text in ["il y a 2 jours", "3 uur geleden", "3時間前", "vor 2 Tagen"] {
            #expect(
                try facts("<time datetime=2021-10-05T09:15:00Z>\(text)</time>")[0] == Self.day,
                "\(text)")
        }
    }
}
