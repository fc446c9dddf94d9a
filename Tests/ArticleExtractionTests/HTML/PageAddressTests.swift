import Testing

@testable import ArticleExtraction

@Suite struct PageAddressTests {
    @Test(arguments: [
        ("../c?d=1#e", "https://h.example:8/a/c?d=1#e"), ("/x", "https://h.example:8/x"),
        ("//o.example/y", "https://o.example/y"), ("?q", "https://h.example:8/a/b/p?q"),
        ("http://z.example/ (1)", "http://z.example/%20%281%29"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ])
    func `makes links absolute`(link: String, absolute: String) {
        let page = PageAddress("https://h.example:8/a/b/p?x#y")
        #expect(PageAddress.resolve(link, on: page) == absolute)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVa\nscript:x", "data:text/html,x", "#top", "", "vbscript:x",
        "file:///etc",
    ])
    func `lets no other scheme through`(link: String) {
        #expect(PageAddress.resolve(link, on: PageAddress("https://h.example/")) == nil)
    }
}
