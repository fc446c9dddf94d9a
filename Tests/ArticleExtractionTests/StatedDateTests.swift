import Testing

@testable import ArticleExtraction

@Suite struct StatedDateTests {
    @Test(arguments: [
        ("October 5, 2021", "2021-10-05"), ("Oct. 5th, 2021", "2021-10-05"),
        ("5 October 2021", "2021-10-05"), ("Dienstag, 5. Oktober 2021", "2021-10-05"),
        ("le mardi 1er février 2022", "2022-02-01"), ("5 de octubre de 2021", "2021-10-05"),
        ("5 ottobre 2021", "2021-10-05"), ("5 de março de 2021", "2021-03-05"),
        ("5 mei 2021", "2021-05-05"), ("5 октября 2021 года", "2021-10-05"),
        ("5 października 2021", "2021-10-05"), ("5 Ekim 2021", "2021-10-05"),
        ("5. lokakuuta 2021", "2021-10-05"), ("5. října 2021", "2021-10-05"),
        ("5 Οκτωβρίου 2021", "2021-10-05"), ("2021年10月5日 星期二", "2021-10-05"),
        ("2021년 10월 5일", "2021-10-05"), ("5 أكتوبر 2021", "2021-10-05"),
        ("٥ تشرين الأول ٢٠٢١", "2021-10-05"), ("2021. október 5.", "2021-10-05"),
        ("5 ตุลาคม 2564", "2021-10-05"), ("5 tháng 10, 2021", "2021-10-05"),
        ("2021-10-05", "2021-10-05"), ("2021/10/5", "2021-10-05"), ("05.10.2021", "2021-10-05"),
        ("25/12/2021", "2021-12-25"), ("12/25/2021", "2021-12-25"), ("05-Oct-21", "2021-10-05"),
        ("05 | 10 | 2021", "2021-10-05"),
    ])
    func `reads a day in many languages`(text: String, expected: String) {
        #expect(StatedDate.parse(text) == expected)
    }

    @Test(arguments: [
        ("2021-10-05T14:30:05.123Z", "2021-10-05T14:30:05Z"),
        ("2021-10-05 14:30:05 +0200", "2021-10-05T14:30:05+02:00"),
        ("Tue, 05 Oct 2021 14:30:00 GMT", "2021-10-05T14:30:00Z"),
        ("Oct 5, 2021 at 2:30 p.m. EST", "2021-10-05T14:30:00-05:00"),
        ("5. Oktober 2021 um 14.30 Uhr", "2021-10-05T14:30:00"),
        ("5 octobre 2021 à 14h30", "2021-10-05T14:30:00"),
        ("Tue Oct  5 14:30:00 2021", "2021-10-05"),
        ("2021年10月5日 14時30分", "2021-10-05T14:30:00"),
        ("20211005T143005Z", "2021-10-05T14:30:05Z"),
    ])
    func `keeps the time and the offset as stated`(text: String, expected: String) {
        #expect(StatedDate.parse(text) == expected)
    }

    @Test(arguments: [
        "7 hours ago", "yesterday", "October 2021", "30 February 2021", "version 1.2.3", "4/5/2021",
        "$1.10.2021", "call 555-12-2021-3", "May I?", "in March 500 people", "",
    ])
    func `makes no date of what is none or not clear`(text: String) {
        #expect(StatedDate.parse(text) == nil)
    }

    @Test func `lets the language decide between day and month`() {
        #expect(StatedDate.parse("4/5/2021", order: .init(language: "en-US")) == "2021-04-05")
        #expect(StatedDate.parse("4/5/2021", order: .init(language: "fr")) == "2021-05-04")
        #expect(StatedDate.parse("4/5/2021", order: .init(language: "en")) == nil)
    }

    @Test func `says where in the line the date stands`() throws {
        let line = "Published: 5 October 2021, 14:30 | 4 min read"
        let date = try #require(StatedDate.first(in: line))
        #expect(line[date.range] == "5 October 2021, 14:30")
    }
}
