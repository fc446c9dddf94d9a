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

    /// What libcurl and resolvers make of a spelling is what is judged and spaced by (WHATWG URL §3.5).
    @Test(arguments: [
        "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.0.0.1.", "0x7F.1", "127.0.1",
        "00000177.0.0.01", "１２７.０.０.１", "127。0。0。1", "𝟏𝟐𝟕.0.0.1", "①②⑦.0.0.1", "127.0.0.\u{AD}1",
        "127．1",
    ])
    func `knows an address in every spelling`(host: String) throws {
        #expect(try FeedURL("http://\(host)/x").text == "http://127.0.0.1/x")
    }

    @Test(arguments: [
        ("[::FFFF:127.0.0.1]", "[::ffff:127.0.0.1]:80"), ("[0:0:0:0:0:0:0:1]", "[::1]:80"),
        ("evil.test.", "evil.test:80"), ("ⓔⓥⓘⓛ.test", "evil.test:80"),
        ("EVIL.test:080", "evil.test:80"), ("evil\u{200B}.test", "evil.test:80"),
    ])
    func `counts every spelling of a host as one`(host: String, key: String) throws {
        #expect(try FeedURL("http://\(host)/x").hostKey == key)
    }

    @Test(arguments: [
        "%31%32%37.0.0.1", "%6cocalhost", "e%76il.test", "[::1%25lo]", "[fe80::1%eth0]", "[::1%lo]",
        "256.1.1.1", "4294967296", "0x100000000", "1.2.3.4.5", "08.1.1.1", "127.0.0.1..", "a..b",
        ".a.example", "a.0x7f", "[::1", "[1.2.3.4]", "a.example.1",
    ])
    func `refuses a host that is written with escapes, a zone, or as a number that is none`(
        host: String
    ) {
        #expect(throws: FeedFetchError.self) { try FeedURL("http://\(host)/x") }
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
