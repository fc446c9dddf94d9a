import Testing

@testable import Storage

@Suite struct ArticlePathTests {
    @Test(arguments: [
        ("The Day After: A Brief", "the-day-after-a-brief"), ("Don\u{2019}t panic", "dont-panic"),
        ("Übergröße & Łódź", "uebergroesse-lodz"), ("cafe\u{301}", "cafe"), ("---", "article"),
        ("../../etc/passwd", "etc-passwd"), ("a\u{0}b/c", "a-b-c"),
    ])
    func `makes readable names in ASCII`(title: String, slug: String) {
        #expect(Slug.make(from: title) == slug)
    }

    @Test(arguments: [
        ("Η Επόμενη Μέρα", "η-επόμενη-μέρα"), ("Статья: Ёлка № 5", "статья-ёлка-5"),
        ("اليوم التالي", "اليوم-التالي"), ("היום שאחרי", "היום-שאחרי"),
        ("日本の首相、訪米へ", "日本の首相-訪米へ"), ("다음 날", "다음-날"),
        ("วันถัดไป", "วันถัดไป"), ("अगला दिन", "अगला-दिन"), ("Ngày hôm sau ở Huế", "ngay-hom-sau-ở-huế"),
        ("\u{1103}\u{1161}\u{110b}\u{1173}\u{11b7}", "다음"), ("か\u{3099}", "が"),
        ("\u{202e}abc\u{202c}\u{feff}д", "abcд"), ("😀 🎉", "article"), ("\u{301}\u{302}", "article"),
        ("１２ 月", "１２-月"),
    ])
    func `keeps the letters of every script`(title: String, slug: String) {
        #expect(Slug.make(from: title) == slug)
    }

    @Test(arguments: ["多", "ж", "ท\u{0E35}\u{0E48}", "𠀀", "한"])
    func `cuts long titles of every script between two letters`(letter: String) {
        let long = Slug.make(from: String(repeating: letter, count: 500))
        #expect(long.utf8.count <= Slug.limit && long.utf8.count > Slug.limit - 12)
        #expect(long.utf8.count % letter.utf8.count == 0)
        #expect(String(repeating: letter, count: 500).hasPrefix(long))
    }

    @Test func `lets no flood of marks in`() {
        let slug = Slug.make(from: "ж" + String(repeating: "\u{301}", count: 5_000) + "д")
        #expect(slug == "ж\u{301}\u{301}\u{301}д")
    }

    @Test func `cuts long titles at a word`() {
        let slug = Slug.make(from: String(repeating: "many words ", count: 50))
        #expect(slug.utf8.count <= Slug.limit && slug.hasSuffix("s"))
        #expect(Slug.make(from: String(repeating: "x", count: 500)).utf8.count == Slug.limit)
    }

    @Test(arguments: [
        ("2021-10-05", "2021/10"), ("2021-10-05T10:00:00+02:00", "2021/10"), ("2021-10", "2021/10"),
        ("2021", nil), ("2021-13-01", nil), ("../../..", nil), ("0000-01-01", nil),
        ("+021-01-01", nil), ("", nil),
    ])
    func `takes the month from dates alone`(date: String, month: String?) {
        #expect(ArticlePath.month(of: date) == month)
    }

    @Test func `takes more digits where names and ids are taken`() {
        var taken: Set<String> = []
        let digits = "0123456789abcdef0123456789abcdef"
        let filing = StoreFixture.filing("text", title: "T")
        var paths: [String] = []
        for _ in 0..<4 {
            let path = ArticlePath.choose(for: filing, id: digits) { taken.contains($0) }
            paths.append(path)
            taken.insert(path)
        }
        #expect(
            paths == [
                "articles/2021/10/t-01234567.md", "articles/2021/10/t-0123456789abcdef.md",
                "articles/2021/10/t-\(digits).md", "articles/2021/10/t-\(digits)-2.md",
            ])
        let id = ArticlePath.id(from: digits) { $0.count < 18 }
        #expect(id == "0123456789abcdef01")
    }

    @Test(arguments: [
        ("https://WWW.Example.org:443/a/?b=1&utm_source=x#top", "example.org/a?b=1"),
        ("http://user:secret@example.org/a", "example.org/a"), ("https://example.org", nil),
        ("https://example.org/#/", nil), ("file:///etc/passwd", nil), ("nonsense", nil),
        ("https://example.org/?p=7", "example.org?p=7"),
    ])
    func `brings addresses of one page to one form`(url: String, key: String?) {
        #expect(URLKey.make(from: url) == key)
    }
}
