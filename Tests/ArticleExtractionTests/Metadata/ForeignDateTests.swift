import Testing

@testable import ArticleExtraction

/// Dates in the digits, the calendars and the abbreviations of the world's languages.
@Suite struct ForeignDateTests {
    @Test(arguments: [
        ("۱۳ مهر ۱۴۰۰", "2021-10-05"), ("1400/07/13", "2021-10-05"), ("۱۴۰۰/۷/۱۳", "2021-10-05"),
        ("۱ فروردین ۱۴۰۰", "2021-03-21"), ("۳۰ اسفند ۱۳۹۹", "2021-03-20"),
        ("令和3年10月5日", "2021-10-05"), ("令和元年五月一日", "2019-05-01"),
        ("平成30年12月31日", "2018-12-31"), ("二〇二一年十月五日", "2021-10-05"),
        ("二〇二一年十二月二十三日", "2021-12-23"), ("中華民國110年10月5日", "2021-10-05"),
        ("110年10月5日", "2021-10-05"), ("5 ต.ค. 2564", "2021-10-05"), ("5 ต.ค. 64", "2021-10-05"),
        ("5 ตุลาคม พ.ศ. 2564", "2021-10-05"), ("٥ أكتوبر ٢٠٢١", "2021-10-05"),
        ("५ अक्टूबर २०२१", "2021-10-05"), ("৫ অক্টোবর ২০২১", "2021-10-05"),
        ("5 அக்டோபர் 2021", "2021-10-05"), ("5 ਅਕਤੂਬਰ 2021", "2021-10-05"),
        ("5 اکتوبر، 2021", "2021-10-05"), ("2021 m. spalio 5 d.", "2021-10-05"),
        ("2021. gada 5. oktobrī", "2021-10-05"), ("5. listopada 2021.", "2021-10-05"),
        ("5 listopada 2021", "2021-11-05"), ("5. ožujka 2021.", "2021-03-05"),
        ("5 d’octubre de 2021", "2021-10-05"), ("5 d'abril del 2021", "2021-04-05"),
        ("5 кастрычніка 2021", "2021-10-05"), ("5. oktoober 2021", "2021-10-05"),
        ("5. október 2021", "2021-10-05"), ("5 tetor 2021", "2021-10-05"),
        ("5 oktyabr 2021", "2021-10-05"), ("2021ko urriaren 5a", "2021-10-05"),
        ("5 октомври 2021", "2021-10-05"), ("5 de xaneiro de 2021", "2021-01-05"),
    ])
    func `reads a day as it is written there`(text: String, day: String) {
        #expect(StatedDate.parse(text) == day)
    }

    @Test(arguments: [
        "1447/09/15", "1404-12-13", "令和の5日", "110年の夏", "3 月 5 日", "٣ ايام",
    ])
    func `refuses what may be another day`(text: String) {
        #expect(StatedDate.parse(text) == nil)
    }

    @Test(arguments: [
        ("20211005", "2021-10-05"), ("20211005143005", "2021-10-05T14:30:05"),
        ("1633444205", "2021-10-05T14:30:05Z"), ("1633444205123", "2021-10-05T14:30:05Z"),
        ("/Date(1633444205000)/", "2021-10-05T14:30:05Z"), ("2021-10-05", "2021-10-05"),
    ])
    func `reads values of digits where nothing but a date stands`(text: String, day: String) {
        #expect(StatedDate.value(text) == day)
    }

    @Test(arguments: ["0", "00000000", "20211305", "12345678", "4102444800000", "000000000000"])
    func `takes other numbers for none`(text: String) {
        #expect(StatedDate.value(text) == nil)
    }
}
