import Testing

@testable import FeedFetching

@Suite struct FeedURLTests {
    @Test(arguments: [
        ("HTTP://Example.ORG", "http://example.org/"),
        ("https://example.org:443/a?b#c", "https://example.org/a?b"),
        ("http://example.org:8080/a b/ä", "http://example.org:8080/a%20b/%C3%A4"),
        ("http://[::1]:80/x", "http://[::1]/x"), ("http://example.org?q", "http://example.org/?q"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://例え.テスト/", "http://xn--r8jz45g.xn--zckzah/"),
    ])
    func `brings an address to one form`(text: String, form: String) throws {
        #expect(try FeedURL(text).text == form)
    }

    @Test(arguments: [
        "", "example.org", "//example.org", "ftp://example.org/", "file:///etc/passwd",
        "http://", "http:///path", "http://example.org:0/", "http://example.org:99999/",
        "http://exa mple.org/", "javascript:alert(1)",
    ])
    func `refuses what is no http address`(text: String) {
        #expect(throws: FeedFetchError.self) { try FeedURL(text) }
    }

    @Test(arguments: ["http://user@example.org/", "http://user:secret@example.org/"])
    func `refuses a password and does not repeat it`(text: String) {
        #expect(throws: FeedFetchError.passwordInURL) { try FeedURL(text) }
        #expect(!FeedFetchError.passwordInURL.description.contains("secret"))
    }

    @Test func `knows addresses that differ in scheme and a last slash only`() throws {
        let one = try FeedURL("http://example.org/feed")
        #expect(one.isAlias(of: try FeedURL("https://example.org/feed/")))
        #expect(!one.isAlias(of: try FeedURL("https://example.org:8443/feed")))
        #expect(!one.isAlias(of: try FeedURL("https://example.org/feed2")))
    }
}
