import Testing

@testable import ArticleExtraction

@Suite struct OpeningLinesTests {
    private func kind(
        _ text: String, isHeading: Bool = false, title: String? = "The pier", authors: [String] = []
    ) -> OpeningLines.Kind? {
        let line = OpeningLines.Line(
            text: text, isHeading: isHeading,
            length: Float(text.split(separator: " ").count))
        return OpeningLines(title: title, authors: authors).kinds(of: [line], isDiary: false)[0]
    }

    @Test(arguments: [
        "4 March 2026", "Wednesday, March 4, 2026", "Stand: 04.03.2026 10:15 Uhr",
        "4. maaliskuuta 2026",
        "mercredi 1er avril 2026", "Rabu, 4 Maret 2026", "Mercoledì 4 marzo 2026",
        "2026年3月4日 10時15分",
        "2026년 3월 4일 10:15", "입력 2026.03.04 10:15 수정 2026.03.05 11:00", "Woensdag 4 maart 2026",
        "4 marca 2026",
        "4 Mart 2026 Çarşamba", "Ngày 4 tháng 3 năm 2026", "Thứ tư, 4/3/2026, 10:15 (GMT+7)",
        "4 березня 2026",
        "2026年3月4日(水)10時15分", "4 मार्च 2026, 10:15 पूर्वाह्न", "৪ মার্চ ২০২৬ প্রকাশিত",
        "发布时间：2026-03-04 10:15", "公開日：2026年3月4日（水）", "Опубликовано 4 марта 2026",
        "Julkaistu 4.3.2026 klo 10.15",
        "Publicado el 4 de marzo de 2026 a las 10:15 h", "Publicerad 4 mars 2026",
        "Δημοσιεύθηκε: 4 Μαρτίου 2026",
        "Last modified on Thu 5 Mar 2026 11.00 CET", "4th of March, 2026",
    ])
    func `knows a line of a day in many languages`(line: String) {
        #expect(kind(line) == .date)
    }

    @Test(arguments: [
        "By Joan Ebden", "Von Jana Ebden", "By Joan Ebden and Mary Coll",
        "Joan Ebden | 4 March 2026", "By Joan Ebden | Mar 4, 2026 | Business",
        "от Иван Колев | 4 март 2026 | Култура", "Door Jan Kolk · 4 maart 2026 · Lokaal nieuws",
        "By Joan Ebden 5 min read", "Words by Joan Ebden · Photographs by Mary Coll",
        "By the Editorial Board",
        "Edited by Mary Coll",
        "Redacción | 4 de marzo de 2026", "Da Redação", "Редакция, 4 марта 2026", "编辑部 2026-03-04",
    ])
    func `knows a line of names`(line: String) {
        #expect(kind(line) == .byline)
    }

    @Test(arguments: [
        "14.07.2026Verkehr", "21 Μαΐου 2026", "22/04/2026 09h00 Atualizado há 2 dias",
    ])
    func `knows a day and the site's part glued to it`(line: String) {
        #expect(kind(line) == .date)
        #expect(kind("4 March 2026 was the day on which the pier fell.") == nil)
    }

    @Test func `knows a name and a day without a blank between them`() {
        #expect(kind("Joan EbdenMarch 3, 2026", authors: ["Joan Ebden"]) != nil)
        #expect(kind("The McPier of 1900 and what is left of it") == nil)
    }

    @Test func `knows how long reading takes behind the words`() {
        #expect(kind("זמן קריאה 3 דקות") == .readingTime)
        #expect(kind("Okuma Süresi: 2 dk") == .readingTime)
        #expect(kind("3 minutes to go") == nil)
    }

    @Test func `knows a count of comments beside other facts`() {
        func kinds(_ texts: [String]) -> [OpeningLines.Kind?] {
            OpeningLines(title: "The pier", authors: []).kinds(
                of: texts.map {
                    OpeningLines.Line(
                        text: $0, length: Float($0.split(separator: " ").count))
                }, isDiary: false)
        }
        #expect(kinds(["4 March 2026", "No comments"]) == [.date, .readingTime])
        #expect(kinds(["Κανένα σχόλιο", "21 Μαΐου 2026"]) == [.readingTime, .date])
        #expect(kinds(["No comments", "Ropes"]) == [nil, nil])
    }

    @Test(arguments: ["5–6 minutes", "5-6 minutes", "12–15 minutes"])
    func `knows how long reading takes by two numbers`(line: String) {
        #expect(kind(line) == .readingTime)
        #expect(kind("5 minutes") == nil)
    }

    @Test func `knows the title, however its words are set`() {
        #expect(kind("THE PIER", title: "The pier") == .title)
        #expect(kind("The swing bridgestays", title: "The swing bridge stays") == .title)
    }

    @Test func `knows an author's name only where it is known`() {
        #expect(kind("Joan Ebden", authors: ["Joan Ebden"]) == .byline)
        #expect(kind("Joan Ebden, harbour reporter", authors: ["Joan Ebden"]) == .byline)
        #expect(kind("Joan Ebden") == nil)
    }

    @Test(arguments: [
        "By the sea", "On 4 March 2026 it rained.", "Closed since 4 March 2026",
        "Founded 4 March 2026",
        "By and large, the bridge stays.", "Event date: 4 March 2026", "Spring 2026",
        "Nobody knows.", "4", "The Weir House, 4 March 2026.",
        "2026년 3월 4일 물이 넘쳤다.", "2026년 3월 4일에 축제가 열렸다.", "يوم 4 مارس 2026 فاض النهر.",
        "ב-4 במרץ 2026 עלה הנהר.", "4 मार्च 2026 को नदी चढ़ी।", "৪ মার্চ ২০২৬ নদী শান্ত ছিল।",
        "2026年3月4日，水涨了。", "מאת הנהר עלה ערפל.", "كتب الطحان سطرين.",
    ])
    func `leaves text`(line: String) {
        #expect(kind(line) == nil)
    }

    @Test func `a sentence beside a day is no name`() {
        func lines(_ texts: [String]) -> [OpeningLines.Kind?] {
            OpeningLines(title: nil, authors: []).kinds(
                of: texts.map { .init(text: $0, length: Float($0.split(separator: " ").count)) },
                isDiary: false)
        }
        #expect(lines(["2026년 3월 4일", "물이 넘쳤다."]) == [.date, nil])
        #expect(lines(["4 March 2026", "Joan Ebden"]) == [.date, .byline])
        #expect(lines(["4 March 2026", "Joan Ebden Jr."]) == [.date, .byline])
    }

    @Test func `a heading is no byline, unless the author is known`() {
        #expect(kind("By Train", isHeading: true) == nil)
        #expect(kind("By Joan Ebden", isHeading: true, authors: ["Joan Ebden"]) == .byline)
    }

    @Test func `nothing behind the first paragraphs is looked at`() {
        let prose = OpeningLines.Line(
            text:
                "The harbour board met for the third time this year and agreed that the pier would be mended.",
            length: 18)
        let day = OpeningLines.Line(text: "4 March 2026", length: 3)
        let kinds = OpeningLines(title: nil, authors: []).kinds(
            of: [day, prose, day, prose, day], isDiary: false)
        #expect(kinds == [.date, nil, .date, nil, nil])
    }
}
