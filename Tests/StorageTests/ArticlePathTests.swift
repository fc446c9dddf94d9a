import Testing

@testable import Storage

@Suite struct ArticlePathTests {
    @Test(arguments: [
        ("The Day After: A Brief", "the-day-after-a-brief"), ("Don\u{2019}t panic", "dont-panic"),
        ("Übergröße & Łódź", "uebergroesse-lodz"), ("cafe\u{301}", "cafe"), ("---", "article"),
        ("Статья", "article"), ("../../etc/passwd", "etc-passwd"), ("a\u{0}b/c", "a-b-c"),
    ])
    func `makes readable names in ASCII`(title: String, slug: String) {
        #expect(Slug.make(from: title) == slug)
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
